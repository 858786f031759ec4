package org.interactiveml.engine.data;

import java.util.Arrays;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/**
 * Rows counted in the cells of a grid: what a plot shows of more rows than it can draw. Counts are whole, so they are the same
 * for any number of threads.
 */
public final class Density {
    /** Rows that one thread counts at a time; few enough to stop within a millisecond or two. */
    private static final int BLOCK = 1 << 18;

    private Density() {}

    /**
     * Equal cells over a rectangle, {@code columns} across and {@code rows} up. A range without width gets one of its own.
     *
     * @param x from the left edge of the first column to the right edge of the last
     * @param y from the lower edge of the first row to the upper edge of the last
     */
    public record Cells(Range x, int columns, Range y, int rows) {
        public Cells {
            x = wide(x);
            y = wide(y);
        }

        private static Range wide(Range range) {
            return range.max() > range.min() ? range : new Range(range.min() - 0.5, range.min() + 0.5);
        }

        /** The number of cells. */
        public int size() {
            return columns * rows;
        }

        /** The cell of a point, {@code row · columns + column}; a point outside counts in the nearest cell at the edge. */
        public int of(double atX, double atY) {
            return index(atY, y, rows) * columns + index(atX, x, columns);
        }

        private static int index(double value, Range range, int count) {
            int index = (int) ((value - range.min()) / (range.max() - range.min()) * count);
            return Math.max(0, Math.min(count - 1, index));
        }

        /** The middle of each column. */
        public double[] centresX() {
            return centres(x, columns);
        }

        /** The middle of each row. */
        public double[] centresY() {
            return centres(y, rows);
        }

        private static double[] centres(Range range, int count) {
            double[] centres = new double[count];
            Arrays.setAll(centres, i -> range.min() + (range.max() - range.min()) * (i + 0.5) / count);
            return centres;
        }
    }

    /** Counts rows {@code from .. to - 1} into cells. */
    @FunctionalInterface
    public interface Counting {
        /** Adds one to a cell for each row that it counts. */
        void count(int from, int to, int[] counts);
    }

    /** Counts all rows; about 2 ns a row and thread. */
    public static double[] of(Rows rows, Cells cells, Workers workers, Cancellation cancellation) {
        double[] x = rows.x();
        double[] y = rows.y();
        return count(
                rows.size(),
                cells.size(),
                (from, to, counts) -> {
                    for (int i = from; i < to; i++) {
                        counts[cells.of(x[i], y[i])]++;
                    }
                },
                workers,
                cancellation);
    }

    /** Runs a counting over blocks of rows and adds what they found. */
    public static double[] count(int rows, int cells, Counting counting, Workers workers, Cancellation cancellation) {
        int[][] blocks = new int[(rows + BLOCK - 1) / BLOCK][];
        workers.run(blocks.length, block -> {
            cancellation.check();
            int[] counts = new int[cells];
            counting.count(block * BLOCK, Math.min(rows, (block + 1) * BLOCK), counts);
            blocks[block] = counts;
        });
        double[] sums = new double[cells];
        for (int[] counts : blocks) {
            for (int cell = 0; cell < cells; cell++) {
                sums[cell] += counts[cell];
            }
        }
        return sums;
    }
}
