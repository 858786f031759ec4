package org.interactiveml.streams.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Inputs;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Plan;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.experiment.StageResult;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.parameter.Bounds;
import org.interactiveml.engine.parameter.Group;
import org.interactiveml.engine.parameter.IntegerParameter;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Report;
import org.interactiveml.engine.view.ViewSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunnerTest {
    private static final IntegerParameter CASE =
            new IntegerParameter("case", "Case", Group.MODEL, 1, Bounds.hard(1, 9));
    private static final int INFEASIBLE = 2;
    private static final int BUG = 3;
    private static final int CANCELLED = 4;

    private final Cancellation token = new Cancellation();
    private final Stage<Integer> first =
            Stage.named("first", Phase.DATA).computes(in -> 1).reportedBy(RunnerTest::show);
    private final Stage<Integer> second = Stage.named("second", Phase.FIT)
            .after(first)
            .reads(CASE)
            .computes(this::second)
            .reportedBy(RunnerTest::show);
    private final Stage<Integer> third =
            Stage.named("third", Phase.VIEW).after(second).computes(in -> 3).reportedBy(RunnerTest::show);

    private final List<String> computed = new ArrayList<>();
    private final List<LogRecord> log = new ArrayList<>();
    private final Logger logger = Logger.getLogger(Runner.class.getName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            log.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final Runner runner = new Runner(
            new Three(), List.of(first, second, third), () -> 0, RunListener.all(RunListener.NONE, new RunListener() {
                @Override
                public void stage(Experiment experiment, Snapshot snapshot, StageResult<?> result) {
                    computed.add(
                            result.stage() + " " + result.outcome().getClass().getSimpleName());
                }
            }));
    private Snapshot snapshot = new Three().parameters().defaults();

    private int second(Inputs in) {
        switch (in.get(CASE)) {
            case INFEASIBLE -> throw new Infeasible("not so");
            case BUG -> throw new IllegalStateException("a mistake");
            case CANCELLED -> {
                token.cancel();
                in.cancellation().check();
            }
            default -> {}
        }
        return 2;
    }

    private static Report show(Integer value) {
        return new Report.Whole(value);
    }

    private Frame run(int which) {
        snapshot = snapshot.with(Patch.of(CASE, which));
        computed.clear();
        return runner.run(snapshot, Fidelity.FULL, token, early -> {});
    }

    @BeforeEach
    void listen() {
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    @Test
    void theListenerHearsOfEachStageThatWasComputedAndOfNoOther() {
        run(1);
        assertThat(computed).containsExactly("first Ready", "second Ready", "third Ready");
        run(5);
        assertThat(computed).containsExactly("second Ready", "third Ready");
        run(5);
        assertThat(computed).isEmpty();
    }

    @Test
    void aBlockedStageWasNotComputed() {
        run(INFEASIBLE);

        assertThat(computed).containsExactly("first Ready", "second Failed");
        assertThat(log).isEmpty();
    }

    @Test
    void ofACancelledRunTheListenerHearsTheStageThatWasStopped() {
        run(1);
        run(CANCELLED);

        assertThat(computed).containsExactly("second Cancelled");
    }

    @Test
    void aMistakeInAStageIsLoggedOnceWithItsStack() {
        run(BUG);
        run(1);
        run(BUG);

        assertThat(computed).containsExactly("second Failed");
        assertThat(log).singleElement().satisfies(line -> {
            assertThat(line.getThrown()).isInstanceOf(IllegalStateException.class);
            assertThat(line.getMessage()).startsWith("stage second of three failed at version 2");
        });
    }

    private final class Three implements Experiment {
        @Override
        public String id() {
            return "three";
        }

        @Override
        public String title() {
            return "Three";
        }

        @Override
        public String summary() {
            return "Three stages.";
        }

        @Override
        public ParameterSet parameters() {
            return ParameterSet.of(CASE);
        }

        @Override
        public Plan plan() {
            return Plan.of(first, second, third);
        }

        @Override
        public Stage<?> fit() {
            return second;
        }

        @Override
        public List<ViewSpec> views() {
            return List.of();
        }
    }
}
