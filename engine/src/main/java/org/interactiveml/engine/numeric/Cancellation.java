package org.interactiveml.engine.numeric;

import java.util.concurrent.CancellationException;

/**
 * A token that long computations poll; one run owns one token.
 *
 * <p>Every loop that can exceed a millisecond calls {@link #check()}. Thread-safe: one thread cancels, others poll; a poll
 * costs one volatile read.
 */
public final class Cancellation {
    private volatile boolean cancelled;

    /** Asks the computation to stop; calling again changes nothing. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether {@link #cancel()} has been called. */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Returns at once while the computation is wanted.
     *
     * @throws CancellationException when it is not wanted any more
     */
    public void check() {
        if (cancelled) {
            throw new CancellationException();
        }
    }
}
