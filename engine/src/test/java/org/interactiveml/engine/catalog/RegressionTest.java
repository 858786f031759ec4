package org.interactiveml.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.interactiveml.engine.catalog.Regression.AlphaMode;
import org.interactiveml.engine.catalog.Regression.Model;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.experiment.Cure;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.experiment.StageResult;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Point;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Report;
import org.junit.jupiter.api.Test;

class RegressionTest extends ExperimentKit {
    private static final Regression REGRESSION = new Regression(Workers.callerOnly());
    private static final Snapshot DEFAULTS = REGRESSION.parameters().defaults();

    private final Evaluation evaluation = new Evaluation(REGRESSION.plan(), REGRESSION.viewed(), () -> 0);

    RegressionTest() {
        super(REGRESSION);
    }

    private Frame run(Snapshot snapshot) {
        return evaluation.run(snapshot, Fidelity.FULL, new Cancellation(), early -> {});
    }

    private static List<String> fresh(Frame now, Frame before) {
        return now.results().stream()
                .filter(result -> before.results().stream().noneMatch(old -> old.stamp() == result.stamp()))
                .map(StageResult::stage)
                .map(Stage::id)
                .toList();
    }

    @Test
    void changingTheDegreeReusesTheData() {
        Frame before = run(DEFAULTS);
        Frame after = run(DEFAULTS.with(Patch.of(Regression.DEGREE, 9)));

        assertThat(fresh(after, before))
                .containsExactly(
                        "fit",
                        "conditioning",
                        "curve",
                        "predictions",
                        "fit-density",
                        "error-by-degree",
                        "learning-curve",
                        "penalty",
                        "bias-variance");
    }

    @Test
    void changingTheNoiseMakesNewRows() {
        Frame before = run(DEFAULTS);
        Frame after = run(DEFAULTS.with(Patch.of(OneVariable.NOISE_MAGNITUDE, 1.0)));

        assertThat(fresh(after, before))
                .contains("data", "split", "points", "fit")
                .doesNotContain("truth");
    }

    @Test
    void plotsOfManyRowsSayThatTheyShowASample() {
        Frame few = run(DEFAULTS.with(Patch.of(OneVariable.SAMPLES, 5000)));
        Frame many = run(DEFAULTS.with(Patch.of(OneVariable.SAMPLES, 12_000)));

        assertThat(few.at("points.note")).contains(new Report.Text(""));
        assertThat(many.at("points.note")).contains(new Report.Text("the plots show 1 of every 3 rows"));
        assertThat(many.at("points.rows")).contains(new Report.Whole(12_000));
    }

    @Test
    void manyRowsAreCountedInCellsAllOfThem() {
        Frame few = run(DEFAULTS.with(Patch.of(OneVariable.SAMPLES, 5000)));
        Frame many = run(DEFAULTS.with(Patch.of(OneVariable.SAMPLES, 12_000)));

        assertThat(few.at("density.all")).isEmpty();
        assertThat(few.at("fit-density.test")).isEmpty();
        assertThat(sum(many, "density.all.rows")).isEqualTo(12_000);
        assertThat(sum(many, "fit-density.train.rows")).isEqualTo(7200);
        assertThat(sum(many, "fit-density.test.rows")).isEqualTo(4800);
        assertThat(sum(many, "fit-density.residuals.rows")).isEqualTo(12_000);
        assertThat(many.at("density.shown"))
                .contains(new Report.Text(
                        "the plots show all 12000 rows, counted in cells: the stronger the colour, the more"));
    }

    private static double sum(Frame frame, String path) {
        return frame.at(path).orElseThrow() instanceof Report.Column(double[] counts)
                ? Arrays.stream(counts).sum()
                : Double.NaN;
    }

    @Test
    void theRangeMustNotBeEmpty() {
        Snapshot empty = DEFAULTS.with(Patch.of(OneVariable.X_MIN, 0.0).and(Patch.of(OneVariable.X_MAX, 0.0)));

        assertThat(REGRESSION.problems(empty))
                .containsExactly(new Problem("x.min", "x.min must be less than x.max, not 0.0 and 0.0"));
    }

    @Test
    void moreCoefficientsThanRowsAreRefusedWithTheNumbers() {
        Frame frame = run(DEFAULTS.with(Patch.of(OneVariable.SAMPLES, 10).and(Patch.of(Regression.DEGREE, 30))));

        assertThat(frame.outcome(REGRESSION.fit()))
                .contains(new Outcome.Failed<>(
                        "fit",
                        List.of("least squares of degree 30 needs at least 31 training rows, not 6"),
                        List.of(
                                Cure.of("Degree 5", Regression.DEGREE, 5),
                                Cure.of("Use ridge", Regression.MODEL_CHOICE, Regression.Model.RIDGE))));
    }

