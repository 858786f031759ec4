package org.interactiveml.streams.run;

import java.util.List;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.StageResult;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;

/** Several listeners as one. */
record RunListeners(List<RunListener> listeners) implements RunListener {

    @Override
    public void opened(Experiment experiment) {
        listeners.forEach(listener -> listener.opened(experiment));
    }

    @Override
    public void closed(Experiment experiment) {
        listeners.forEach(listener -> listener.closed(experiment));
    }

    @Override
    public void accepted(Experiment experiment, Snapshot snapshot, Patch patch, Pace pace) {
        listeners.forEach(listener -> listener.accepted(experiment, snapshot, patch, pace));
    }

    @Override
    public void rejected(Experiment experiment, List<Problem> problems) {
        listeners.forEach(listener -> listener.rejected(experiment, problems));
    }

    @Override
    public void stage(Experiment experiment, Snapshot snapshot, StageResult<?> computed) {
        listeners.forEach(listener -> listener.stage(experiment, snapshot, computed));
    }

    @Override
    public void ended(Experiment experiment, Snapshot snapshot, Ending how) {
        listeners.forEach(listener -> listener.ended(experiment, snapshot, how));
    }

    @Override
    public void frame(Experiment experiment, Frame frame, long nanosSinceAccepted) {
        listeners.forEach(listener -> listener.frame(experiment, frame, nanosSinceAccepted));
    }
}
