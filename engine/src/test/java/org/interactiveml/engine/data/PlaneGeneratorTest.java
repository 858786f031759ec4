package org.interactiveml.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlaneGeneratorTest {

    private static LabelledRows rows(Shape shape, int size, double magnitude) {
        return new PlaneGenerator(shape, -5, 5, magnitude, 0, 1, 1, 2)
                .generate(size, Workers.callerOnly(), new Cancellation());
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void aLongerSampleBeginsWithTheShorterOne(Shape shape) {
        LabelledRows few = rows(shape, 50, 1);
        LabelledRows many = rows(shape, 20_000, 1);

        assertThat(Arrays.copyOf(many.features()[0], 50)).containsExactly(few.features()[0]);
        assertThat(Arrays.copyOf(many.features()[1], 50)).containsExactly(few.features()[1]);
        assertThat(Arrays.copyOf(many.labels(), 50)).containsExactly(few.labels());
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void bothClassesAreThere(Shape shape) {
        assertThat(rows(shape, 1000, 1).positives()).isBetween(400, 600);
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void theNumberOfThreadsChangesNoBit(Shape shape) {
        LabelledRows parallel = new PlaneGenerator(shape, -5, 5, 1, 0, 1, 1, 2)
                .generate(20_000, new Workers(ForkJoinPool.commonPool(), 4), new Cancellation());

        assertThat(parallel.features()[0])
                .containsExactly(rows(shape, 20_000, 1).features()[0]);
    }

    @Test
    void anotherMagnitudeRescalesTheSameNoise() {
        LabelledRows none = rows(Shape.CIRCLES, 100, 0);
        LabelledRows one = rows(Shape.CIRCLES, 100, 1);
        LabelledRows two = rows(Shape.CIRCLES, 100, 2);

        for (int i = 0; i < 100; i++) {
            double start = none.features()[0][i];
            assertThat(two.features()[0][i] - start).isCloseTo(2 * (one.features()[0][i] - start), within(1e-12));
        }
    }

    @Test
    void withoutNoiseTheRuleDecides() {
        LabelledRows rows = rows(Shape.LINEAR, 500, 0);

        for (int i = 0; i < 500; i++) {
            assertThat(rows.labels()[i] > 0).isEqualTo(1.5 * rows.features()[0][i] - 2 * rows.features()[1][i] > 0);
        }
    }

    @Test
    void partsKeepTheOrderOfTheRows() {
        LabelledRows rows = new LabelledRows(new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}}, new double[] {0, 1, 1, 0});
        Partition partition = Partition.ofTestColumn(new boolean[] {false, true, false, true}, 2);

        assertThat(rows.part(partition, false, new Cancellation()).features()[1])
                .containsExactly(5, 7);
        assertThat(rows.part(partition, true, new Cancellation()).labels()).containsExactly(1, 0);
    }
}
