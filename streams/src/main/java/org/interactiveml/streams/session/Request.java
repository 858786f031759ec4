package org.interactiveml.streams.session;

import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.run.Pace;

/**
 * A state that wants to be run.
 *
 * @param purpose why
 * @param nanos when it was asked for
 */
record Request(Snapshot snapshot, Pace pace, Purpose purpose, long nanos) {
    enum Purpose {
        /** The state a session starts in. */
        START,
        /** An accepted change, whose end is reported. */
        CHANGE,
        /** A draft that is to be refined. */
        REFINEMENT
    }

    Request refinement(long now) {
        return new Request(snapshot, pace, Purpose.REFINEMENT, now);
    }

    boolean isChange() {
        return purpose == Purpose.CHANGE;
    }

    boolean isRefinement() {
        return purpose == Purpose.REFINEMENT;
    }
}
