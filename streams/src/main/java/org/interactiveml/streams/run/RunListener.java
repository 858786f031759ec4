package org.interactiveml.streams.run;

import java.util.List;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.StageResult;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;

/**
 * Sees what happens in sessions, where it happens: changes on the thread that submits them, stages and frames on the thread
 * that computes. What a frame has to report is reported before its subscribers receive it.
 *
 * <p>Implementations are quick, never throw, never call back into the session, and are thread-safe when they serve several
 * sessions.
 */
public interface RunListener {
    /** Hears nothing. */
    RunListener NONE = new RunListener() {};

    /** A session begins. */
    default void opened(Experiment experiment) {}

    /** A session was closed; a run that it stopped may still report its end. */
    default void closed(Experiment experiment) {}

    /** A change was accepted; {@link #ended} follows exactly once. The state a session starts in is not a change. */
    default void accepted(Experiment experiment, Snapshot snapshot, Patch patch, Pace pace) {}

    /** A change was refused, and nothing of it applied. */
    default void rejected(Experiment experiment, List<Problem> problems) {}

    /** A stage was computed, or stopped while it was; not called where an earlier outcome still held. */
    default void stage(Experiment experiment, Snapshot snapshot, StageResult<?> computed) {}

    /** An accepted change came to its end. */
    default void ended(Experiment experiment, Snapshot snapshot, Ending how) {}

    /**
     * A frame goes out.
     *
     * @param nanosSinceAccepted since the change was accepted; for what refines a draft at rest, since that was begun
     */
    default void frame(Experiment experiment, Frame frame, long nanosSinceAccepted) {}

    /** A listener that passes everything on to all of these, in order. */
    static RunListener all(RunListener... listeners) {
        return new RunListeners(List.of(listeners));
    }
}
