package org.interactiveml.engine.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Objects;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of the evaluation views against fits made one by one on rows sorted out by hand. */
class EvaluationNumbersTest {
    private static final Alpha CV = new Alpha.CrossValidated();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void crossValidationErrorIsThatOfFitsWithoutTheFold(int seed) {
        PolynomialSample sample = Fixtures.random(seed, 8);
        ErrorByDegree errors = ErrorByDegree.of(sample, 8, new LinearModel.Ols(), Fixtures.WORKERS, Fixtures.NEVER);
        for (int degree = 1; degree <= 8; degree++) {
            double sum = 0;
            int folds = sample.partition().folds();
            for (int fold = 0; fold < folds; fold++) {
                sum += errorOnFold(sample, fold, degree) / folds;
            }
            assertThat(errors.validation()[degree - 1])
                    .as("seed %d, degree %d", seed, degree)
                    .isCloseTo(Math.sqrt(sum), within(1e-9 * Math.sqrt(sum)));
            PolynomialFit fit = Fixtures.fit(sample, degree, new LinearModel.Ols());
            assertThat(errors.train()[degree - 1])
                    .isCloseTo(fit.train().rmse(), within(1e-9 * fit.train().rmse()));
            assertThat(errors.test()[degree - 1])
                    .isCloseTo(fit.test().rmse(), within(1e-9 * fit.test().rmse()));
        }
    }

    // Mean squared error on the fold of a fit whose test part is that fold.
    private static double errorOnFold(PolynomialSample sample, int fold, int degree) {
        int size = sample.partition().trainingRows();
        double[] x = new double[size];
        double[] y = new double[size];
        boolean[] held = new boolean[size];
        int row = 0;
        for (int i = 0; i < sample.rows().size(); i++) {
            if (!sample.partition().isTest(i)) {
                x[row] = sample.rows().x()[i];
                y[row] = sample.rows().y()[i];
                held[row++] = sample.partition().part(i) == fold;
            }
        }
        PolynomialSample rest = Fixtures.sample(new Rows(x, y), Partition.ofTestColumn(held, 2));
        PolynomialFit fit = Fixtures.fit(rest, degree, new LinearModel.Ols());
        return fit.test().rmse() * fit.test().rmse();
    }

    @Test
    void errorsOfPenalizedModelsAreThoseOfTheirFits() {
        PolynomialSample sample = Fixtures.random(3, 6);
        for (LinearModel model : new LinearModel[] {
            LinearModel.lasso(CV), new LinearModel.Ridge(CV), LinearModel.lasso(new Alpha.Fixed(0.3))
        }) {
            ErrorByDegree errors = ErrorByDegree.of(sample, 6, model, Fixtures.WORKERS, Fixtures.NEVER);
            PolynomialFit fit = Fixtures.fit(sample, 6, model);
            assertThat(errors.train()[5]).isEqualTo(fit.train().rmse());
            assertThat(errors.test()[5]).isEqualTo(fit.test().rmse());
            assertThat(errors.validation()).doesNotContain(Double.NaN);
        }
    }

    @Test
    void degreesThatTheRowsDoNotDetermineHaveNoError() {
        PolynomialSample sample = Fixtures.sample(Fixtures.wave(8, -2, 2, 1, 1), Partition.inOrder(8, 4));
        ErrorByDegree errors = ErrorByDegree.of(sample, 10, new LinearModel.Ols(), Fixtures.WORKERS, Fixtures.NEVER);
        assertThat(errors.train()[6]).isLessThan(1e-6);
        assertThat(errors.train()[7]).isNaN();
        assertThat(errors.validation()[4]).isNotNaN();
        assertThat(errors.validation()[5]).isNaN();
    }

    @Test
    void thePathPassesThroughTheFitsAtItsAlphas() {
        PolynomialSample sample = Fixtures.random(9, 7);
        for (LinearModel model : new LinearModel[] {LinearModel.lasso(CV), new LinearModel.Ridge(CV)}) {
            AlphaPath path = AlphaPath.of(sample, 7, model, 30, Fixtures.WORKERS, Fixtures.NEVER);
            for (int a : new int[] {0, 7, 20, 29}) {
                Alpha alpha = new Alpha.Fixed(path.alphas()[a]);
                LinearModel fixed =
                        model instanceof LinearModel.Ridge ? new LinearModel.Ridge(alpha) : LinearModel.lasso(alpha);
                double[] expected = Fixtures.fit(sample, 7, fixed).standardized();
                for (int k = 0; k < 7; k++) {
                    assertThat(path.standardized()[a][k]).isCloseTo(expected[k], within(1e-7));
                }
            }
            assertThat(path.validation()).hasSize(30).doesNotContain(Double.NaN);
        }
    }

