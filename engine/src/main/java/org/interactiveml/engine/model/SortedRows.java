package org.interactiveml.engine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;

/**
 * The training rows in the order of x, rows of equal x in their given order: what models that look at neighbours start from.
 *
 * <p>Immutable by agreement: the columns are shared, not copied.
 */
public final class SortedRows {
    /** Beyond these bounds squares leave the range of doubles. */
    private static final double HUGE = 1e150;

    private static final double TINY = 1e-150;

    private final double[] x;
    private final double[] y;
    private final double meanY;

    private SortedRows(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        double sum = 0;
        for (double value : y) {
            sum += value - y[0]; // exactly 0 for a constant y
        }
        this.meanY = y[0] + sum / y.length;
    }

    /**
     * Takes the training rows and sorts them; n log n.
     *
     * @throws Infeasible naming every reason why no model can be fitted to these rows
     */
    public static SortedRows of(Rows rows, Partition partition, Cancellation cancellation) {
        List<String> reasons = reasonsAgainst(rows, partition);
        if (!reasons.isEmpty()) {
            throw new Infeasible(reasons);
        }
        double[] x = new double[partition.trainingRows()];
        double[] y = new double[x.length];
        int count = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (!partition.isTest(row)) {
                x[count] = rows.x()[row];
                y[count++] = rows.y()[row];
            }
        }
        return sorted(x, y, cancellation);
    }

    // Merges ever longer runs: stable, and both columns move together, so that no index is needed.
    private static SortedRows sorted(double[] x, double[] y, Cancellation cancellation) {
        double[] fromX = x;
        double[] fromY = y;
        double[] toX = new double[x.length];
        double[] toY = new double[x.length];
        for (int width = 1; width < x.length && width > 0; width *= 2) {
            for (int begin = 0; begin < x.length; begin += 2 * width) {
                int middle = Math.min(begin + width, x.length);
                int end = Math.min(middle + width, x.length);
                if ((begin & 0xFFFF) == 0) {
                    cancellation.check();
                }
                int left = begin;
                int right = middle;
                for (int k = begin; k < end; k++) {
                    boolean takeLeft = right >= end || (left < middle && fromX[left] <= fromX[right]);
                    int taken = takeLeft ? left++ : right++;
                    toX[k] = fromX[taken];
                    toY[k] = fromY[taken];
                }
            }
            double[] spareX = fromX;
            double[] spareY = fromY;
            fromX = toX;
            fromY = toY;
            toX = spareX;
            toY = spareY;
        }
        return new SortedRows(fromX, fromY);
    }

    private static List<String> reasonsAgainst(Rows rows, Partition partition) {
        List<String> reasons = new ArrayList<>();
        if (partition.trainingRows() == 0) {
            reasons.add("the data must have at least 1 training row, not 0");
            return reasons;
        }
        double[] x = rows.x();
        double[] y = rows.y();
        double largestX = 0;
        double largestY = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (!Double.isFinite(x[row])) {
                reasons.add("x must be finite, but row " + (row + 1) + " has " + x[row]);
                return reasons;
            }
            if (!Double.isFinite(y[row])) {
                reasons.add("y must be finite, but row " + (row + 1) + " (x = " + x[row] + ") has " + y[row]);
                return reasons;
            }
            largestX = Math.max(largestX, Math.abs(x[row]));
            largestY = Math.max(largestY, Math.abs(y[row]));
        }
        if (outOfRange(largestX)) {
            reasons.add("the largest |x| must be between 1e-150 and 1e150, not " + largestX);
        }
        if (outOfRange(largestY)) {
            reasons.add(
                    "the largest |y| must be between 1e-150 and 1e150 (its square must be a number), not " + largestY);
        }
        return reasons;
    }

    private static boolean outOfRange(double largest) {
        return largest > HUGE || (largest > 0 && largest < TINY);
    }

    /** The number of rows, at least 1. */
    public int size() {
        return x.length;
    }

    /** Ascending; not to be modified. */
    public double[] x() {
        return x;
    }

    /** In the order of x; not to be modified. */
    public double[] y() {
        return y;
    }

    /** The mean of y; exact where y is constant. */
    public double meanY() {
        return meanY;
    }

    /** Whether all y are equal. */
    public boolean isConstantY() {
        for (double value : y) {
            if (value != y[0]) {
                return false;
            }
        }
        return true;
    }

    /** The y less their mean, a new array. */
    public double[] centredY() {
        double[] centred = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            centred[i] = y[i] - meanY;
        }
        return centred;
    }

    /** The largest x less the smallest. */
    public double range() {
        return x[x.length - 1] - x[0];
    }

    /** Every {@code stride}-th row and the last. */
    public SortedRows thinned(int stride) {
        int count = (x.length - 1) / stride + 1;
        double[] thinX = new double[count];
        double[] thinY = new double[count];
        for (int i = 0; i < count; i++) {
            int row = i == count - 1 ? x.length - 1 : i * stride;
            thinX[i] = x[row];
            thinY[i] = y[row];
        }
        return new SortedRows(thinX, thinY);
    }

    /** The number of different values of x. */
    public int distinct() {
        int count = 1;
        for (int i = 1; i < x.length; i++) {
            count += x[i] > x[i - 1] ? 1 : 0;
        }
        return count;
    }

    /**
     * Requires at least {@code least} different values of x.
     *
     * @param what who needs them, as the subject of a sentence
     * @throws Infeasible where there are fewer
     */
    public void requireDistinct(int least, String what) {
        if (x.length < least) {
            throw new Infeasible(what + " needs at least " + least + " training rows, not " + x.length);
        }
        int distinct = distinct();
        if (distinct == 1) {
            throw new Infeasible("x must take at least 2 different values, but all " + x.length + " are " + x[0]);
        }
        if (distinct < least) {
            throw new Infeasible(
                    what + " needs at least " + least + " different training values of x, not " + distinct);
        }
    }

    /** The last row with x at most {@code value}; −1 where there is none. */
    public int lastAtMost(double value) {
        return lastAtMost(x, value);
    }

    /** The last index with {@code ascending[i] <= value}; −1 where there is none. */
    public static int lastAtMost(double[] ascending, double value) {
        int found = Arrays.binarySearch(ascending, value);
        if (found < 0) {
            return -found - 2;
        }
        while (found + 1 < ascending.length && ascending[found + 1] == value) {
            found++;
        }
        return found;
    }
}
