package org.interactiveml.metrics;

import java.util.List;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.run.Ending;

/** Runs the toy experiment as a session does, each stage taking a millisecond of a clock that only moves when it is read. */
final class ToyRuns {
    static final long STAGE_NANOS = 1_000_000;
    static final long FRAME_NANOS = 7_000_000;

    final Toy toy;
    private final MeteredRunListener listener;
    private final Evaluation evaluation;
    private Snapshot snapshot = Toy.PARAMETERS.defaults();
    private long reported;
    private long now;

    ToyRuns(Toy toy, MeteredRunListener listener) {
        this.toy = toy;
        this.listener = listener;
        this.evaluation = new Evaluation(toy.plan(), toy.plan().stages(), () -> now += STAGE_NANOS);
    }

    void change(Patch patch) {
        change(patch, Fidelity.FULL, new Cancellation());
    }

    void change(Patch patch, Fidelity fidelity, Cancellation cancellation) {
        snapshot = snapshot.with(patch);
        Frame frame = evaluation.run(snapshot, fidelity, cancellation, this::report);
        report(frame);
        boolean cancelled = cancellation.isCancelled();
        listener.ended(toy, snapshot, cancelled ? Ending.CANCELLED : frame.hasFailure() ? Ending.FAILED : Ending.RUN);
    }

    void everyKindOfEvent() {
        listener.opened(toy);
        change(Patch.of(Toy.DEGREE, 3));
        change(Patch.of(Toy.SIZE, 9).and(Patch.of(Toy.MODEL, Toy.Model.ELASTIC_NET)));
        change(Patch.of(Toy.DEGREE, Toy.HOPELESS));
        listener.ended(toy, snapshot, Ending.SUPERSEDED);
        listener.rejected(toy, List.of(new Problem("degree", "degree must be between 1 and 30, not 99")));
        listener.painted(toy, 9_000_000);
    }

    private void report(Frame frame) {
        frame.results().stream()
                .filter(result -> result.stamp() > reported && !(result.outcome() instanceof Outcome.Blocked))
                .forEach(result -> {
                    reported = result.stamp();
                    listener.stage(toy, frame.snapshot(), result);
                });
        listener.frame(toy, frame, FRAME_NANOS);
    }
}
