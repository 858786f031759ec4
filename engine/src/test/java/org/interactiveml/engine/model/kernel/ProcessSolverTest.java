package org.interactiveml.engine.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.interactiveml.engine.model.CurveFixtures.NEVER;

import java.util.concurrent.CancellationException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.interactiveml.engine.model.CurveFixtures;
import org.interactiveml.engine.model.SortedRows;
import org.interactiveml.engine.numeric.Cancellation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The fast solvers against the covariance matrix itself, factored by Commons Math. */
class ProcessSolverTest {
    private static final double[] PLACES = {-7, -5, -1.25, 0, 0.1, 2, 4.99, 6};

    private static double covariance(Kernel kernel, double distance, double lengthScale) {
        double d = Math.abs(distance) / lengthScale;
        return switch (kernel) {
            case RBF -> Math.exp(-d * d / 2);
            case MATERN_3_2 -> (1 + Math.sqrt(3) * d) * Math.exp(-Math.sqrt(3) * d);
            case MATERN_5_2 -> (1 + Math.sqrt(5) * d + 5 * d * d / 3) * Math.exp(-Math.sqrt(5) * d);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "RBF, 1.3, 0.04, 120",
        "RBF, 0.2, 0.5, 60",
        "RBF, 30, 0.001, 90",
        "MATERN_3_2, 1.3, 0.04, 120",
        "MATERN_3_2, 0.02, 0.5, 80",
        "MATERN_3_2, 200, 0.001, 80",
        "MATERN_5_2, 1.3, 0.04, 120",
        "MATERN_5_2, 0.02, 0.5, 80",
        "MATERN_5_2, 200, 0.001, 80"
    })
    void aFastSolverGivesTheNumbersOfTheWholeMatrix(Kernel kernel, double lengthScale, double noise, int n) {
        SortedRows rows = CurveFixtures.wave(n, 1, n);
        rows.x()[7] = rows.x()[6]; // two rows at one place
        double[] y = rows.centredY();
        RealMatrix k = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                k.setEntry(i, j, covariance(kernel, rows.x()[i] - rows.x()[j], lengthScale) + (i == j ? noise : 0));
            }
        }
        CholeskyDecomposition dense = new CholeskyDecomposition(k);
        RealVector weights = dense.getSolver().solve(new ArrayRealVector(y));
        Posterior posterior = new KernelSample(rows).solver(kernel).posterior(lengthScale, noise, NEVER);

        double form = weights.dotProduct(new ArrayRealVector(y));
        assertThat(posterior.quadraticForm()).isCloseTo(form, within(1e-9 * form));
        double log = 0;
        for (int i = 0; i < n; i++) {
            log += 2 * Math.log(dense.getL().getEntry(i, i));
        }
        assertThat(posterior.logDeterminant()).isCloseTo(log, within(1e-9 * n));
        double freedom = n - noise * dense.getSolver().getInverse().getTrace();
        assertThat(posterior.effectiveDegreesOfFreedom()).isCloseTo(freedom, within(1e-9 * n));
        double[] mean = new double[PLACES.length];
        double[] variance = new double[PLACES.length];
        posterior.mean(PLACES, mean, 0, PLACES.length);
        posterior.variance(PLACES, variance, NEVER);
        for (int p = 0; p < PLACES.length; p++) {
            double[] known = new double[n];
            for (int i = 0; i < n; i++) {
                known[i] = covariance(kernel, rows.x()[i] - PLACES[p], lengthScale);
            }
            RealVector column = new ArrayRealVector(known);
            assertThat(mean[p]).as("mean at %s", PLACES[p]).isCloseTo(column.dotProduct(weights), within(1e-8));
            assertThat(variance[p])
                    .as("variance at %s", PLACES[p])
                    .isCloseTo(1 - column.dotProduct(dense.getSolver().solve(column)), within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RBF, 1.5, 0.1", "RBF, 0.4, 0.01", "RBF, 20, 3",
        "MATERN_3_2, 1.5, 0.1", "MATERN_3_2, 0.4, 0.01", "MATERN_3_2, 20, 3",
        "MATERN_5_2, 1.5, 0.1", "MATERN_5_2, 0.4, 0.01", "MATERN_5_2, 20, 3"
    })
    void theGradientIsThatOfDifferences(Kernel kernel, double lengthScale, double noise) {
        ProcessSolver solver = new KernelSample(CurveFixtures.wave(90, 1, 5)).solver(kernel);
        double h = 1e-4;
        ProcessSolver.Slope slope = solver.slope(lengthScale, noise, NEVER);
        double byLength = (solver.slope(lengthScale * Math.exp(h), noise, NEVER).value()
                        - solver.slope(lengthScale * Math.exp(-h), noise, NEVER).value())
                / (2 * h);
        double byNoise = (solver.slope(lengthScale, noise * Math.exp(h), NEVER).value()
                        - solver.slope(lengthScale, noise * Math.exp(-h), NEVER).value())
                / (2 * h);

        assertThat(slope.byLength()).isCloseTo(byLength, within(1e-5));
        assertThat(slope.byNoise()).isCloseTo(byNoise, within(1e-5));
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void aProfileIsTheValueOfTheSlope(Kernel kernel) {
        ProcessSolver solver = new KernelSample(CurveFixtures.wave(150, 1, 6)).solver(kernel);
        double[] noises = {1e-4, 0.03, 7};

        double[] profile = solver.profile(1.1, noises, NEVER);

        for (int k = 0; k < noises.length; k++) {
            assertThat(profile[k]).isCloseTo(solver.slope(1.1, noises[k], NEVER).value(), within(1e-8));
        }
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void aFitThatNobodyWaitsForStops(Kernel kernel) {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        KernelSample sample = new KernelSample(CurveFixtures.wave(200, 1, 7));

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> GaussianProcess.optimised(sample, kernel, cancelled));
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> GaussianProcess.fixed(sample, kernel, 1, 1, 1, cancelled));
    }
}
