package org.interactiveml.streams.vertx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.wire.FrameEncoder;

/**
 * Which input of one socket made which version, so that each frame can say which input it answers. Thread-safe.
 *
 * <p>The lock is held while a change is submitted: a worker may have its frame ready before the version has been written down
 * here, and would otherwise send it out as an answer to nothing.
 */
final class InputLog {
    /** More inputs than this are never under way at a time, unless a fit takes seconds; then the oldest go unanswered. */
    private static final int CAPACITY = 4_096;

    private final LongSupplier nanoTime;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private Entry answered = new Entry(0, 0, 0);

    private record Entry(long version, long input, long nanos) {}

    InputLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Submits a change and notes which version it made; what the submission throws goes through. */
    synchronized void submit(long input, Supplier<Snapshot> submission) {
        long nanos = nanoTime.getAsLong();
        Snapshot accepted = submission.get();
        if (waiting.size() == CAPACITY) {
            waiting.removeFirst();
        }
        waiting.addLast(new Entry(accepted.version(), input, nanos));
    }

    /** What to say with a frame; versions must not fall from one call to the next. */
    synchronized FrameEncoder.Delivery delivery(Frame frame, long superseded) {
        while (!waiting.isEmpty() && waiting.getFirst().version() <= frame.version()) {
            answered = waiting.removeFirst();
        }
        long wait = answered.version() == frame.version()
                ? Math.max(0, nanoTime.getAsLong() - answered.nanos() - frame.nanos())
                : 0;
        return new FrameEncoder.Delivery(answered.input(), superseded, wait);
    }
}
