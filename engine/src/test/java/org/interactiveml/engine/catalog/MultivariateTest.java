package org.interactiveml.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.interactiveml.engine.SharedFiles;
import org.interactiveml.engine.catalog.Regression.AlphaMode;
import org.interactiveml.engine.catalog.Regression.Model;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.TableReader;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Report;
import org.junit.jupiter.api.Test;

class MultivariateTest extends ExperimentKit {
    private static final Multivariate MULTIVARIATE = new Multivariate(Workers.callerOnly());
    private static final Snapshot DEFAULTS = MULTIVARIATE.parameters().defaults();

    MultivariateTest() {
        super(MULTIVARIATE);
    }

    private static Frame run(Patch patch) {
        return new Evaluation(
                        MULTIVARIATE.plan(),
                        MULTIVARIATE.plan().stages().stream()
                                .filter(Stage::isReported)
                                .toList(),
                        () -> 0)
                .run(DEFAULTS.with(patch), Fidelity.FULL, new Cancellation(), early -> {});
    }

    private static Patch own(double[][] features, double[] y) {
        List<String> names = List.of("a", "b", "c", "d").subList(0, features.length);
        return Patch.of(
                MultivariateData.DATASET,
                Optional.of(new Dataset("own", names, features, "y", y, new boolean[y.length])));
    }

    private static Patch of(Model model) {
        return Patch.of(Multivariate.MODEL_CHOICE, model);
    }

    private static double[] column(Frame frame, String path) {
        return ((Report.Column) frame.at(path).orElseThrow()).values();
    }

    private static List<String> texts(Frame frame, String path) {
        return ((Report.Items) frame.at(path).orElseThrow())
                .items().stream().map(text -> ((Report.Text) text).value()).toList();
    }

    private static List<String> reasons(Frame frame, String stage) {
        Outcome<?> outcome = frame.results().stream()
                .filter(result -> result.stage().id().equals(stage))
                .findFirst()
                .orElseThrow()
                .outcome();
        return outcome instanceof Outcome.Failed<?> failed ? failed.reasons() : List.of();
    }

    @Test
    void moreFeaturesThanRowsAreOfferedAPenalty() {
        assertThat(curesThatHelp(DEFAULTS.with(of(Model.OLS)
                        .and(Patch.of(MultivariateData.SAMPLES, 20))
                        .and(Patch.of(MultivariateData.FEATURES, 50)))))
                .containsExactly("Use ridge");
    }

    @Test
    void theDiabetesTableReproducesThePublishedOrderOfEntry() {
        Path file = SharedFiles.find("data/diabetes.csv");
        assumeTrue(Files.exists(file), "the diabetes table lies beside the project");
        List<String> features = List.of("age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6");
        Dataset diabetes = Dataset.select(TableReader.read(file), features, "target", null);
        Frame frame = run(Patch.of(MultivariateData.DATASET, Optional.of(diabetes))
                .and(Patch.of(OneVariable.TEST_FRACTION, 0.0)));

        assertThat(texts(frame, "entry.names"))
                .containsExactly("bmi", "s5", "bp", "s3", "sex", "s6", "s1", "s4", "s2", "age");
        List<Report> path = ((Report.Items) frame.at("alpha-path.standardized").orElseThrow()).items();
        for (int entered = 0; entered < 10; entered++) {
            int wanted = entered;
            assertThat(path)
                    .as("%d features are in at some alpha of the path", entered)
                    .anyMatch(b -> Arrays.stream(((Report.Column) b).values())
                                    .filter(v -> v != 0)
                                    .count()
                            == wanted);
        }
    }