    @Test
    void theLearningCurveEndsAtTheFitOnAllTrainingRows() {
        PolynomialSample sample = Fixtures.split(Fixtures.wave(300, -5, 5, 2, 4), 0.3, 5, 4);
        int all = sample.partition().trainingRows();
        int[] sizes = {3, 8, 20, 60, 120, all};
        LinearModel lasso = LinearModel.lasso(new Alpha.Fixed(0.2));
        for (LinearModel model : new LinearModel[] {new LinearModel.Ols(), lasso}) {
            LearningCurve curve = LearningCurve.of(sample, 5, model, 0.2, sizes, Fixtures.WORKERS, Fixtures.NEVER);
            PolynomialFit fit = Fixtures.fit(sample, 5, model);
            assertThat(curve.train()[5])
                    .isCloseTo(fit.train().rmse(), within(1e-9 * fit.train().rmse()));
            assertThat(curve.test()[5])
                    .isCloseTo(fit.test().rmse(), within(1e-9 * fit.test().rmse()));
            if (model instanceof LinearModel.Ols) {
                assertThat(curve.train()[0]).isNaN();
            }
            assertThat(curve.train()[1]).isNotNaN();
        }
    }

    @Test
    void theConditionNumberIsThatOfTheStandardizedPowers() {
        double[] x = {-1, -1, 1, 1, 0, 0};
        double[] y = {1, 2, 3, 4, 5, 7};
        PolynomialSample sample = Fixtures.sample(new Rows(x, y), Partition.inOrder(6, 2));
        Conditioning balanced = Conditioning.of(sample, 2, Fixtures.WORKERS, Fixtures.NEVER);
        assertThat(balanced.conditionNumber()).isCloseTo(1, within(1e-12));
        assertThat(balanced.warning()).isEmpty();
        Conditioning undetermined = Conditioning.of(sample, 3, Fixtures.WORKERS, Fixtures.NEVER);
        assertThat(undetermined.conditionNumber()).isInfinite();
        assertThat(undetermined.warning()).isNotEmpty();
        PolynomialSample high = Fixtures.sample(Fixtures.wave(100, 0, 5, 1, 1), Partition.inOrder(100, 2));
        Conditioning poor = Conditioning.of(high, 15, Fixtures.WORKERS, Fixtures.NEVER);
        assertThat(poor.conditionNumber()).isBetween(1e9, 1e14);
        assertThat(poor.warning()).contains("nearly dependent");
    }

    @Test
    void manyRowsAreScoredFromTheirMomentsAsFromTheirResiduals() {
        PolynomialSample sample = Fixtures.split(Fixtures.wave(50_000, -5, 5, 2, 4), 0.3, 5, 4);
        for (LinearModel model : new LinearModel[] {new LinearModel.Ols(), LinearModel.lasso(CV)}) {
            PolynomialFit fit =
                    PolynomialRegression.fit(sample, 10, model, Precision.FAST, Fixtures.WORKERS, Fixtures.NEVER);
            double sum = 0;
            double[] predicted = Fixtures.predict(fit, sample.rows().x());
            for (int i = 0; i < predicted.length; i++) {
                double r = sample.rows().y()[i] - predicted[i];
                sum += sample.partition().isTest(i) ? r * r : 0;
            }
            assertThat(Objects.requireNonNull(fit.test()).residualSumOfSquares())
                    .isCloseTo(sum, within(1e-10 * sum));
        }
    }

    @Test
    void aLearningCurveOfManyRowsTrainsItsFirstRowsAsExactlyAsAFew() {
        PolynomialSample many = Fixtures.split(Fixtures.wave(80_000, -5, 5, 1, 3), 0.3, 5, 3);
        int degree = 20;
        LearningCurve curve = LearningCurve.of(
                many,
                degree,
                new LinearModel.Ols(),
                Double.NaN,
                new int[] {23, 56_000},
                Fixtures.WORKERS,
                Fixtures.NEVER);
        Partition cut = many.partition().cutAt(new int[] {23, 56_000}, Fixtures.WORKERS, Fixtures.NEVER);
        double[] x = new double[23];
        double[] y = new double[23];
        int count = 0;
        for (int i = 0; i < cut.size(); i++) {
            if (cut.part(i) == 0) {
                x[count] = many.rows().x()[i];
                y[count++] = many.rows().y()[i];
            }
        }
        PolynomialFit alone =
                Fixtures.fit(Fixtures.sample(new Rows(x, y), Partition.inOrder(23, 2)), degree, new LinearModel.Ols());
        assertThat(curve.train()[0]).isCloseTo(alone.train().rmse(), withinPercentage(0.01));
    }
}
