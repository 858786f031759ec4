package org.interactiveml.streams.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.replay.Transcript.Nanos;
import org.jspecify.annotations.Nullable;

/**
 * Replays a script in virtual time: each change settles into exactly one frame of full fidelity. A script without any change
 * gives one frame of the state after its header. Runs on the calling thread.
 */
public final class Replayer {
    private final LongSupplier nanoTime;

    /**
     * A replayer.
     *
     * @param nanoTime a clock in nanoseconds, for what the frames say about time; it has no influence on anything else
     */
    public Replayer(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Runs the whole script.
     *
     * @param out receives a line for each frame as soon as it is computed, then a summary
     * @return a line for each expectation that did not hold, with file and line
     * @throws IOException where {@code out} does
     */
    public List<String> run(Script script, LineSink out) throws IOException {
        return new Run(script, out).whole();
    }

    /** The state of one replay. */
    private final class Run {
        private final Script script;
        private final Evaluation evaluation;
        private final Transcript transcript;
        private final List<String> failures = new ArrayList<>();
        private Snapshot snapshot;
        private @Nullable Frame frame;
        private Nanos nanos = new Nanos(0, 0, 0);

        Run(Script script, LineSink out) {
            this.script = script;
            this.snapshot = script.start();
            this.evaluation = new Evaluation(script.experiment().plan(), script.targets(), nanoTime);
            this.transcript = new Transcript(script, out);
        }

        List<String> whole() throws IOException {
            if (script.changes() == 0) {
                transcript.frame(settled(), 0, nanos);
            }
            for (Script.Step step : script.steps()) {
                if (step.change().isPresent()) {
                    snapshot = snapshot.with(step.change().get());
                    frame = null;
                    transcript.frame(settled(), step.at(), nanos);
                }
                for (Expectation expectation : step.expectations()) {
                    expectation
                            .failure(settled())
                            .ifPresent(failure -> failures.add(script.name() + ":" + step.line() + ": " + failure));
                }
            }
            transcript.summary(script.changes(), 0);
            return failures;
        }

        /** The frame of the present state, computed when it is first asked for. */
        private Frame settled() {
            Frame present = frame;
            if (present == null) {
                long start = nanoTime.getAsLong();
                present = evaluation.run(snapshot, Fidelity.FULL, new Cancellation(), early -> {});
                nanos = new Nanos(present.nanos(Phase.DATA), present.nanos(Phase.FIT), nanoTime.getAsLong() - start);
                frame = present;
            }
            return present;
        }
    }
}
