package org.interactiveml.engine.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.junit.jupiter.api.Test;

class InfeasibleDataTest {
    private static final Alpha CV = new Alpha.CrossValidated();
    private static final LinearModel[] MODELS = {
        new LinearModel.Ols(),
        new LinearModel.Ridge(CV),
        new LinearModel.Ridge(new Alpha.Fixed(0.1)),
        LinearModel.lasso(CV),
        LinearModel.lasso(new Alpha.Fixed(0.1)),
        new LinearModel.ElasticNet(0.5, CV),
        new LinearModel.ElasticNet(0, new Alpha.Fixed(0.1))
    };

    private static double[] range(int size, double from, double step) {
        return DoubleStream.iterate(from, v -> v + step).limit(size).toArray();
    }

    private static PolynomialSample sample(double[] x, double[] y) {
        return Fixtures.sample(new Rows(x, y), Partition.inOrder(x.length, 5));
    }

    private static void refused(ThrowingCallable call, String... reasons) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Infeasible.class, e -> assertThat(e.reasons()).containsExactly(reasons));
    }

    @Test
    void columnsThatAreNotFiniteAreNamedTogether() {
        double[] x = range(10, 0, 1);
        double[] y = range(10, 0, 1);
        x[3] = Double.POSITIVE_INFINITY;
        y[6] = Double.NaN;
        refused(
                () -> sample(x, y),
                "x must be finite, but row 4 has Infinity",
                "y must be finite, but row 7 (x = 6.0) has NaN");
    }

    @Test
    void equalXAreRefused() {
        double[] x = {2, 2, 2};
        refused(() -> sample(x, range(3, 0, 1)), "x must take at least 2 different values, but all 3 are 2.0");
    }

    @Test
    void leastSquaresNeedsAsManyRowsAsCoefficients() {
        PolynomialSample sample = sample(range(4, 0, 1), range(4, 0, 1));
        refused(
                () -> Fixtures.fit(sample, 4, new LinearModel.Ols()),
                "least squares of degree 4 needs at least 5 training rows, not 4");
    }

    @Test
    void leastSquaresNeedsAsManyDifferentXAsCoefficients() {
        double[] x = {1, 2, 3, 1, 2, 3, 1, 2, 3};
        refused(
                () -> Fixtures.fit(sample(x, range(9, 0, 1)), 3, new LinearModel.Ols()),
                "least squares of degree 3 needs at least 4 different training values of x, not 3");
    }

    @Test
    void crossValidationNeedsATrainingRowForEachFold() {
        PolynomialSample sample = sample(range(4, 0, 1), range(4, 0, 1));
        for (LinearModel model : new LinearModel[] {new LinearModel.Ridge(CV), LinearModel.lasso(CV)}) {
            refused(
                    () -> Fixtures.fit(sample, 1, model),
                    "folds must be at most the number of training rows, 4, not 5");
        }
    }

    @Test
    void valuesNearTheEndOfTheRangeOfDoublesAreRefused() {
        refused(
                () -> sample(range(6, 0, 1), new double[] {1e300, 2e300, 0, 0, 1, 2}),
                "the largest |y| must be between 1e-150 and 1e150 (its square must be a number), not 2.0E300");
        PolynomialSample wide = sample(range(20, 1e299, 1e299), range(20, 0, 1));
        assertThatThrownBy(() -> Fixtures.fit(wide, 2, new LinearModel.Ols()))
                .isInstanceOf(Infeasible.class)
                .hasMessageContaining("x to the power 2 must be between 1e-300 and 1e300");
        PolynomialSample narrow = sample(range(20, 1e-299, 1e-299), range(20, 0, 1));
        assertThatThrownBy(() -> Fixtures.fit(narrow, 3, LinearModel.lasso(CV)))
                .isInstanceOf(Infeasible.class)
                .hasMessageContaining("x to the power 3 must be between 1e-300 and 1e300");
    }

    @Test
    void aTestPartOfAllRowsLeavesNothingToTrain() {
        Rows rows = new Rows(range(3, 0, 1), range(3, 0, 1));
        refused(
                () -> Fixtures.sample(rows, Partition.ofTestColumn(new boolean[] {true, true, true}, 2)),
                "the training part must have at least 1 row, not 0");
    }

    @Test
    void aConstantYIsFittedAndHasNoR2() {
        double[] y = new double[30];
        Arrays.fill(y, 0.1);
        for (LinearModel model : MODELS) {
            PolynomialFit fit = Fixtures.fit(sample(range(30, -1, 0.1), y), 5, model);
            assertThat(fit.convergence().converged()).isTrue();
            assertThat(fit.curve().value(0.33)).isEqualTo(0.1);
            assertThat(fit.coefficients()).containsExactly(0.1, 0, 0, 0, 0, 0);
            assertThat(fit.train().r2()).isNaN();
            assertThat(fit.train().r2Undefined())
                    .isEqualTo("R² needs values of y that differ, and all 30 training values are equal");
            assertThat(fit.train().rmse()).isZero();
            assertThat(fit.test().r2Undefined()).isEqualTo("R² needs at least 2 test rows, not 0");
        }
    }

    @Test
    void equalTrainingXFitAConstantWherePenalized() {
        double[] x = {5, 1, 1, 1, 1, 1, 1};
        PolynomialSample sample = Fixtures.sample(
                new Rows(x, range(7, 0, 1)),
                Partition.ofTestColumn(new boolean[] {true, false, false, false, false, false, false}, 2));
        refused(
                () -> Fixtures.fit(sample, 1, new LinearModel.Ols()),
                "least squares of degree 1 needs at least 2 different training values of x, not 1");
        for (LinearModel model : MODELS) {
            if (!(model instanceof LinearModel.Ols)) {
                PolynomialFit fit = Fixtures.fit(sample, 3, model);
                assertThat(fit.convergence().converged()).isTrue();
                assertThat(fit.curve().value(5)).isEqualTo(3.5);
            }
        }
    }

    @Test
    void everyModelStaysFiniteOnHardColumns() {
        double[][] columns = {
            range(40, 0, 1e-12),
            range(40, 1e6, 1e-3),
            range(40, -1e9, 1e8),
            DoubleStream.concat(
                            DoubleStream.of(1e6),
                            DoubleStream.iterate(0, v -> v + 0.01).limit(39))
                    .toArray(),
            DoubleStream.iterate(0, v -> v + 1).limit(40).map(v -> v % 4).toArray()
        };
        for (double[] x : columns) {
            double[] y = new double[x.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = StrictMath.sin(7 * i) + 0.1 * i;
            }
            for (LinearModel model : MODELS) {
                for (int degree : new int[] {1, 3, 10}) {
                    try {
                        PolynomialFit fit = Fixtures.fit(sample(x, y), degree, model);
                        assertThat(fit.coefficients()).doesNotContain(Double.NaN);
                        assertThat(fit.train().r2()).as("%s %d", model, degree).isBetween(-1e-9, 1.0);
                        assertThat(fit.convergence().converged())
                                .as("x from %s by degree %d of %s: %s", x[0], degree, model, fit.convergence())
                                .isTrue();
                    } catch (Infeasible e) {
                        assertThat(model).isInstanceOf(LinearModel.Ols.class);
                        assertThat(e.reasons()).isNotEmpty();
                    }
                }
            }
        }
    }

    @Test
    void aCancelledFitStops() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        PolynomialSample sample = sample(range(40, 0, 0.1), range(40, 0, 1));
        assertThatThrownBy(() -> PolynomialRegression.fit(
                        sample, 3, LinearModel.lasso(CV), Precision.FAST, Fixtures.WORKERS, cancelled))
                .isInstanceOf(CancellationException.class);
    }
}
