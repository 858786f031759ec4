package org.interactiveml.engine.model.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import org.interactiveml.engine.data.LabelledRows;
import org.interactiveml.engine.data.Range;
import org.interactiveml.engine.data.Shape;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticDataTest {

    private static LabelledRows rows(double[] labels, double[]... features) {
        return new LabelledRows(features, labels);
    }

    @Test
    void featuresComeInTheOrderOfScikitLearn() {
        assertThat(Monomials.of(2, 3).names(List.of("x1", "x2")))
                .containsExactly("x1", "x2", "x1^2", "x1 x2", "x2^2", "x1^3", "x1^2 x2", "x1 x2^2", "x2^3");
        assertThat(Monomials.of(3, 2).names(List.of("a", "b", "c")))
                .containsExactly("a", "b", "c", "a^2", "a b", "a c", "b^2", "b c", "c^2");
    }

    @Test
    void tooManyProductsAreRefused() {
        assertThatThrownBy(() -> Monomials.of(20, 6))
                .isInstanceOf(Infeasible.class)
                .hasMessage(
                        "degree 6 of 20 features makes 230229 products, and there must be at most 500: choose a lower"
                                + " degree or fewer features");
    }

    @Test
    void completeSeparationIsNamed() {
        LabelledRows rows = Samples.plane(Shape.LINEAR, 100, 0, 3);

        assertThatThrownBy(() -> Samples.fit(rows, 1, Penalty.none(), false))
                .isInstanceOf(Infeasible.class)
                .hasMessageContaining("can be separated without an error");
    }

    @Test
    void separationButForTiesIsNamed() {
        LabelledRows rows = rows(new double[] {0, 0, 0, 1, 0, 1, 1, 1}, new double[] {1, 2, 3, 4, 4, 4, 5, 6});

        assertThatThrownBy(() -> Samples.fit(rows, 1, Penalty.none(), false))
                .isInstanceOf(Infeasible.class)
                .hasMessageContaining("can be separated but for rows on the border itself");
    }

    @Test
    void oneSwappedRowIsNoSeparation() {
        LabelledRows rows =
                rows(new double[] {0, 0, 0, 1, 0, 1, 1, 1}, new double[] {1, 2, 3, 4, 4 + 1e-3, 4 + 2e-3, 5, 6});

        assertThat(Samples.fit(rows, 1, Penalty.none(), false).convergence().converged())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-100, 1e-6, 1, 1e6, 1e100})
    void badlyScaledFeaturesConvergeToTheSameModel(double unit) {
        LabelledRows plain = Samples.plane(Shape.LINEAR, 200, 3, 5);
        double[] scaled = plain.features()[1].clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = scaled[i] * unit + 1000 * unit;
        }
        LabelledRows shifted = rows(plain.labels(), plain.features()[0], scaled);
        LogisticFit expected = Samples.fit(plain, 1, Penalty.none(), false);
        LogisticFit fit = Samples.fit(shifted, 1, Penalty.none(), false);

        assertThat(fit.convergence().converged()).isTrue();
        assertThat(fit.coefficients()[1]).isCloseTo(expected.coefficients()[1], within(1e-9));
        assertThat(fit.coefficients()[2] * unit).isCloseTo(expected.coefficients()[2], within(1e-9));
    }

    @Test
    void aConstantFeatureHasNoWeight() {
        LabelledRows plain = Samples.plane(Shape.LINEAR, 100, 3, 5);
        double[] constant = new double[100];
        Arrays.fill(constant, 0.1);
        LogisticFit fit = Samples.fit(rows(plain.labels(), plain.features()[0], constant), 1, Penalty.none(), false);

        assertThat(fit.coefficients()[2]).isZero();
        assertThat(fit.constantColumns()).containsExactly(1);
    }

    @Test
    void aFeatureGivenTwiceStillHasTheBestPredictions() {
        LabelledRows plain = Samples.plane(Shape.LINEAR, 100, 3, 5);
        double[] x = plain.features()[0];
        LogisticFit once = Samples.fit(rows(plain.labels(), x), 1, Penalty.none(), false);
        LogisticFit twice = Samples.fit(rows(plain.labels(), x, x), 1, Penalty.none(), false);

        assertThat(twice.convergence().converged()).isTrue();
        assertThat(twice.train().logLoss()).isCloseTo(once.train().logLoss(), within(1e-12));
    }

    @Test
    void moreFeaturesThanRowsAreKeptInCheckByThePenalty() {
        LabelledRows rows = Samples.plane(Shape.MOONS, 12, 3, 5);

        assertThat(Samples.fit(rows, 6, Penalty.lasso(1), true).convergence().converged())
                .isTrue();
        assertThat(Samples.fit(rows, 6, Penalty.ridge(1), true).convergence().converged())
                .isTrue();
    }

    @Test
    void anOverwhelmingPenaltyLeavesTheShareOfTheClasses() {
        LabelledRows rows = Samples.plane(Shape.LINEAR, 200, 3, 5);
        LogisticFit fit = Samples.fit(rows, 3, Penalty.lasso(1e-6), false);
        double positives = rows.positives();

        assertThat(fit.standardized()).containsOnly(0);
        assertThat(fit.coefficients()[0])
                .isCloseTo(StrictMath.log(positives / (rows.size() - positives)), within(1e-12));
    }

    @Test
    void productsBeyondAllNumbersAreRefused() {
        LabelledRows rows = rows(new double[] {0, 1, 0, 1}, new double[] {1e200, 2e200, 3e200, 4e200});

        assertThatThrownBy(() -> Samples.fit(rows, 2, Penalty.ridge(1), false))
                .isInstanceOf(Infeasible.class)
                .hasMessage(
                        "at degree 2 the products of the features are too large for a number: choose a lower degree or"
                                + " smaller units");
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        LabelledRows rows = Samples.plane(Shape.MOONS, 30_000, 2, 9);
        Workers many = new Workers(ForkJoinPool.commonPool(), 4);
        Design design = Design.of(rows, Monomials.of(2, 3), many, Samples.NEVER);
        LogisticFit parallel =
                LogisticRegression.fit(design, rows, Penalty.elasticNet(1, 0.5), true, many, Samples.NEVER);
        LogisticFit alone = LogisticRegression.fit(
                Design.of(rows, Monomials.of(2, 3), Samples.WORKERS, Samples.NEVER),
                rows,
                Penalty.elasticNet(1, 0.5),
                true,
                Samples.WORKERS,
                Samples.NEVER);

        assertThat(parallel.coefficients()).containsExactly(alone.coefficients());
        assertThat(parallel.test().logLoss()).isEqualTo(alone.test().logLoss());
        assertThat(parallel.test().auc()).isEqualTo(alone.test().auc());
    }

    @Test
    void aCancelledFitStops() {
        LabelledRows rows = Samples.plane(Shape.MOONS, 1000, 2, 9);
        Design design = Design.of(rows, Monomials.of(2, 3), Samples.WORKERS, Samples.NEVER);
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();

        assertThatThrownBy(
                        () -> LogisticRegression.fit(design, rows, Penalty.ridge(1), false, Samples.WORKERS, cancelled))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void theLogisticFunctionIsThatOfStrictMath() {
        double[] f = {-1000, -40, -1, 0, 1, 40, 1000};
        double[] p = new double[f.length];
        Logistic.probabilities(f, p, 0, f.length);
        for (int i = 0; i < f.length; i++) {
            assertThat(p[i]).isCloseTo(1 / (1 + StrictMath.exp(-f[i])), within(2e-16));
        }
    }

    @Test
    void theLossIsExactForTheCertainAndTheLost() {
        assertThat(Logistic.loss(new double[] {40}, new double[] {1}, Samples.NEVER))
                .isCloseTo(StrictMath.exp(-40), within(1e-30));
        assertThat(Logistic.loss(new double[] {-1000}, new double[] {1}, Samples.NEVER))
                .isEqualTo(1000);
        assertThat(Logistic.loss(new double[] {0, 0}, new double[] {0, 1}, Samples.NEVER))
                .isCloseTo(2 * StrictMath.log(2), within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 2, 30})
    void theLossOfManyRowsIsTheSumOfTheirLossesAndItsDerivativesAreTheirs(double largest) {
        Random random = new Random(7);
        double[] f = random.doubles(1001, -largest, largest).toArray();
        double[] labels = new double[f.length];
        double[] residual = new double[f.length];
        double[] curvature = new double[f.length];
        double sum = 0;
        for (int i = 0; i < f.length; i++) {
            labels[i] = random.nextInt(2);
            sum += StrictMath.log1p(StrictMath.exp((1 - 2 * labels[i]) * f[i]));
        }

        assertThat(Logistic.loss(f, labels, residual, curvature, 0, f.length)).isCloseTo(sum, within(1e-12 * sum));
        for (int i = 0; i < f.length; i++) {
            double wrong = 1 / (1 + StrictMath.exp((2 * labels[i] - 1) * f[i]));
            double right = 1 / (1 + StrictMath.exp((1 - 2 * labels[i]) * f[i]));
            assertThat(residual[i]).isCloseTo((1 - 2 * labels[i]) * wrong, within(1e-15 * wrong));
            assertThat(curvature[i]).isCloseTo(wrong * right, within(1e-14 * wrong * right));
        }
    }

    @Test
    void theSurfaceOfAHighDegreeIsTheModel() {
        LabelledRows rows = Samples.plane(Shape.MOONS, 200, 1, 2);
        LogisticFit fit = Samples.fit(rows, 6, Penalty.ridge(0.1), true);
        ProbabilitySurface surface = ProbabilitySurface.of(fit, new Range(-5, 5), new Range(-4, 6), 20);

        for (int j = 0; j < 20; j++) {
            for (int i = 0; i < 20; i++) {
                double f = fit.coefficients()[0];
                for (int k = 0; k < fit.design().monomials().size(); k++) {
                    f += fit.coefficients()[k + 1]
                            * StrictMath.pow(
                                    surface.x1()[i], fit.design().monomials().power(k, 0))
                            * StrictMath.pow(
                                    surface.x2()[j], fit.design().monomials().power(k, 1));
                }
                assertThat(surface.probabilities()[j * 20 + i]).isCloseTo(1 / (1 + StrictMath.exp(-f)), within(1e-10));
            }
        }
    }
}
