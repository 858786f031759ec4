package org.interactiveml.engine.model.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.interactiveml.engine.data.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Certificates computed from the rows themselves, on explicitly standardised powers: independent of moments and Chebyshev
 * polynomials. Seeds equal the degree.
 */
class OptimalityTest {
    private static final double TOLERANCE = 1e-8;

    @ParameterizedTest
    @ValueSource(
            ints = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
                29, 30
            })
    void everyPenalizedFitFulfilsItsOptimalityConditionsOnTheRows(int degree) {
        PolynomialSample sample = Fixtures.random(degree, degree);
        Features features = new Features(sample, degree);
        for (double l1Ratio : new double[] {1, 0.5, 0.1}) {
            for (Alpha alpha : new Alpha[] {new Alpha.CrossValidated(), new Alpha.Fixed(0.02), new Alpha.Fixed(1)}) {
                PolynomialFit fit = Fixtures.fit(sample, degree, new LinearModel.ElasticNet(l1Ratio, alpha));
                assertThat(fit.convergence().converged())
                        .as("degree %d, l1 ratio %f, %s: %s", degree, l1Ratio, alpha, fit.convergence())
                        .isTrue();
                double l1 = fit.alpha() * l1Ratio;
                double l2 = fit.alpha() * (1 - l1Ratio);
                assertThat(features.violation(fit, l1, l2))
                        .as("degree %d, l1 ratio %f, %s", degree, l1Ratio, alpha)
                        .isLessThan(TOLERANCE);
            }
        }
        for (Alpha alpha : new Alpha[] {new Alpha.CrossValidated(), new Alpha.Fixed(0.02), new Alpha.Fixed(1)}) {
            PolynomialFit fit = Fixtures.fit(sample, degree, new LinearModel.Ridge(alpha));
            assertThat(features.violation(fit, 0, fit.alpha() / features.rows))
                    .as("degree %d, ridge %s", degree, alpha)
                    .isLessThan(TOLERANCE);
        }
    }

    /** The training rows as a matrix of standardised powers. */
    private static final class Features {
        final int rows;
        final double[][] columns;
        final double[] y;
        final double[] x;

        Features(PolynomialSample sample, int degree) {
            Rows all = sample.rows();
            rows = sample.partition().trainingRows();
            x = new double[rows];
            y = new double[rows];
            int row = 0;
            for (int i = 0; i < all.size(); i++) {
                if (!sample.partition().isTest(i)) {
                    x[row] = all.x()[i];
                    y[row++] = all.y()[i];
                }
            }
            columns = new double[degree][rows];
            for (int k = 0; k < degree; k++) {
                for (int i = 0; i < rows; i++) {
                    columns[k][i] = StrictMath.pow(x[i], k + 1);
                }
                double mean = new Mean().evaluate(columns[k]);
                double sd = new StandardDeviation(false).evaluate(columns[k]);
                for (int i = 0; i < rows; i++) {
                    columns[k][i] = (columns[k][i] - mean) / sd;
                }
            }
        }

        double violation(PolynomialFit fit, double l1, double l2) {
            double[] b = Objects.requireNonNull(fit.standardized());
            double[] predicted = Fixtures.predict(fit, x);
            double scale = 0;
            double residualSum = 0;
            for (int i = 0; i < rows; i++) {
                residualSum += (y[i] - predicted[i]) / rows;
                scale = Math.max(scale, Math.abs(y[i]));
            }
            double worst = Math.abs(residualSum);
            for (int k = 0; k < columns.length; k++) {
                double slope = -l2 * b[k];
                for (int i = 0; i < rows; i++) {
                    slope += columns[k][i] * (y[i] - predicted[i]) / rows;
                }
                double violation = b[k] == 0 ? Math.abs(slope) - l1 : Math.abs(slope - Math.signum(b[k]) * l1);
                worst = Math.max(worst, violation);
            }
            return worst / scale;
        }
    }
}