    @Test
    void anExactPlaneIsFoundInTheUsersOwnUnits() {
        double[][] x = new double[3][30];
        double[] y = new double[30];
        for (int i = 0; i < 30; i++) {
            x[0][i] = 1000 + i;
            x[1][i] = i * i % 7;
            x[2][i] = 1e-6 * (i * i * i % 11);
            y[i] = 5 + 2 * x[0][i] - 3 * x[1][i] + 4e6 * x[2][i];
        }
        Frame frame = run(own(x, y).and(of(Model.OLS)));

        double[] found = column(frame, "fit.coefficients");
        double[] wanted = {5, 2, -3, 4e6};
        for (int k = 0; k < 4; k++) {
            assertThat(found[k]).isCloseTo(wanted[k], within(1e-9 * Math.abs(wanted[k])));
        }
        assertThat(frame.at("truth.slopes")).isEmpty();
    }

    @Test
    void theTrueCoefficientsOfGeneratedDataAreShownAndNearlyFound() {
        Frame frame = run(of(Model.OLS).and(Patch.of(MultivariateData.SAMPLES, 20_000)));

        double[] truth = column(frame, "truth.slopes");
        double[] found = column(frame, "fit.slopes");
        assertThat(truth).hasSize(12).startsWith(10, -5, 10.0 / 3, -2.5, 0);
        for (int j = 0; j < truth.length; j++) {
            assertThat(found[j]).isCloseTo(truth[j], within(0.3));
        }
        assertThat(frame.at("points.note")).contains(new Report.Text("the plots show 1 of every 4 rows"));
    }

    @Test
    void onlyLeastSquaresHasStandardErrors() {
        assertThat(column(run(of(Model.OLS)), "inference.standardError"))
                .hasSize(13)
                .doesNotContain(Double.NaN);
        assertThat(column(run(of(Model.RIDGE)), "inference.standardError")).containsOnly(Double.NaN);
    }

    @Test
    void aConstantFeatureHasCoefficientZeroAndANote() {
        double[][] x = {new double[20], new double[20]};
        double[] y = new double[20];
        for (int i = 0; i < 20; i++) {
            x[0][i] = 0.1;
            x[1][i] = i;
            y[i] = 3 * i + i % 2;
        }
        for (Model model : Model.values()) {
            Frame frame = run(own(x, y).and(of(model)));
            assertThat(column(frame, "fit.coefficients")[1]).as("%s", model).isZero();
            assertThat(texts(frame, "fit.notes"))
                    .contains("a has one value throughout the training rows: its coefficient is 0");
        }
    }

    @Test
    void dependentFeaturesAreNamedAndShareTheirWeight() {
        double[][] x = {new double[20], new double[20], new double[20]};
        double[] y = new double[20];
        for (int i = 0; i < 20; i++) {
            x[0][i] = i;
            x[1][i] = i * i % 7;
            x[2][i] = 0.1 * i;
            y[i] = 3 * i + i % 2;
        }
        Frame frame = run(own(x, y).and(of(Model.OLS)));

        double[] standardized = column(frame, "fit.standardized");
        assertThat(standardized[0]).isCloseTo(standardized[2], within(1e-12));
        assertThat(texts(frame, "fit.notes"))
                .anySatisfy(note -> assertThat(note).contains("follows from"))
                .contains("of all coefficients that fit equally well these are the smallest;"
                        + " they have no standard errors");
        assertThat(column(frame, "inference.standardError")).containsOnly(Double.NaN);
    }

    @Test
    void nearlyDependentFeaturesAreWarnedOf() {
        assertThat(run(Patch.of(MultivariateData.CORRELATION, 0.99)).at("inference.warning"))
                .hasValueSatisfying(warning -> assertThat(warning.toString())
                        .contains("nearly determined by the other features (variance inflation above 10): x"));
        assertThat(run(Patch.of(MultivariateData.CORRELATION, 0.2)).at("inference.warning"))
                .contains(new Report.Text(""));
    }

    @Test
    void moreFeaturesThanRowsAreRefusedByLeastSquaresAndTakenByTheOthers() {
        Patch wide = Patch.of(MultivariateData.SAMPLES, 20).and(Patch.of(MultivariateData.FEATURES, 50));

        assertThat(reasons(run(wide.and(of(Model.OLS))), "fit"))
                .containsExactly("least squares with 50 features needs at least 51 training rows, not 12;"
                        + " ridge, LASSO and elastic net do not");
        for (Model model : List.of(Model.RIDGE, Model.LASSO, Model.ELASTIC_NET)) {
            assertThat(run(wide.and(of(model))).at("fit.converged"))
                    .as("%s", model)
                    .contains(new Report.Flag(true));
        }
    }

