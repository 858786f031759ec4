package org.interactiveml.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.interactiveml.engine.catalog.Regression.Model;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.experiment.StageResult;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every model at degrees up to the highest, reached by one small change after another: moments that an earlier degree left
 * behind must give the same bits as those that a run from scratch would make.
 */
class RegressionIncrementalTest {
    private static final Regression REGRESSION = new Regression(Workers.callerOnly());
    private static final int STEPS = 120;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 3, 4})
    void anIncrementalRunHasTheBitsOfARunFromScratch(long seed) {
        Random random = new Random(seed);
        Evaluation incremental = evaluation();
        Snapshot state = REGRESSION.parameters().defaults();
        Map<Model, TreeSet<Integer>> fitted = new EnumMap<>(Model.class);
        int reused = 0;
        long stamp = 0;
        for (int step = 0; step < STEPS; step++) {
            state = state.with(change(random));
            Frame live = incremental.run(state, Fidelity.DRAFT, new Cancellation(), early -> {});
            Frame fresh = evaluation().run(state, Fidelity.DRAFT, new Cancellation(), early -> {});

            assertThat(bits(live)).as("seed %d, step %d: %s", seed, step, state).isEqualTo(bits(fresh));
            if (live.outcome(REGRESSION.fit()).orElseThrow() instanceof Outcome.Ready<?>) {
                fitted.computeIfAbsent(state.get(Regression.MODEL_CHOICE), model -> new TreeSet<>())
                        .add(state.get(Regression.DEGREE));
            }
            long before = stamp;
            reused += (int) live.results().stream()
                    .filter(result -> result.stamp() <= before)
                    .count();
            stamp = live.results().stream().mapToLong(StageResult::stamp).max().orElseThrow();
        }

        assertThat(fitted).containsOnlyKeys(Model.values()).allSatisfy((model, degrees) -> {
            assertThat(degrees.first()).as("%s, seed %d", model, seed).isLessThanOrEqualTo(10);
            assertThat(degrees.last()).as("%s, seed %d", model, seed).isGreaterThan(20);
        });
        assertThat(reused).isGreaterThan(5 * STEPS);
    }

    // Bias and variance come from rows of their own, made anew each time, and take longer than all else.
    private static Evaluation evaluation() {
        List<Stage<?>> reported = REGRESSION.plan().stages().stream()
                .filter(Stage::isReported)
                .filter(stage -> !stage.id().equals("bias-variance"))
                .toList();
        return new Evaluation(REGRESSION.plan(), reported, () -> 0);
    }

    private static Patch change(Random random) {
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> choose(random, Regression.MODEL_CHOICE).and(degree(random));
            case 3, 4, 5, 6 -> degree(random);
            case 7 -> choose(random, Regression.ALPHA_MODE);
            case 8 -> Patch.of(Regression.ALPHA, StrictMath.pow(10, -4 + 5 * random.nextDouble()));
            case 9 -> Patch.of(Regression.L1_RATIO, (1 + random.nextInt(100)) / 100.0);
            case 10 -> Patch.of(OneVariable.NOISE_MAGNITUDE, 5 * random.nextDouble());
            case 11 -> Patch.of(OneVariable.SAMPLES, 20 + random.nextInt(200));
            case 12 ->
                Patch.of(OneVariable.TEST_FRACTION, 0.5 * random.nextDouble())
                        .and(Patch.of(OneVariable.FOLDS, 2 + random.nextInt(6)));
            default ->
                Patch.of(OneVariable.SEED_X, (long) random.nextInt(1000))
                        .and(Patch.of(OneVariable.SEED_NOISE, (long) random.nextInt(1000)))
                        .and(Patch.of(OneVariable.SEED_SPLIT, (long) random.nextInt(1000)));
        };
    }

    private static Patch degree(Random random) {
        return Patch.of(Regression.DEGREE, 1 + random.nextInt(30));
    }

    private static <E extends Enum<E>> Patch choose(Random random, ChoiceParameter<E> choice) {
        return Patch.of(
                choice, choice.choices().get(random.nextInt(choice.choices().size())));
    }

    private static Map<String, Object> bits(Frame frame) {
        Map<String, Object> bits = new LinkedHashMap<>();
        for (StageResult<?> result : frame.results()) {
            if (result.outcome() instanceof Outcome.Failed<?> failed) {
                bits.put(result.stage().id(), failed.reasons());
            } else {
                Frame.report(result).ifPresent(report -> bits.put(result.stage().id(), report));
            }
        }
        return bits;
    }
}
