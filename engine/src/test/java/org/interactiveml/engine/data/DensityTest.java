package org.interactiveml.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import org.interactiveml.engine.data.Density.Cells;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;
import org.junit.jupiter.api.Test;

class DensityTest {
    private static final int ROWS = 700_001;
    private static final Workers TWO = new Workers(ForkJoinPool.commonPool(), 2);

    private static Rows rows() {
        Random random = new Random(7);
        double[] x = random.doubles(ROWS, -3, 5).toArray();
        double[] y = new double[ROWS];
        Arrays.setAll(y, i -> random.nextGaussian());
        return new Rows(x, y);
    }

    private static Cells cells(Rows rows) {
        Cancellation never = new Cancellation();
        return new Cells(
                Range.of(rows.x(), Workers.callerOnly(), never),
                160,
                Range.of(rows.y(), Workers.callerOnly(), never),
                100);
    }

    @Test
    void everyRowIsCountedOnce() {
        Rows rows = rows();

        double[] counts = Density.of(rows, cells(rows), TWO, new Cancellation());

        assertThat(Arrays.stream(counts).sum()).isEqualTo(ROWS);
    }

    @Test
    void anyNumberOfThreadsCountsTheSame() {
        Rows rows = rows();

        assertThat(Density.of(rows, cells(rows), TWO, new Cancellation()))
                .containsExactly(Density.of(rows, cells(rows), Workers.callerOnly(), new Cancellation()));
    }

    @Test
    void aRowCountsWhereItLies() {
        Cells cells = new Cells(new Range(0, 4), 4, new Range(0, 2), 2);
        Rows rows = new Rows(new double[] {0, 2.5, 4, 9}, new double[] {0, 1.5, 2, -9});

        double[] counts = Density.of(rows, cells, Workers.callerOnly(), new Cancellation());

        assertThat(counts).containsExactly(1, 0, 0, 1, 0, 0, 1, 1);
        assertThat(cells.centresX()).containsExactly(0.5, 1.5, 2.5, 3.5);
        assertThat(cells.centresY()).containsExactly(0.5, 1.5);
    }

    @Test
    void equalValuesHaveACellOfTheirOwn() {
        Cells cells = new Cells(new Range(3, 3), 2, new Range(-1, -1), 1);

        assertThat(cells.centresX()).containsExactly(2.75, 3.25);
        assertThat(cells.of(3, -1)).isEqualTo(1);
    }

    @Test
    void whatIsNotWantedAnyMoreStops() {
        Rows rows = rows();
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();

        assertThatThrownBy(() -> Density.of(rows, cells(rows), TWO, cancelled))
                .isInstanceOf(CancellationException.class);
    }
}
