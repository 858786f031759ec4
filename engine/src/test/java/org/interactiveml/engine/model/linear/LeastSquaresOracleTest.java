package org.interactiveml.engine.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
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
    private static final MathContext DIGITS_400 = new MathContext(400);

    @ParameterizedTest
    @ValueSource(
            ints = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
                29, 30
            })
    void everyCoefficientIsCorrectToTwelveDigitsByArithmeticOfFourHundredDigits(int degree) {
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
        BigDecimal[] exact = solve(rows, degree);
        for (int k = 0; k <= degree; k++) {
            double expected = exact[k].doubleValue();
            assertThat(fit.coefficients()[k])
                    .as("degree %d, %d rows, coefficient %d", degree, rows.size(), k)
                    .isCloseTo(expected, within(1e-12 * Math.abs(expected)));
        }
    }

    // Normal equations of the powers of x by Gauss's elimination.
    private static BigDecimal[] solve(Rows rows, int degree) {
        int width = degree + 1;
        BigDecimal[] power = new BigDecimal[2 * degree + 1];
        BigDecimal[][] a = new BigDecimal[width][width + 1];
        BigDecimal[] sums = new BigDecimal[2 * degree + 1];
        Arrays.fill(sums, BigDecimal.ZERO);
        BigDecimal[] xy = new BigDecimal[width];
        Arrays.fill(xy, BigDecimal.ZERO);
        for (int i = 0; i < rows.size(); i++) {
            BigDecimal x = new BigDecimal(rows.x()[i]);
            BigDecimal y = new BigDecimal(rows.y()[i]);
            power[0] = BigDecimal.ONE;
            for (int k = 0; k <= 2 * degree; k++) {
                power[k] = k == 0 ? BigDecimal.ONE : power[k - 1].multiply(x, DIGITS_400);
                sums[k] = sums[k].add(power[k], DIGITS_400);
                if (k <= degree) {
                    xy[k] = xy[k].add(power[k].multiply(y, DIGITS_400), DIGITS_400);
                }
            }
        }
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                a[i][j] = sums[i + j];
            }
            a[i][width] = xy[i];
        }
        for (int k = 0; k < width; k++) {
            for (int i = 0; i < width; i++) {
                if (i != k) {
                    BigDecimal factor = a[i][k].divide(a[k][k], DIGITS_400);
                    for (int j = k; j <= width; j++) {
                        a[i][j] = a[i][j].subtract(factor.multiply(a[k][j], DIGITS_400), DIGITS_400);
                    }
                }
            }
        }
        BigDecimal[] solution = new BigDecimal[width];
        for (int k = 0; k < width; k++) {
            solution[k] = a[k][width].divide(a[k][k], DIGITS_400);
        }
        return solution;
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
}
