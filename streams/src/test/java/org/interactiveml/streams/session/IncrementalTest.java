package org.interactiveml.streams.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.experiment.StageResult;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.parameter.IntegerParameter;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.run.RunListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was cancelled or reused on the way: a complete frame holds what a run from scratch would hold. */
class IncrementalTest {
    private static final List<IntegerParameter> PARAMETERS = List.of(Toy.ROWS, Toy.DEGREE, Toy.LOW, Toy.HIGH);

    private final VirtualTime time = new VirtualTime();
    private boolean fromScratch;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aFrameOfASessionEqualsARunFromScratchOnRandomGraphs(long seed) {
        Random random = new Random(seed);
        Toy toy = Toy.of(randomStages(random).toArray(Stage<?>[]::new));
        Session session = Sessions.in(time.context(DebouncePolicy.standard(), RunListener.NONE))
                .open(toy);
        TestSubscriber<Frame> frames = session.frames().test();
        for (int at = 1; at < 8000; at += 1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 40)) {
            Patch patch = randomPatch(random).and(randomPatch(random));
            Pace pace = random.nextBoolean() ? Pace.NOW : Pace.DRAG;
            time.in(at, () -> session.submit(patch, pace));
        }
        time.pass(10_000);

        fromScratch = true;
        int compared = 0;
        for (Frame frame : frames.values()) {
            if (frame.complete()) {
                Frame fresh = new Evaluation(toy.plan(), toy.plan().stages(), () -> 0)
                        .run(frame.snapshot(), frame.fidelity(), new Cancellation(), early -> {});
                assertThat(outcomes(frame)).as("version %d", frame.version()).isEqualTo(outcomes(fresh));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20);
        assertThat(session.superseded()).isPositive();
    }

    private static Patch randomPatch(Random random) {
        int low = -random.nextInt(9);
        return Patch.of(PARAMETERS.get(random.nextInt(3)), low);
    }

    private List<Stage<?>> randomStages(Random random) {
        List<Stage<?>> stages = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            stages.add(randomStage("s" + i, random, stages));
        }
        return stages;
    }

    private Stage<Integer> randomStage(String id, Random random, List<Stage<?>> earlier) {
        IntegerParameter own = PARAMETERS.get(random.nextInt(PARAMETERS.size()));
        @SuppressWarnings("unchecked") // all stages of this test have whole values
        List<Stage<Integer>> read = earlier.stream()
                .filter(stage -> random.nextInt(3) == 0)
                .map(stage -> (Stage<Integer>) stage)
                .toList();
        int modulus = 5 + random.nextInt(20);
        int millis = random.nextInt(10);
        Phase phase = random.nextInt(4) == 0 ? Phase.STUDY : Phase.FIT;
        return Stage.named(id, phase)
                .reads(own)
                .after(read.toArray(Stage<?>[]::new))
                .computes(in -> {
                    if (!fromScratch) {
                        time.busy(in, millis);
                    }
                    int sum = in.get(own);
                    for (Stage<Integer> stage : read) {
                        sum = 31 * sum + in.get(stage);
                    }
                    if (sum % modulus == 0) {
                        throw new Infeasible(sum + " is a multiple of " + modulus);
                    }
                    return sum;
                })
                .reportedBy(Toy::show);
    }

    private static List<Object> outcomes(Frame frame) {
        return frame.results().stream().<Object>map(StageResult::outcome).toList();
    }
}
