package org.interactiveml.engine.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeastSquaresOracleTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
                29, 30
            })
    void everyCoefficientIsCorrectToTwelveDigitsByArithmeticOfManyDigits(int degree) {
        SplittableRandom random = new SplittableRandom(degree);
        double low = -9 + 12 * random.nextDouble();
        Rows rows = Fixtures.wave(degree + 1 + random.nextInt(60), low, low + 6, 1, degree);
        check(rows, degree);
    }

    @ParameterizedTest
    @CsvSource({"10, -9, -3", "6, 1000, 1001", "4, -1e6, 1e7", "12, 0, 5", "3, 1e-30, 2e-30"})
    void coefficientsFarFromTheOriginKeepTheirDigits(int degree, double low, double high) {
        check(Fixtures.wave(82, low, high, 0.01, 3), degree);
    }

    private static void check(Rows rows, int degree) {
        PolynomialFit fit =
                Fixtures.fit(Fixtures.sample(rows, Partition.inOrder(rows.size(), 2)), degree, new LinearModel.Ols());
        double[] exact = new LeastSquaresInManyDigits(rows.x(), rows.y(), degree).coefficients();
        for (int k = 0; k <= degree; k++) {
            assertThat(fit.coefficients()[k])
                    .as("degree %d, %d rows, coefficient %d", degree, rows.size(), k)
                    .isCloseTo(exact[k], within(1e-12 * Math.abs(exact[k])));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void standardErrorsAndBandAreThoseOfCommonsMath(int degree) {
        Rows rows = Fixtures.wave(60, -1, 3, 1, degree);
        PolynomialFit fit =
                Fixtures.fit(Fixtures.sample(rows, Partition.inOrder(rows.size(), 2)), degree, new LinearModel.Ols());
        double[][] powers = new double[rows.size()][degree];
        for (int i = 0; i < rows.size(); i++) {
            for (int k = 0; k < degree; k++) {
                powers[i][k] = StrictMath.pow(rows.x()[i], k + 1);
            }
        }
        OLSMultipleLinearRegression oracle = new OLSMultipleLinearRegression();
        oracle.newSampleData(rows.y(), powers);
        LeastSquares inference = Objects.requireNonNull(fit.leastSquares());
        double[] errors = oracle.estimateRegressionParametersStandardErrors();
        double[] ours = inference.coefficientStandardErrors();
        for (int k = 0; k <= degree; k++) {
            assertThat(ours[k]).isCloseTo(errors[k], within(1e-9 * errors[k]));
        }
        assertThat(inference.residualVariance())
                .isCloseTo(oracle.estimateErrorVariance(), within(1e-10 * oracle.estimateErrorVariance()));
        assertThat(fit.train().r2()).isCloseTo(oracle.calculateRSquared(), within(1e-12));
        double[] atZero = new double[1];
        inference.standardErrors(new double[] {0}, atZero);
        assertThat(atZero[0]).isCloseTo(errors[0], within(1e-9 * errors[0]));
        assertThat(inference.quantile(0.95)).isBetween(1.96, 2.01);
    }

    @Test
    void fastAndExactPrecisionDrawTheSameCurve() {
        PolynomialSample sample = Fixtures.split(Fixtures.wave(200, -5, 5, 2, 1), 0.3, 5, 1);
        double[] x = sample.rows().x();
        double[] exact = Fixtures.predict(Fixtures.fit(sample, 10, new LinearModel.Ols()), x);
        double[] fast = new double[x.length];
        PolynomialRegression.fit(sample, 10, new LinearModel.Ols(), Precision.FAST, Fixtures.WORKERS, Fixtures.NEVER)
                .curve()
                .evaluate(x, fast, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            assertThat(fast[i]).isCloseTo(exact[i], within(1e-10));
        }
    }

    /** There the curve runs far from the training rows, and what rounding does to it runs with it. */
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 12, 16, 20, 24, 28})
    void fastAndExactPrecisionAgreeOnTestRowsBeyondTheTrainingRows(int degree) {
        Rows rows = Fixtures.wave(60, -5, 5, 2, 3);
        boolean[] beyond = new boolean[60];
        for (int i = 0; i < 60; i++) {
            beyond[i] = rows.x()[i] > 3;
        }
        PolynomialSample sample = Fixtures.sample(rows, Partition.ofTestColumn(beyond, 5));
        LinearModel model = new LinearModel.Ols();
        double exact = Fixtures.fit(sample, degree, model).test().rmse();
        double fast = PolynomialRegression.fit(sample, degree, model, Precision.FAST, Fixtures.WORKERS, Fixtures.NEVER)
                .test()
                .rmse();
        assertThat(fast).isCloseTo(exact, within(1e-8 * exact));
    }
}
