package org.interactiveml.engine.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.interactiveml.engine.model.CurveFixtures.NEVER;
import static org.interactiveml.engine.model.CurveFixtures.at;
import static org.interactiveml.engine.model.CurveFixtures.rows;
import static org.interactiveml.engine.model.CurveFixtures.wave;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.interactiveml.engine.model.SortedRows;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GaussianProcessTest {

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void hugeNoiseGivesTheMean(Kernel kernel) {
        SortedRows rows = wave(50, 1, 1);
        GaussianProcess process = GaussianProcess.fixed(new KernelSample(rows), kernel, 1, 1, 1e6, NEVER);

        assertThat(at(process, 0.3)[0]).isCloseTo(rows.meanY(), within(1e-8));
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void hardlyAnyNoiseInterpolates(Kernel kernel) {
        SortedRows rows = rows(new double[] {0, 1, 2, 4, 7}, new double[] {1, -2, 3, 0.5, 4});
        GaussianProcess process = GaussianProcess.fixed(new KernelSample(rows), kernel, 1, 3, 1e-5, NEVER);

        double[] y = at(process, rows.x());
        for (int i = 0; i < y.length; i++) {
            assertThat(y[i]).isCloseTo(rows.y()[i], within(1e-7));
        }
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void kernelRidgeIsTheMeanOfTheProcess(Kernel kernel) {
        KernelSample sample = new KernelSample(wave(70, 1, 2));
        GaussianProcess process = GaussianProcess.fixed(sample, kernel, 0.8, 2, 1, NEVER);
        KernelRidge ridge = KernelRidge.fit(sample, kernel, 0.8, 0.25, NEVER);

        assertThat(at(ridge, -6, 0, 1.5)).containsExactly(at(process, -6, 0, 1.5));
        assertThat(ridge.band(new double[] {0}, 0.95, NEVER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"RBF, 1", "RBF, 2", "RBF, 3", "MATERN_3_2, 1", "MATERN_3_2, 2", "MATERN_5_2, 1", "MATERN_5_2, 2"})
    void noOtherHyperparametersMakeTheRowsMoreLikely(Kernel kernel, long seed) {
        KernelSample sample = new KernelSample(wave(60, 1, seed));
        GaussianProcess best = GaussianProcess.optimised(sample, kernel, NEVER);
        SplittableRandom random = new SplittableRandom(seed);

        assertThat(best.convergence().converged()).as("%s", best.convergence()).isTrue();
        assertThat(best.convergence().gap()).isLessThan(1e-6);
        for (int k = 0; k < 60; k++) {
            double spread = k % 2 == 0 ? 0.05 : 3;
            GaussianProcess other = GaussianProcess.fixed(
                    sample,
                    kernel,
                    best.lengthScale() * Math.exp(spread * (random.nextDouble() - 0.5)),
                    best.signalSd() * Math.exp(spread * (random.nextDouble() - 0.5)),
                    best.noiseSd() * Math.exp(spread * (random.nextDouble() - 0.5)),
                    NEVER);
            assertThat(other.logMarginalLikelihood()).isLessThanOrEqualTo(best.logMarginalLikelihood() + 1e-9);
        }
    }

    @Test
    void theSurfaceIsHighestWhereTheSearchEnds() {
        KernelSample sample = new KernelSample(wave(80, 1, 4));
        LikelihoodSurface surface = LikelihoodSurface.of(sample, Kernel.MATERN_5_2, 40, Workers.callerOnly(), NEVER);
        GaussianProcess best = GaussianProcess.optimised(sample, Kernel.MATERN_5_2, NEVER);

        assertThat(surface.highest())
                .isLessThanOrEqualTo(best.logMarginalLikelihood() + 1e-9)
                .isGreaterThan(best.logMarginalLikelihood() - 0.5);
        assertThat(surface.values()).hasSize(1600).contains(0.0);
        assertThat(Arrays.stream(surface.values())).allMatch(v -> v <= 0 && v >= LikelihoodSurface.FLOOR);
    }

    @Test
    void aStraightLineEndsAtTheEndOfTheSearchAndSaysSo() {
        double[] x = new double[40];
        double[] y = new double[40];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            y[i] = 2 * i + (i % 2) * 1e-3;
        }

        GaussianProcess process = GaussianProcess.optimised(new KernelSample(rows(x, y)), Kernel.RBF, NEVER);

        assertThat(process.notes()).anyMatch(note -> note.contains("at the end of its search"));
    }

    @Test
    void whatCannotBeFittedSaysWhy() {
        KernelSample constant = new KernelSample(rows(new double[] {0, 1, 2}, new double[] {5, 5, 5}));
        KernelSample onePlace = new KernelSample(rows(new double[] {2, 2, 2}, new double[] {5, 6, 7}));
        KernelSample many = new KernelSample(wave(SmoothProcess.MOST_ROWS + 1, 1, 1));

        assertThatThrownBy(() -> GaussianProcess.optimised(constant, Kernel.RBF, NEVER))
                .isInstanceOf(Infeasible.class)
                .hasMessageStartingWith(
                        "the marginal likelihood needs training values of y that differ, but all 3 are 5.0");
        assertThat(at(GaussianProcess.fixed(constant, Kernel.RBF, 1, 1, 1, NEVER), 0.5))
                .containsExactly(5);
        assertThatThrownBy(() -> GaussianProcess.fixed(onePlace, Kernel.RBF, 1, 1, 1, NEVER))
                .isInstanceOf(Infeasible.class)
                .hasMessage("x must take at least 2 different values, but all 3 are 2.0");
        assertThatThrownBy(() -> GaussianProcess.fixed(many, Kernel.RBF, 1, 1, 1, NEVER))
                .isInstanceOf(Infeasible.class)
                .hasMessage(
                        "the RBF kernel takes at most 10000 training rows, not 10001; Matérn kernels take any number");
        assertThatThrownBy(
                        () -> GaussianProcess.fixed(new KernelSample(wave(3000, 1, 1)), Kernel.RBF, 1e-4, 1, 1, NEVER))
                .isInstanceOf(Infeasible.class)
                .hasMessageStartingWith("the length scale must be larger for 3000 training rows with the RBF kernel");
    }

    @Test
    void farFromTheRowsTheBandIsThatOfTheSignal() {
        GaussianProcess process =
                GaussianProcess.fixed(new KernelSample(wave(30, 1, 9)), Kernel.MATERN_3_2, 1, 2, 1, NEVER);
        var band = process.band(new double[] {1e6}, 0.95, NEVER).orElseThrow();

        assertThat(band.curve()[0]).isCloseTo(1.959963984540054 * 2, within(1e-9));
        assertThat(band.point()[0]).isCloseTo(1.959963984540054 * Math.sqrt(5), within(1e-9));
    }
}
