package org.interactiveml.engine.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every model at every degree against Commons Math, which sees the training rows as a matrix and knows neither moments nor
 * active sets. What is compared is the curve at the training rows; κ is the condition number of the oracle's own matrix, so
 * that a tolerance says how many of the sixteen digits the problem itself leaves. Seeds equal the degree.
 */
class PolynomialOracleTest {
    private static final double UNIT_ROUNDOFF = 0x1p-53;
    /** A small factor for the number of operations; 15 is the most that occurs. */
    private static final double SLACK = 50;

    static Stream<Integer> degrees() {
        return IntStream.rangeClosed(1, PolynomialSample.MAX_DEGREE).boxed();
    }

    /** Least squares: Householder's QR of the Chebyshev polynomials at the rows. */
    @ParameterizedTest
    @MethodSource("degrees")
    void leastSquares(int degree) {
        Rows rows = new Rows(degree);
        PolynomialFit fit = Fixtures.fit(rows.sample, degree, new LinearModel.Ols());
        RealMatrix basis = rows.chebyshev();

        RealVector curve = basis.operate(new QRDecomposition(basis).getSolver().solve(new ArrayRealVector(rows.y)));

        double condition = new SingularValueDecomposition(basis).getConditionNumber();
        rows.assertSameCurve(fit, curve.toArray(), condition);
    }

    /** Ridge: QR of the standardised powers with rows of √alpha below. */
    @ParameterizedTest
    @MethodSource("degrees")
    void ridge(int degree) {
        Rows rows = new Rows(degree);
        for (Alpha alpha : new Alpha[] {new Alpha.CrossValidated(), new Alpha.Fixed(0.3), new Alpha.Fixed(30)}) {
            PolynomialFit fit = Fixtures.fit(rows.sample, degree, new LinearModel.Ridge(alpha));
            int[] all = IntStream.range(0, degree).toArray();
            RealMatrix system = rows.augmented(all, fit.alpha());

            RealVector b = new QRDecomposition(system).getSolver().solve(rows.centredY(system.getRowDimension()));

            double condition = new SingularValueDecomposition(system).getConditionNumber();
            rows.assertSameCurve(fit, rows.curve(all, b), condition);
        }
    }

    @ParameterizedTest
    @MethodSource("degrees")
    void lasso(int degree) {
        Rows rows = new Rows(degree);
        for (Alpha alpha : new Alpha[] {new Alpha.CrossValidated(), new Alpha.Fixed(0.02), new Alpha.Fixed(1)}) {
            rows.assertSolvesOnItsSupport(degree, 1, alpha);
        }
    }

    @ParameterizedTest
    @MethodSource("degrees")
    void elasticNet(int degree) {
        Rows rows = new Rows(degree);
        for (double l1Ratio : new double[] {0.9, 0.5, 0.1}) {
            for (Alpha alpha : new Alpha[] {new Alpha.CrossValidated(), new Alpha.Fixed(0.02)}) {
                rows.assertSolvesOnItsSupport(degree, l1Ratio, alpha);
            }
        }
    }

    /** The training rows of a random problem, and their standardised powers. */
    private static final class Rows {
        final PolynomialSample sample;
        final double[] x;
        final double[] y;
        private final int degree;
        private final int n;
        private final double yMean;
        private final double scale;
        private final RealMatrix powers;

        Rows(int degree) {
            this.degree = degree;
            sample = Fixtures.random(degree, degree);
            int[] training = IntStream.range(0, sample.rows().size())
                    .filter(i -> !sample.partition().isTest(i))
                    .toArray();
            n = training.length;
            x = Arrays.stream(training).mapToDouble(i -> sample.rows().x()[i]).toArray();
            y = Arrays.stream(training).mapToDouble(i -> sample.rows().y()[i]).toArray();
            yMean = Arrays.stream(y).average().orElseThrow();
            scale = Arrays.stream(y).map(Math::abs).max().orElseThrow();
            powers = new BlockRealMatrix(n, degree);
            for (int k = 1; k <= degree; k++) {
                int power = k;
                double[] column =
                        Arrays.stream(x).map(v -> StrictMath.pow(v, power)).toArray();
                double mean = Arrays.stream(column).average().orElseThrow();
                double sd = Math.sqrt(Arrays.stream(column)
                        .map(v -> (v - mean) * (v - mean))
                        .average()
                        .orElseThrow());
                powers.setColumn(
                        k - 1, Arrays.stream(column).map(v -> (v - mean) / sd).toArray());
            }
        }

