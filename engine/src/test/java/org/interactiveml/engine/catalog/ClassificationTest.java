package org.interactiveml.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.interactiveml.engine.catalog.Classification.Norm;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.Shape;
import org.interactiveml.engine.experiment.Cure;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.experiment.Sheet;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassificationTest extends ExperimentKit {
    private static final Classification CLASSIFICATION = new Classification(Workers.callerOnly());
    private static final Snapshot DEFAULTS = CLASSIFICATION.parameters().defaults();

    private final Evaluation evaluation =
            new Evaluation(CLASSIFICATION.plan(), CLASSIFICATION.plan().stages(), () -> 0);

    ClassificationTest() {
        super(CLASSIFICATION);
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

    private static double number(Frame frame, String path) {
        return ((Report.Real) frame.at(path).orElseThrow()).value();
    }

    private static double[] column(Frame frame, String path) {
        return ((Report.Column) frame.at(path).orElseThrow()).values();
    }

    private static Snapshot own(Dataset dataset) {
        return DEFAULTS.with(Patch.of(Plane.DATASET, Optional.of(dataset)));
    }

    private static Dataset dataset(List<String> classes, double[] target, double[]... features) {
        List<String> names = List.of("a", "b", "c").subList(0, features.length);
        return new Dataset("own.csv", names, features, "label", target, new boolean[target.length], classes);
    }

    @Test
    void movingCTouchesNoData() {
        Frame before = run(DEFAULTS);
        Frame after = run(DEFAULTS.with(Patch.of(Classification.C, 0.1)));

        assertThat(fresh(after, before)).containsExactly("fit", "surface", "roc", "sheet");
    }

    @Test
    void movingTheDegreeKeepsThePoints() {
        Frame before = run(DEFAULTS);
        Frame after = run(DEFAULTS.with(Patch.of(Classification.DEGREE, 2)));

        assertThat(fresh(after, before)).containsExactly("features", "fit", "surface", "roc", "sheet");
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void everyShapeIsLearntByFeaturesThatAreRichEnough(Shape shape) {
        Frame frame = run(DEFAULTS.with(Patch.of(Plane.SHAPE, shape)
                .and(Patch.of(Plane.SAMPLES, 400))
                .and(Patch.of(Plane.NOISE_MAGNITUDE, 0.2))
                .and(Patch.of(Classification.DEGREE, 3))));

        assertThat(number(frame, "fit.test.accuracy")).isGreaterThan(0.85);
        assertThat(number(frame, "fit.test.auc")).isGreaterThan(0.95);
    }

    @Test
    void theSurfaceIsTheProbabilityThatTheCoefficientsGive() {
        Frame frame = run(DEFAULTS.with(Patch.of(Classification.DEGREE, 2)));
        double[] w = column(frame, "fit.coefficients");
        double[] x1 = column(frame, "surface.x1");
        double[] x2 = column(frame, "surface.x2");
        double[] probability = column(frame, "surface.probability");

        assertThat(probability).hasSize(x1.length * x2.length);
        for (int cell = 0; cell < probability.length; cell += 97) {
            double a = x1[cell % x1.length];
            double b = x2[cell / x1.length];
            double f = w[0] + w[1] * a + w[2] * b + w[3] * a * a + w[4] * a * b + w[5] * b * b;
            assertThat(probability[cell]).isCloseTo(1 / (1 + StrictMath.exp(-f)), within(1e-12));
        }
    }

    @Test
    void theRangeMustNotBeEmpty() {
        Snapshot empty = DEFAULTS.with(Patch.of(Plane.X_MIN, 0.0).and(Patch.of(Plane.X_MAX, 0.0)));

        assertThat(CLASSIFICATION.problems(empty))
                .containsExactly(new Problem("x.min", "x.min must be less than x.max, not 0.0 and 0.0"));
    }

    @Test
    void separableClassesWithoutAPenaltyAreNamedAsSuch() {
        Frame frame = run(
                DEFAULTS.with(Patch.of(Plane.NOISE_MAGNITUDE, 0.0).and(Patch.of(Classification.PENALTY, Norm.NONE))));

        assertThat(frame.outcome(CLASSIFICATION.fit()))
                .contains(new Outcome.Failed<>(
                        "fit",
                        List.of("the training rows of the two classes can be separated without an error, so without a"
                                + " penalty the weights would grow for ever: choose a penalty or a lower degree, or add"
                                + " noise"),
                        List.of(Cure.of("Use an L2 penalty", Classification.PENALTY, Norm.L2))));
        assertThat(frame.at("points.train.negative.x1")).isPresent();
    }

    @Test
    void oneClassInTheTrainingPartIsRefused() {
        Frame frame = run(DEFAULTS.with(Patch.of(Plane.NOISE_MEAN, 1e6)));

        assertThat(frame.outcome(CLASSIFICATION.fit()))
                .contains(
                        new Outcome.Failed<>(
                                "parts",
                                List.of(
                                        "the training part must have rows of both classes, and all its 30 rows are of class 1")));
    }

    @Test
    void moreThanTwoClassesAreRefused() {
        double[] x = {1, 2, 3, 4, 5, 6};
        Frame frame = run(own(dataset(List.of("red", "green", "blue"), new double[] {0, 1, 2, 0, 1, 2}, x)));

        assertThat(frame.outcome(CLASSIFICATION.fit()))
                .contains(new Outcome.Failed<>(
                        "data",
                        List.of("own.csv, column \"label\" must have two classes here, not 3: red, green, blue")));
    }

    @Test
    void oneFeatureHasNoSurfaceAndSaysSo() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        Frame frame = run(own(dataset(List.of("no", "yes"), new double[] {0, 0, 1, 0, 1, 0, 1, 1}, x)));

        assertThat(frame.at("surface.probability")).isEmpty();
        assertThat(frame.at("fit.notes").orElseThrow().toString()).contains("one feature spans no plane");
        assertThat(frame.at("fit.names")).contains(new Report.Items(List.of(new Report.Text("a"))));
        assertThat(frame.at("fit.test.rows")).contains(new Report.Whole(0));
    }

    @Test
    void furtherFeaturesAreHeldAtTheirMeansOnTheSurface() {
        double[] a = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] b = {3, 1, 4, 1, 5, 9, 2, 6};
        double[] c = {2, 7, 1, 8, 2, 8, 1, 8};
        Frame frame = run(own(dataset(List.of("no", "yes"), new double[] {0, 0, 1, 0, 1, 0, 1, 1}, a, b, c)));
        double[] w = column(frame, "fit.coefficients");

        double f = w[0] + w[1] * column(frame, "surface.x1")[3] + w[2] * column(frame, "surface.x2")[2] + w[3] * 37 / 8;
        assertThat(column(frame, "surface.probability")[203]).isCloseTo(1 / (1 + StrictMath.exp(-f)), within(1e-12));
        assertThat(frame.at("fit.notes").orElseThrow().toString())
                .contains("the surface is over a and b, with every other feature at its training mean");
    }

    @Test
    void parametersThatHaveNoEffectAreNamed() {
        assertThat(CLASSIFICATION.idle(DEFAULTS)).containsExactly(Classification.L1_RATIO);
        assertThat(CLASSIFICATION.idle(DEFAULTS.with(Patch.of(Classification.PENALTY, Norm.NONE))))
                .containsExactlyInAnyOrder(Classification.C, Classification.L1_RATIO, Classification.STANDARDIZE);
    }

    @Test
    void theRowsGoHomeWithTheirProbabilities() {
        Frame frame = run(DEFAULTS);
        Sheet sheet = ((Outcome.Ready<Sheet>)
                        frame.outcome(CLASSIFICATION.sheet().orElseThrow()).orElseThrow())
                .value();
        double[] w = column(frame, "fit.coefficients");

        assertThat(sheet.columns()).extracting(Sheet.Column::name).containsExactly("x1", "x2", "class", "probability");
        assertThat(sheet.rows()).isEqualTo(50);
        assertThat(sheet.trainingRows()).isEqualTo(30);
        double f = w[0]
                + w[1] * sheet.columns().get(0).values()[40]
                + w[2] * sheet.columns().get(1).values()[40];
        assertThat(sheet.columns().get(3).values()[40]).isCloseTo(1 / (1 + StrictMath.exp(-f)), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Norm.class)
    void evenAPenaltyThatHardlyHoldsIsSolved(Norm norm) {
        Frame frame = run(DEFAULTS.with(Patch.of(Plane.SAMPLES, 200)
                .and(Patch.of(Plane.NOISE_MAGNITUDE, 4.0))
                .and(Patch.of(Classification.PENALTY, norm))
                .and(Patch.of(Classification.C, 1e6))
                .and(Patch.of(Classification.DEGREE, norm == Norm.NONE ? 2 : 10))));

        assertThat(frame.at("fit.converged")).contains(new Report.Flag(true));
    }

    @Test
    void theSampleThatGreetsAVisitorOverfits() {
        double[] train = new double[7];
        double[] test = new double[7];
        for (int degree = 1; degree <= 6; degree++) {
            Frame frame = run(DEFAULTS.with(Patch.of(Classification.DEGREE, degree)));
            train[degree] = number(frame, "fit.train.logLoss");
            test[degree] = number(frame, "fit.test.logLoss");
        }

        assertThat(test[6]).isGreaterThan(5 * test[1]);
        assertThat(Arrays.copyOfRange(test, 2, 7)).isSorted();
        assertThat(train[6]).isLessThan(0.2 * train[1]);
    }

    @Test
    void plotsOfManyRowsSayThatTheyShowASample() {
        Frame many = run(DEFAULTS.with(Patch.of(Plane.SAMPLES, 12_000)));

        assertThat(many.at("points.note")).contains(new Report.Text("the plots show 1 of every 3 rows"));
        assertThat(many.at("points.rows")).contains(new Report.Whole(12_000));
    }

    @Test
    void paintedPointsAreTheRowsWithTheirClasses() {
        Snapshot painted = DEFAULTS.with(Patch.of(
                        Plane.POINTS,
                        List.of(new Point(0, 0, 0), new Point(1, 2, 1), new Point(-1, 0, 0), new Point(2, 2, 1)))
                .and(Patch.of(Plane.TEST_FRACTION, 0.0)));
        Frame frame = run(painted);
        assertThat(frame.at("points.train.negative.x1")).contains(new Report.Column(new double[] {0, -1}));
        assertThat(frame.at("points.train.positive.x2")).contains(new Report.Column(new double[] {2, 2}));
        assertThat(frame.at("points.train.positive.row")).contains(new Report.Column(new double[] {1, 3}));
        assertThat(frame.at("fit.train.accuracy")).contains(new Report.Real(1));
    }

    @Test
    void theFirstPaintedPointIsShownThoughNothingCanBeFittedYet() {
        Frame frame = run(DEFAULTS.with(
                Patch.of(Plane.POINTS, List.of(new Point(3, 4, 1))).and(Patch.of(Plane.TEST_FRACTION, 0.0))));
        assertThat(frame.at("points.train.positive.x1")).contains(new Report.Column(new double[] {3}));
        assertThat(frame.at("fit.train.accuracy")).isEmpty();
    }
}
