package org.interactiveml.streams.vertx;

import org.interactiveml.engine.experiment.Experiment;

/** Hears when a page has painted; on an event loop, so an implementation is quick, and thread-safe for several sockets. */
@FunctionalInterface
public interface PaintListener {
    /** Hears nothing. */
    PaintListener NONE = (experiment, nanos) -> {};

    /**
     * A frame of this experiment was painted.
     *
     * @param nanos from the input event to the painted frame, as the browser measured it, in nanoseconds
     */
    void painted(Experiment experiment, long nanos);
}
