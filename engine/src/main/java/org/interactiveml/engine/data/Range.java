package org.interactiveml.engine.data;

import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/** The smallest and the largest number of a column, NaN left out; (∞, −∞) where there is none. */
public record Range(double min, double max) {
    private static final int BLOCK = 1 << 16;
    private static final Range EMPTY = new Range(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** Reads the column once, about 1 ns a row and thread. */
    public static Range of(double[] column, Workers workers, Cancellation cancellation) {
        Range[] ranges = new Range[(column.length + BLOCK - 1) / BLOCK];
        workers.run(ranges.length, block -> {
            cancellation.check();
            ranges[block] = of(column, block * BLOCK, Math.min(column.length, (block + 1) * BLOCK));
        });
        Range all = EMPTY;
        for (Range range : ranges) {
            all = new Range(Math.min(all.min, range.min), Math.max(all.max, range.max));
        }
        return all;
    }

    private static Range of(double[] column, int from, int to) {
        double min = EMPTY.min;
        double max = EMPTY.max;
        for (int i = from; i < to; i++) {
            double value = column[i];
            min = value < min ? value : min;
            max = value > max ? value : max;
        }
        return new Range(min, max);
    }
}