        RealMatrix chebyshev() {
            double low = Arrays.stream(x).min().orElseThrow();
            double high = Arrays.stream(x).max().orElseThrow();
            RealMatrix basis = new BlockRealMatrix(n, degree + 1);
            for (int i = 0; i < n; i++) {
                double t = (2 * x[i] - low - high) / (high - low);
                for (int k = 0; k <= degree; k++) {
                    basis.setEntry(
                            i,
                            k,
                            k == 0 ? 1 : k == 1 ? t : 2 * t * basis.getEntry(i, k - 1) - basis.getEntry(i, k - 2));
                }
            }
            return basis;
        }

        /** The chosen powers with rows of √alpha below. */
        RealMatrix augmented(int[] chosen, double alpha) {
            int p = chosen.length;
            RealMatrix system = new BlockRealMatrix(n + p, p);
            for (int k = 0; k < p; k++) {
                for (int i = 0; i < n; i++) {
                    system.setEntry(i, k, powers.getEntry(i, chosen[k]));
                }
                system.setEntry(n + k, k, Math.sqrt(alpha));
            }
            return system;
        }

        RealVector centredY(int length) {
            RealVector centred = new ArrayRealVector(length);
            for (int i = 0; i < n; i++) {
                centred.setEntry(i, y[i] - yMean);
            }
            return centred;
        }

        double[] curve(int[] chosen, RealVector b) {
            double[] curve = new double[n];
            for (int i = 0; i < n; i++) {
                curve[i] = yMean;
                for (int k = 0; k < chosen.length; k++) {
                    curve[i] += b.getEntry(k) * powers.getEntry(i, chosen[k]);
                }
            }
            return curve;
        }

        void assertSameCurve(PolynomialFit fit, double[] curve, double condition) {
            double tolerance = SLACK * UNIT_ROUNDOFF * condition * scale;
            double[] ours = Fixtures.predict(fit, x);
            for (int i = 0; i < n; i++) {
                assertThat(ours[i])
                        .as("degree %d, alpha %s, condition %.1e, row %d", degree, fit.alpha(), condition, i)
                        .isCloseTo(curve[i], within(tolerance));
            }
        }

        /**
         * With the signs s of the support A given, b_A solves (X'X + n alpha (1 − ρ)) b = X'y − n alpha ρ s: by the singular
         * values of X_A with rows of √(n alpha (1 − ρ)) below. It must have these signs, and no other power may want to enter.
         */
        void assertSolvesOnItsSupport(int degree, double l1Ratio, Alpha alpha) {
            PolynomialFit fit = Fixtures.fit(sample, degree, new LinearModel.ElasticNet(l1Ratio, alpha));
            double[] reported = fit.standardized();
            int[] support =
                    IntStream.range(0, degree).filter(k -> reported[k] != 0).toArray();
            double l1 = n * fit.alpha() * l1Ratio;
            double l2 = n * fit.alpha() * (1 - l1Ratio);
            RealVector b = new ArrayRealVector(support.length);
            double condition = 1;
            if (support.length > 0) {
                RealMatrix system = augmented(support, l2);
                SingularValueDecomposition decomposition = new SingularValueDecomposition(system);
                condition = decomposition.getConditionNumber();
                RealVector signs = new ArrayRealVector(Arrays.stream(support)
                        .mapToDouble(k -> Math.signum(reported[k]))
                        .toArray());
                RealMatrix v = decomposition.getV();
                RealVector turned = v.preMultiply(signs);
                for (int k = 0; k < support.length; k++) {
                    double singular = decomposition.getSingularValues()[k];
                    turned.setEntry(k, turned.getEntry(k) / (singular * singular));
                }
                b = decomposition
                        .getSolver()
                        .solve(centredY(n + support.length))
                        .subtract(v.operate(turned).mapMultiply(l1));
            }
            double[] curve = curve(support, b);
            assertSameCurve(fit, curve, condition);

            double rounding = SLACK * UNIT_ROUNDOFF * condition * scale * n;
            double[] residual = new double[n];
            Arrays.setAll(residual, i -> y[i] - curve[i]);
            double[] slopes = powers.preMultiply(residual);
            for (int k = 0; k < degree; k++) {
                if (reported[k] == 0) {
                    assertThat(Math.abs(slopes[k]))
                            .as("degree %d, power %d", degree, k + 1)
                            .isLessThan(l1 + rounding);
                }
            }
            for (int k = 0; k < support.length; k++) {
                assertThat(b.getEntry(k) * reported[support[k]])
                        .as("degree %d, sign of power %d", degree, support[k] + 1)
                        .isPositive();
            }
        }
    }
}
