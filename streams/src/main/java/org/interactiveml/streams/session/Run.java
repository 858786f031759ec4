package org.interactiveml.streams.session;

import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.numeric.Cancellation;

/** A request in flight. Guarded by its dispatcher, except the token. */
final class Run {
    final Request request;
    final Fidelity fidelity;
    final long startNanos;
    final Cancellation cancellation = new Cancellation();

    /** A frame of this run has gone out. */
    boolean published;

    /** The last frame of this run goes out: too late to stop it. */
    boolean settled;

    Run(Request request, Fidelity fidelity, long startNanos) {
        this.request = request;
        this.fidelity = fidelity;
        this.startNanos = startNanos;
    }
}
