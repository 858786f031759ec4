package org.interactiveml.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.interactiveml.engine.catalog.Regression.Model;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Report;
import org.junit.jupiter.api.Test;

class RegressionStudiesTest {
    private static final Regression REGRESSION = new Regression(Workers.callerOnly());
    private static final Snapshot DEFAULTS = REGRESSION.parameters().defaults();

    private static Frame run(Snapshot snapshot, Fidelity fidelity) {
        List<Stage<?>> reported =
                REGRESSION.plan().stages().stream().filter(Stage::isReported).toList();
        return new Evaluation(REGRESSION.plan(), reported, () -> 0)
                .run(snapshot, fidelity, new Cancellation(), early -> {});
    }

    private static double number(Frame frame, String path) {
        return frame.at(path).orElseThrow() instanceof Report.Real(double value) ? value : Double.NaN;
    }

    private static double[] column(Frame frame, String path) {
        return frame.at(path).orElseThrow() instanceof Report.Column(double[] values) ? values : new double[0];
    }

    @Test
    void theErrorAtTheChosenDegreeIsThatOfTheFit() {
        Frame frame = run(DEFAULTS, Fidelity.FULL);

        assertThat(column(frame, "error-by-degree.train")[2]).isCloseTo(number(frame, "fit.train.rmse"), within(1e-9));
        assertThat(column(frame, "error-by-degree.test")[2]).isCloseTo(number(frame, "fit.test.rmse"), within(1e-9));
        assertThat(column(frame, "error-by-degree.degree")).hasSize(10);
    }

    @Test
    void aDegreeBeyondTheUsualExtendsTheDegrees() {
        Frame frame = run(DEFAULTS.with(Patch.of(Regression.DEGREE, 14)), Fidelity.DRAFT);

        assertThat(column(frame, "error-by-degree.degree")).hasSize(14);
        assertThat(column(frame, "bias-variance.bias2")).hasSize(14);
    }

    @Test
    void theLearningCurveEndsAtTheFit() {
        Frame frame = run(DEFAULTS.with(Patch.of(Regression.MODEL_CHOICE, Model.LASSO)), Fidelity.FULL);

        double[] rows = column(frame, "learning-curve.rows");
        assertThat(rows[rows.length - 1]).isEqualTo(30);
        assertThat(column(frame, "learning-curve.test")[rows.length - 1])
                .isCloseTo(number(frame, "fit.test.rmse"), within(1e-6));
    }

    @Test
    void biasFallsAndVarianceRisesWithTheDegree() {
        Frame frame = run(DEFAULTS, Fidelity.FULL);

        double[] bias2 = column(frame, "bias-variance.bias2");
        double[] variance = column(frame, "bias-variance.variance");
        assertThat(bias2[6]).isLessThan(0.1 * bias2[2]);
        assertThat(variance[9]).isGreaterThan(variance[4]);
        assertThat(number(frame, "bias-variance.noise")).isEqualTo(16);
        assertThat(frame.at("bias-variance.resamples")).contains(new Report.Whole(400));
    }

    @Test
    void aDraftTakesFewResamples() {
        assertThat(run(DEFAULTS, Fidelity.DRAFT).at("bias-variance.resamples")).contains(new Report.Whole(20));
    }

    @Test
    void ownDataShowVarianceAlone() {
        double[] x = new double[40];
        double[] y = new double[40];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            y[i] = Math.floorMod(i * 37, 11);
        }
        Dataset own = new Dataset("own", List.of("x"), new double[][] {x}, "y", y, new boolean[40]);
        Frame frame = run(DEFAULTS.with(Patch.of(OneVariable.DATASET, Optional.of(own))), Fidelity.DRAFT);

        assertThat(column(frame, "bias-variance.bias2")).containsOnly(Double.NaN);
        assertThat(column(frame, "bias-variance.variance")[2]).isPositive();
        assertThat(number(frame, "bias-variance.noise")).isNaN();
    }

    @Test
    void leastSquaresHasNoPathAgainstAlpha() {
        assertThat(run(DEFAULTS, Fidelity.FULL).results())
                .filteredOn(result -> result.stage().id().equals("alpha-path"))
                .singleElement()
                .satisfies(result -> assertThat(result.outcome())
                        .isEqualTo(new Outcome.Failed<>(
                                "alpha-path",
                                List.of("least squares has no penalty, so there is no path against alpha"))));
    }

    @Test
    void thePathHoldsTheChosenAlphasCoefficients() {
        Frame frame = run(DEFAULTS.with(Patch.of(Regression.MODEL_CHOICE, Model.LASSO)), Fidelity.FULL);

        double[] alphas = column(frame, "alpha-path.alpha");
        assertThat(alphas).hasSize(50);
        assertThat(number(frame, "fit.alpha")).isBetween(alphas[49], alphas[0]);
        assertThat(frame.at("alpha-path.coefficients"))
                .hasValueSatisfying(
                        report -> assertThat(((Report.Items) report).items()).hasSize(50));
    }
}
