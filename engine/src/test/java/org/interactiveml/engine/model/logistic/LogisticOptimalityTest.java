package org.interactiveml.engine.model.logistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.interactiveml.engine.data.LabelledRows;
import org.interactiveml.engine.data.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conditions of a minimum, computed anew by plain loops from the reported coefficients. */
class LogisticOptimalityTest {
    private static final Shape[] SHAPES = Shape.values();

    @ParameterizedTest(name = "degree {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void noCoefficientCanBeBettered(int degree) {
        for (long seed = 1; seed <= 12; seed++) {
            Random random = new Random(100L * degree + seed);
            Shape shape = SHAPES[random.nextInt(SHAPES.length)];
            LabelledRows rows = Samples.plane(shape, 30 + random.nextInt(300), 1 + 3 * random.nextDouble(), seed);
            double c = Math.pow(10, -2 + 2 * random.nextDouble());
            Penalty penalty = switch (random.nextInt(3)) {
                case 0 -> Penalty.lasso(c);
                case 1 -> Penalty.ridge(c);
                default -> Penalty.elasticNet(c, random.nextDouble());
            };
            boolean standardized = random.nextBoolean();
            LogisticFit fit = Samples.fit(rows, degree, penalty, standardized);

            assertThat(fit.convergence().converged())
                    .as("%s seed %d %s %s %s", shape, seed, penalty, standardized, fit.convergence())
                    .isTrue();
            assertThat(violation(rows, fit, penalty, standardized))
                    .as("%s seed %d %s %s %s", shape, seed, penalty, standardized, fit.convergence())
                    .isLessThan(1e-8);
        }
    }

    @ParameterizedTest(name = "degree {0}")
    @ValueSource(ints = {1, 2, 3})
    void withoutAPenaltyTheGradientVanishes(int degree) {
        for (long seed = 1; seed <= 10; seed++) {
            LabelledRows rows = Samples.plane(Shape.LINEAR, 300, 4, seed);
            LogisticFit fit = Samples.fit(rows, degree, Penalty.none(), false);

            assertThat(fit.convergence().converged()).as("seed %d", seed).isTrue();
            assertThat(violation(rows, fit, Penalty.none(), false))
                    .as("seed %d", seed)
                    .isLessThan(1e-8);
        }
    }

    // The largest component of the shortest sub-gradient, per row and standard deviation of its column.
    private static double violation(LabelledRows rows, LogisticFit fit, Penalty penalty, boolean standardized) {
        Monomials monomials = fit.design().monomials();
        int n = rows.size();
        double[][] columns = new double[monomials.size()][n];
        double[] residual = new double[n];
        double intercept = 0;
        for (int i = 0; i < n; i++) {
            double f = fit.coefficients()[0];
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = StrictMath.pow(rows.features()[0][i], monomials.power(j, 0))
                        * StrictMath.pow(rows.features()[1][i], monomials.power(j, 1));
                f += fit.coefficients()[j + 1] * columns[j][i];
            }
            residual[i] = 1 / (1 + StrictMath.exp(-f)) - rows.labels()[i];
            intercept += residual[i];
        }
        double worst = Math.abs(intercept);
        for (int j = 0; j < columns.length; j++) {
            double mean = 0;
            for (double value : columns[j]) {
                mean += value / n;
            }
            double variance = 0;
            double gradient = 0;
            for (int i = 0; i < n; i++) {
                variance += (columns[j][i] - mean) * (columns[j][i] - mean) / n;
                gradient += residual[i] * (columns[j][i] - mean);
            }
            double deviation = Math.sqrt(variance);
            double unit = standardized ? 1 : deviation;
            double weight = fit.coefficients()[j + 1] * deviation;
            double slope = gradient / deviation + penalty.l2() * weight / unit / unit;
            double kink = penalty.l1() / unit;
            worst = Math.max(
                    worst,
                    weight == 0 ? Math.max(0, Math.abs(slope) - kink) : Math.abs(slope + kink * Math.signum(weight)));
        }
        return worst / n;
    }
}
