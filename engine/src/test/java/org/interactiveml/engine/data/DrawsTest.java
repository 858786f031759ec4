package org.interactiveml.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.interactiveml.engine.data.Draws.Purpose;
import org.interactiveml.engine.numeric.ArrayFunction;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.NormalQuantile;
import org.interactiveml.engine.numeric.Workers;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final ArrayFunction SQUARE = (x, out, from, to) -> {
        for (int i = from; i < to; i++) {
            out[i] = x[i] * x[i];
        }
    };

    private static Rows rows(int size, double magnitude) {
        return new Generator(SQUARE, -1, 3, magnitude, 0.5, 2, 1, 2)
                .generate(size, Workers.callerOnly(), new Cancellation());
    }

    @Test
    void moreRowsExtendTheSameSample() {
        assertThat(rows(1000, 1).x()).startsWith(rows(10, 1).x());
        assertThat(rows(1000, 1).y()).startsWith(rows(10, 1).y());
    }

    @Test
    void theMagnitudeRescalesTheSameNoise() {
        Rows none = rows(100, 0);
        Rows one = rows(100, 1);
        Rows three = rows(100, 3);
        assertThat(none.x()).isEqualTo(three.x());
        for (int i = 0; i < 100; i++) {
            assertThat(three.y()[i] - none.y()[i]).isCloseTo(3 * (one.y()[i] - none.y()[i]), within(1e-12));
        }
    }

    @Test
    void anyNumberOfThreadsDrawsTheSameRows() {
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            Rows several = new Generator(SQUARE, -1, 3, 1, 0.5, 2, 1, 2)
                    .generate(100_000, new Workers(pool, 4), new Cancellation());
            assertThat(several.y()).isEqualTo(rows(100_000, 1).y());
        }
    }

    @Test
    void purposesAndSeedsDoNotShareDraws() {
        List<Long> first = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            first.add(new Draws(1, purpose).bits(0));
            first.add(new Draws(2, purpose).bits(0));
        }
        assertThat(first).doesNotHaveDuplicates();
    }

    @Test
    void theNumbersOfAStreamNeverChange() {
        assertThat(new Draws(42, Purpose.X).uniform(0)).isEqualTo(0.828481111347401);
        assertThat(new Draws(42, Purpose.NOISE).normal(3)).isCloseTo(0.15963151510783932, within(1e-14));
    }

    @Test
    void manyDrawsHaveTheBitsOfOne() {
        Draws draws = new Draws(9, Purpose.NOISE);
        double[] normal = new double[1000];
        draws.normals(77, normal, normal.length, new int[normal.length]);
        for (int i = 0; i < normal.length; i++) {
            assertThat(normal[i]).isEqualTo(draws.normal(77 + i));
        }
    }

    @Test
    void drawsFollowTheirDistributions() {
        double[] uniform = new double[20_000];
        double[] normal = new double[20_000];
        Draws draws = new Draws(5, Purpose.NOISE);
        for (int i = 0; i < uniform.length; i++) {
            uniform[i] = NormalQuantile.of(draws.uniform(i));
            normal[i] = draws.normal(i + uniform.length);
        }
        KolmogorovSmirnovTest test = new KolmogorovSmirnovTest();
        NormalDistribution standard = new NormalDistribution(null, 0, 1);
        assertThat(test.kolmogorovSmirnovTest(standard, uniform)).isGreaterThan(0.01);
        assertThat(test.kolmogorovSmirnovTest(standard, normal)).isGreaterThan(0.01);
    }

    @Test
    void theNormalQuantileInvertsTheDistributionFunction() {
        NormalDistribution standard = new NormalDistribution(null, 0, 1);
        for (double z = -37; z <= 8; z += 0.37) {
            double p = standard.cumulativeProbability(z);
            double spacing = Math.ulp(p) / Math.max(standard.density(z), 1e-300);
            assertThat(NormalQuantile.of(p)).isCloseTo(z, within(1e-11 * (1 + Math.abs(z)) + 4 * spacing));
        }
    }
}