    @Test
    void aConstantTargetIsFittedAndItsUndefinedScoresAreExplained() {
        double[] y = new double[20];
        Arrays.fill(y, 4.25);
        double[] x = new double[20];
        Arrays.setAll(x, i -> i);
        for (Model model : Model.values()) {
            Frame frame = run(own(new double[][] {x}, y).and(of(model)));
            assertThat(column(frame, "fit.coefficients")).as("%s", model).containsExactly(4.25, 0);
            assertThat(texts(frame, "fit.notes"))
                    .contains("R² needs values of y that differ, and all 20 training values are equal");
            assertThat(texts(frame, "entry.names")).isEmpty();
        }
    }

    @Test
    void extremeValuesAreRefusedColumnByColumn() {
        double[] huge = new double[20];
        double[] tiny = new double[20];
        double[] holed = new double[20];
        for (int i = 0; i < 20; i++) {
            huge[i] = i * 1e300;
            tiny[i] = i * 1e-300;
            holed[i] = i == 3 ? Double.NaN : i;
        }
        assertThat(reasons(run(own(new double[][] {huge, tiny, holed}, new double[20])), "sample"))
                .hasSize(3)
                .contains("c must be finite, but row 4 has NaN")
                .anySatisfy(reason -> assertThat(reason).startsWith("the largest |a| must be between 1e-150 and 1e150"))
                .anySatisfy(
                        reason -> assertThat(reason).startsWith("the largest |b| must be between 1e-150 and 1e150"));
    }

    @Test
    void tooManyFeaturesAreRefusedWithTheirNumber() {
        double[][] x = new double[1001][2];
        List<String> names = IntStream.range(0, 1001).mapToObj(j -> "f" + j).toList();
        Patch wide = Patch.of(
                MultivariateData.DATASET, Optional.of(new Dataset("wide", names, x, "y", new double[2], null)));

        assertThat(reasons(run(wide), "sample")).containsExactly("the features must be at most 1000 columns, not 1001");
    }

    @Test
    void foldsMustNotOutnumberTheTrainingRows() {
        Patch few = Patch.of(MultivariateData.SAMPLES, 10).and(Patch.of(OneVariable.FOLDS, 9));

        assertThat(reasons(run(few), "fit"))
                .containsExactly("folds must be at most the number of training rows, 6, not 9");
    }

    @Test
    void aTableThatWouldNotFitIntoMemoryIsNotGenerated() {
        Snapshot vast = DEFAULTS.with(
                Patch.of(MultivariateData.SAMPLES, 1_000_000).and(Patch.of(MultivariateData.FEATURES, 21)));

        assertThat(MULTIVARIATE.problems(vast))
                .containsExactly(
                        new Problem("samples", "samples times features must be at most 20000000, not 21000000"));
    }

    @Test
    void leastSquaresHasNoPath() {
        Frame frame = run(of(Model.OLS));

        String reason = "least squares has no penalty, so there is no path against alpha";
        assertThat(reasons(frame, "alpha-path")).containsExactly(reason);
        assertThat(frame.at("penalty.note")).contains(new Report.Text(reason));
    }

    @Test
    void parametersThatHaveNoEffectAreNamed() {
        assertThat(MULTIVARIATE.idle(DEFAULTS)).containsExactlyInAnyOrder(Regression.ALPHA, Regression.L1_RATIO);
        assertThat(MULTIVARIATE.idle(
                        DEFAULTS.with(of(Model.ELASTIC_NET).and(Patch.of(Regression.ALPHA_MODE, AlphaMode.FIXED)))))
                .containsExactly(OneVariable.FOLDS);
    }
}