    @Test
    void wherePowersNearlyDependTheHighestDegreeThatDoesNotIsOffered() {
        Snapshot high = DEFAULTS.with(Patch.of(Regression.DEGREE, 30).and(Patch.of(OneVariable.SAMPLES, 200)));
        Report.Items cures = (Report.Items) run(high).at("conditioning.cures").orElseThrow();

        assertThat(cures.items())
                .extracting(cure -> ((Report.Text) cure.at("label").orElseThrow()).value())
                .satisfiesExactly(
                        lower -> assertThat(lower).startsWith("Degree "),
                        ridge -> assertThat(ridge).isEqualTo("Use ridge"));
        int advised =
                (int) ((Report.Whole) cures.items().getFirst().at("set.degree").orElseThrow()).value();
        assertThat(warning(high.with(Patch.of(Regression.DEGREE, advised)))).isEmpty();
        assertThat(warning(high.with(Patch.of(Regression.DEGREE, advised + 1)))).isNotEmpty();
        assertThat(warning(high.with(Patch.of(Regression.MODEL_CHOICE, Regression.Model.RIDGE))))
                .isEmpty();
    }

    private String warning(Snapshot snapshot) {
        return ((Report.Text) run(snapshot).at("conditioning.warning").orElseThrow()).value();
    }

    @Test
    void anExactParabolaIsFoundInTheUsersOwnUnits() {
        double[] x = new double[21];
        double[] y = new double[21];
        boolean[] test = new boolean[21];
        for (int i = 0; i < x.length; i++) {
            x[i] = 100 + i;
            y[i] = 7 - 3 * x[i] + 0.5 * x[i] * x[i];
            test[i] = i % 3 == 0;
        }
        Dataset own = new Dataset("parabola", List.of("x"), new double[][] {x}, "y", y, test);
        Frame frame = run(
                DEFAULTS.with(Patch.of(OneVariable.DATASET, Optional.of(own)).and(Patch.of(Regression.DEGREE, 2))));

        assertThat(frame.at("fit.coefficients"))
                .hasValueSatisfying(report -> assertThat(((Report.Column) report).values())
                        .usingComparatorWithPrecision(1e-9)
                        .containsExactly(7, -3, 0.5));
        assertThat(frame.at("fit.test.rows")).contains(new Report.Whole(7));
        assertThat(frame.at("grid.truth")).isEmpty();
    }

    @Test
    void theSampleThatGreetsAVisitorOverfits() {
        double[] train = new double[11];
        double[] test = new double[11];
        for (int degree = 1; degree <= 10; degree++) {
            Frame frame = run(DEFAULTS.with(Patch.of(Regression.DEGREE, degree)));
            train[degree] = ((Report.Real) frame.at("fit.train.rmse").orElseThrow()).value();
            test[degree] = ((Report.Real) frame.at("fit.test.rmse").orElseThrow()).value();
        }

        assertThat(test[5]).isLessThan(0.5 * test[3]).isLessThan(0.5 * test[10]);
        assertThat(train[10]).isLessThan(train[5]);
    }

    @Test
    void parametersThatHaveNoEffectAreNamed() {
        assertThat(REGRESSION.idle(DEFAULTS))
                .containsExactlyInAnyOrder(
                        Regression.ALPHA_MODE, Regression.ALPHA, Regression.L1_RATIO, OneVariable.FOLDS);
        assertThat(REGRESSION.idle(DEFAULTS.with(Patch.of(Regression.MODEL_CHOICE, Model.ELASTIC_NET)
                        .and(Patch.of(Regression.ALPHA_MODE, AlphaMode.FIXED)))))
                .containsExactly(OneVariable.FOLDS);
    }

    @Test
    void paintedPointsAreTheDataInTheirOrder() {
        Dataset own = new Dataset(
                "own.csv", List.of("x"), new double[][] {{1, 2, 3, 4}}, "y", new double[] {1, 2, 3, 4}, null);
        Snapshot painted = DEFAULTS.with(Patch.of(OneVariable.DATASET, Optional.of(own))
                .and(Patch.of(
                        OneVariable.POINTS,
                        List.of(new Point(0, 1), new Point(1, 3), new Point(2, 5), new Point(3, 7))))
                .and(Patch.of(Regression.DEGREE, 1))
                .and(Patch.of(OneVariable.TEST_FRACTION, 0.0)));
        Frame frame = run(painted);
        assertThat(frame.at("points.train.x")).contains(new Report.Column(new double[] {0, 1, 2, 3}));
        assertThat(frame.at("points.train.y")).contains(new Report.Column(new double[] {1, 3, 5, 7}));
        assertThat(frame.at("points.train.row")).contains(new Report.Column(new double[] {0, 1, 2, 3}));
        assertThat(frame.at("grid.truth")).isEmpty();
        assertThat(frame.at("fit.train.r2")).contains(new Report.Real(1));
        assertThat(REGRESSION.idle(painted)).contains(OneVariable.DATASET, OneVariable.SAMPLES);
    }

    @Test
    void onePaintedPointIsTooFewAndSaysSo() {
        Frame frame = run(DEFAULTS.with(Patch.of(OneVariable.POINTS, List.of(new Point(0, 1)))));
        assertThat(frame.results())
                .filteredOn(result -> result.stage().id().equals("fit"))
                .singleElement()
                .satisfies(result -> assertThat(result.outcome()).isInstanceOf(Outcome.Failed.class));
    }
}
