package org.interactiveml.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.interactiveml.engine.catalog.KernelMethods.HyperMode;
import org.interactiveml.engine.catalog.KernelMethods.Model;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.formula.Formula;
import org.interactiveml.engine.model.kernel.Kernel;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelMethodsTest extends ExperimentKit {
    private static final KernelMethods KERNEL = new KernelMethods();
    private static final Snapshot DEFAULTS = KERNEL.parameters().defaults();

    KernelMethodsTest() {
        super(KERNEL);
    }

    private static Frame run(Patch patch) {
        return new Evaluation(KERNEL.plan(), KERNEL.viewed(), () -> 0)
                .run(DEFAULTS.with(patch), Fidelity.FULL, new Cancellation(), early -> {});
    }

    private static Patch model(Model model) {
        return Patch.of(KernelMethods.MODEL_CHOICE, model);
    }

    private static Patch own(int rows, DoubleUnaryOperator toX, DoubleUnaryOperator toY) {
        double[] x = new double[rows];
        double[] y = new double[rows];
        Arrays.setAll(x, toX::applyAsDouble);
        Arrays.setAll(y, toY::applyAsDouble);
        boolean[] test = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            test[i] = i % 10 >= 7;
        }
        return Patch.of(
                OneVariable.DATASET, Optional.of(new Dataset("own", List.of("x"), new double[][] {x}, "y", y, test)));
    }

    private static List<String> reasons(Frame frame) {
        Outcome<?> outcome = frame.outcome(KERNEL.fit()).orElseThrow();
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(frame.at("curve.y")).isEmpty();
        return outcome instanceof Outcome.Failed<?> failed ? failed.reasons() : List.of();
    }

    private static double number(Frame frame, String path) {
        return ((Report.Real) frame.at(path).orElseThrow()).value();
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    void everyModelFindsTheWave(Model model) {
        Frame frame = run(model(model).and(Patch.of(OneVariable.SAMPLES, 300)));

        assertThat(frame.at("fit.converged")).contains(new Report.Flag(true));
        assertThat(number(frame, "fit.test.r2")).isGreaterThan(0.75);
        assertThat(number(frame, "fit.effectiveDegreesOfFreedom")).isBetween(2.0, 60.0);
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    void aConstantYIsFittedOrRefusedInWords(Model model) {
        Frame frame = run(own(40, i -> i, i -> 4.25).and(model(model)));

        if (model == Model.GAUSSIAN_PROCESS) {
            assertThat(reasons(frame))
                    .singleElement()
                    .asString()
                    .contains("values of y that differ, but all 28 are 4.25");
        } else {
            assertThat(frame.at("fit.notes").orElseThrow())
                    .asString()
                    .contains("R² needs values of y that differ, and all 28 training values are equal");
            assertThat(((Report.Column) frame.at("curve.y").orElseThrow()).values())
                    .usingComparatorWithPrecision(1e-14)
                    .containsOnly(4.25);
        }
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    void repeatedXIsNoObstacle(Model model) {
        Frame frame = run(own(60, i -> i % 12, i -> i % 5).and(model(model)));

        assertThat(frame.at("fit.train.rmse").orElseThrow())
                .isInstanceOfSatisfying(
                        Report.Real.class, rmse -> assertThat(rmse.value()).isBetween(0.1, 5.0));
    }

    @ParameterizedTest
    @EnumSource(value = Model.class, names = "K_NEAREST", mode = EnumSource.Mode.EXCLUDE)
    void allXEqual(Model model) {
        assertThat(reasons(run(own(20, i -> 2.5, i -> i).and(model(model)))))
                .containsExactly("x must take at least 2 different values, but all 14 are 2.5");
    }

    @Test
    void aFormulaOutsideItsDomainNamesTheFirstRow() {
        assertThat(reasons(run(Patch.of(OneVariable.FUNCTION, Formula.parse("log(x)")))))
                .singleElement()
                .asString()
                .matches("y must be finite, but row \\d+ \\(x = -\\d.*\\) has NaN");
    }

    @Test
    void moreNeighboursThanTrainingRows() {
        assertThat(reasons(run(model(Model.K_NEAREST)
                        .and(Patch.of(OneVariable.SAMPLES, 20))
                        .and(Patch.of(KernelMethods.NEIGHBOURS, 13)))))
                .containsExactly("neighbours must be at most the number of training rows, 12, not 13");
    }

    @Test
    void moreRowsThanAKernelTakesAreRefusedWithTheNumbers() {
        assertThat(reasons(run(Patch.of(OneVariable.SAMPLES, 20_000))))
                .containsExactly(
                        "the RBF kernel takes at most 10000 training rows, not 12000; Matérn kernels take any number");
    }

    @ParameterizedTest
    @EnumSource(
            value = Model.class,
            names = {"NATURAL_SPLINE", "SMOOTHING_SPLINE", "K_NEAREST"})
    void aMillionRowsAreNoObstacleToSplinesAndNeighbours(Model model) {
        Frame frame = run(model(model).and(Patch.of(OneVariable.SAMPLES, 1_000_000)));

        assertThat(number(frame, "fit.test.r2")).isGreaterThan(0.5);
    }

    @Test
    void aMethodThatTheRowsDoNotAllowOffersOneThatTheyDo() {
        assertThat(curesThatHelp(DEFAULTS.with(model(Model.K_NEAREST)
                        .and(Patch.of(OneVariable.SAMPLES, 10))
                        .and(Patch.of(KernelMethods.NEIGHBOURS, 30)))))
                .containsExactly("6 neighbours");
        Patch smooth = Patch.of(OneVariable.SAMPLES, 300)
                .and(Patch.of(KernelMethods.LENGTH_SCALE, 20.0))
                .and(Patch.of(KernelMethods.HYPER_MODE, HyperMode.FIXED));
        assertThat(curesThatHelp(DEFAULTS.with(model(Model.GAUSSIAN_PROCESS)
                        .and(smooth)
                        .and(Patch.of(KernelMethods.SIGNAL_SD, 1e6))
                        .and(Patch.of(KernelMethods.NOISE_SD, 1e-6)))))
                .containsExactly("Let the likelihood choose", "Use Matérn 5/2");
        assertThat(curesThatHelp(
                        DEFAULTS.with(model(Model.KERNEL_RIDGE).and(smooth).and(Patch.of(KernelMethods.ALPHA, 1e-17)))))
                .containsExactly("alpha 0.1", "Use Matérn 5/2");
    }

    @Test
    void onlyAProcessHasALikelihoodSurface() {
        Frame frame = run(model(Model.SMOOTHING_SPLINE));
        Stage<?> likelihood = KERNEL.plan().stages().stream()
                .filter(stage -> stage.id().equals("likelihood"))
                .findFirst()
                .orElseThrow();

        assertThat(frame.outcome(likelihood))
                .contains(new Outcome.Failed<>(
                        "likelihood",
                        List.of("only a Gaussian process has a likelihood surface, not: Smoothing spline")));
    }

    @Test
    void movingAHyperparameterLeavesTheSurfaceAlone() {
        Evaluation evaluation = new Evaluation(KERNEL.plan(), KERNEL.viewed(), () -> 0);
        Snapshot fixed = DEFAULTS.with(Patch.of(KernelMethods.HYPER_MODE, HyperMode.FIXED));
        Frame before = evaluation.run(fixed, Fidelity.FULL, new Cancellation(), early -> {});
        Frame after = evaluation.run(
                fixed.with(Patch.of(KernelMethods.LENGTH_SCALE, 2.0)), Fidelity.FULL, new Cancellation(), early -> {});

        assertThat(after.results())
                .filteredOn(result -> before.results().stream().noneMatch(old -> old.stamp() == result.stamp()))
                .extracting(result -> result.stage().id())
                .containsExactlyInAnyOrder("fit", "curve", "predictions", "chosen");
    }

    @Test
    void parametersThatHaveNoEffectAreNamed() {
        assertThat(KERNEL.idle(DEFAULTS))
                .contains(KernelMethods.LENGTH_SCALE, KernelMethods.ALPHA, KernelMethods.DEGREES)
                .doesNotContain(KernelMethods.KERNEL, KernelMethods.HYPER_MODE);
        assertThat(KERNEL.idle(
                        DEFAULTS.with(model(Model.KERNEL_RIDGE).and(Patch.of(KernelMethods.KERNEL, Kernel.RBF)))))
                .contains(KernelMethods.HYPER_MODE, KernelMethods.NOISE_SD)
                .doesNotContain(KernelMethods.LENGTH_SCALE, KernelMethods.ALPHA, KernelMethods.KERNEL);
        assertThat(KERNEL.idle(DEFAULTS.with(model(Model.K_NEAREST))))
                .doesNotContain(KernelMethods.NEIGHBOURS, KernelMethods.WEIGHTS)
                .contains(KernelMethods.KERNEL);
    }
}
