package org.interactiveml.streams.session;

import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.streams.run.Pace;

/** A request in flight. Guarded by its dispatcher, except the token. */
final class Run {
    final Request request;
    final Fidelity fidelity;
    final long startNanos;
    final Cancellation cancellation = new Cancellation();

    /** How long the run took until its first frame was ready, in nanoseconds; negative before that. */
    long firstNanos = -1;

    /** A frame of this run has gone out. */
    boolean published;

    /** The last frame of this run goes out: too late to stop it. */
    boolean settled;

    Run(Request request, Fidelity fidelity, long startNanos) {
        this.request = request;
        this.fidelity = fidelity;
        this.startNanos = startNanos;
    }

    /** Whether it answers a hand that moves. */
    boolean isMoveOfDrag() {
        return request.isChange() && request.pace() == Pace.DRAG;
    }
}
