package org.interactiveml.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.interactiveml.engine.data.Bootstrap;
import org.interactiveml.engine.data.Generator;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.evaluate.BiasVariance.Plan;
import org.interactiveml.engine.model.linear.LinearModel;
import org.interactiveml.engine.numeric.ArrayFunction;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Workers;
import org.junit.jupiter.api.Test;

class BiasVarianceTest {
    private static final LinearModel OLS = new LinearModel.Ols();
    private static final ArrayFunction SQUARE = (x, out, from, to) -> {
        for (int i = from; i < to; i++) {
            out[i] = x[i] * x[i];
        }
    };
    private static final Generator GENERATOR = new Generator(SQUARE, -1, 1, 0.5, 0, 1, 1, 2);

    private static BiasVariance run(int degree, int rows, int resamples, Workers workers) {
        Plan plan = new Plan(rows, 5, resamples, 10, BiasVariance.centralGrid(-1, 1, 51));
        return BiasVariance.of(GENERATOR, SQUARE, plan, degree, OLS, workers, new Cancellation());
    }

    @Test
    void aModelThatHoldsTheTruthHasVarianceAndNoBias() {
        BiasVariance result = run(2, 50, 1000, Workers.callerOnly());
        assertThat(result.resamples()).isEqualTo(1000);
        // The mean of 1000 curves still scatters by a thousandth of their variance.
        assertThat(result.bias2()).isLessThan(5 * result.variance() / 1000);
        // sd² · coefficients / rows, a little less at the centre of the range.
        assertThat(result.variance()).isCloseTo(0.25 * 3 / 50, within(0.003));
        assertThat(result.fan()).hasDimensions(10, 51);
    }

    @Test
    void aModelTooSimpleHasTheBiasOfItsBestApproximation() {
        // The best line for x² on [−1, 1] is 1/3; over |x| ≤ 0.9 the mean of (x² − 1/3)² is 0.9⁴/5 − 2 · 0.9²/9 + 1/9.
        double expected = 0.9 * 0.9 * 0.9 * 0.9 / 5 - 2 * 0.81 / 9 + 1.0 / 9;
        assertThat(run(1, 50, 1000, Workers.callerOnly()).bias2()).isCloseTo(expected, within(0.005));
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            BiasVariance several = run(6, 40, 333, new Workers(pool, 4));
            BiasVariance one = run(6, 40, 333, Workers.callerOnly());
            assertThat(several.bias2()).isEqualTo(one.bias2());
            assertThat(several.variance()).isEqualTo(one.variance());
            assertThat(several.fan()).isDeepEqualTo(one.fan());
        }
    }

    @Test
    void theBootstrapKnowsVarianceAndNoBias() {
        Rows rows = GENERATOR.generate(80, Workers.callerOnly(), new Cancellation());
        Plan plan = new Plan(80, 5, 200, 0, BiasVariance.centralGrid(-1, 1, 51));
        BiasVariance result =
                BiasVariance.of(new Bootstrap(rows, 3), null, plan, 2, OLS, Workers.callerOnly(), new Cancellation());
        assertThat(result.bias2()).isNaN();
        assertThat(result.variance()).isCloseTo(0.25 * 3 / 80, within(0.006));
    }

    @Test
    void trainingSetsTooSmallForTheModelAreRefused() {
        assertThatThrownBy(() -> run(8, 5, 10, Workers.callerOnly()))
                .isInstanceOf(Infeasible.class)
                .hasMessage("least squares of degree 8 needs at least 9 training rows, not 5");
    }
}
