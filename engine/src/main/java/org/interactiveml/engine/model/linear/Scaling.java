package org.interactiveml.engine.model.linear;

import java.util.ArrayList;
import java.util.List;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.DoubleDouble;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Workers;

/**
 * The units of the computation: t = (x − centre) · rate in [−1, 1], and z = (y − yShift) · 2^−yExponent of size one.
 *
 * <p>{@code rate} has the sign of {@code centre}: so x / |x|max = c + h t with c, h ≥ 0, and powers of x are sums of Chebyshev
 * polynomials of t with coefficients of one sign, which never cancel.
 *
 * @param centre middle of the range of x
 * @param rate 1 / half the range of x, with the sign of {@code centre}
 * @param yShift about the mean of y
 * @param yExponent binary exponent of the largest |y|
 */
public record Scaling(double centre, double rate, double yShift, int yExponent) {
    private static final int BLOCK = 1 << 16;
    /** Beyond these bounds the squares of y leave the range of doubles. */
    private static final double HUGE = 0x1p500;

    private static final double TINY = 0x1p-500;

    /** The scaling for x in [xMin, xMax]. */
    public static Scaling of(double xMin, double xMax, double yShift, double yMagnitude) {
        double centre = xMin / 2 + xMax / 2;
        double rate = 1 / (xMax / 2 - xMin / 2);
        return new Scaling(
                centre, centre < 0 ? -rate : rate, yShift, yMagnitude == 0 ? 0 : Math.getExponent(yMagnitude));
    }

    /**
     * Reads the ranges off the rows.
     *
     * @throws Infeasible naming every reason why no polynomial can be fitted to these columns
     */
    static Scaling of(Rows rows, Workers workers, Cancellation cancellation) {
        int size = rows.size();
        int blocks = (size + BLOCK - 1) / BLOCK;
        Scan[] scans = new Scan[blocks];
        workers.run(blocks, block -> {
            cancellation.check();
            scans[block] = Scan.of(rows, block * BLOCK, Math.min(size, (block + 1) * BLOCK));
        });
        Scan all = Scan.EMPTY;
        for (Scan scan : scans) {
            all = all.and(scan);
        }
        List<String> reasons = all.problems(rows);
        if (!reasons.isEmpty()) {
            throw new Infeasible(reasons);
        }
        double mean = all.ySum / size;
        boolean constant = all.yMin == all.yMax;
        return of(all.xMin, all.xMax, constant ? all.yMin : mean, Math.max(-all.yMin, all.yMax));
    }

    /** 2^−yExponent, exact. */
    double yRate() {
        return Math.scalb(1.0, -yExponent);
    }

    /** The largest |x|, with the sign of {@code centre}. */
    double xUnit() {
        return centre + 1 / rate;
    }

    /** t as an exact difference times the rate. */
    DoubleDouble exactT(double x, DoubleDouble out) {
        return out.setDifference(x, centre).multiply(rate, 0);
    }

    /** z, exact. */
    DoubleDouble exactZ(double y, DoubleDouble out) {
        double unit = yRate();
        out.setDifference(y, yShift);
        return out.set(out.hi() * unit, out.lo() * unit);
    }

    private record Scan(int badX, int badY, double xMin, double xMax, double yMin, double yMax, double ySum) {
        static final Scan EMPTY = new Scan(
                -1,
                -1,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                0);

        static Scan of(Rows rows, int from, int to) {
            double[] x = rows.x();
            double[] y = rows.y();
            double xMin = Double.POSITIVE_INFINITY;
            double xMax = Double.NEGATIVE_INFINITY;
            double yMin = Double.POSITIVE_INFINITY;
            double yMax = Double.NEGATIVE_INFINITY;
            double ySum = 0;
            // NaN and infinities leave their trace in these sums of zeros.
            double xTrace = 0;
            double yTrace = 0;
            for (int i = from; i < to; i++) {
                double xi = x[i];
                double yi = y[i];
                xMin = xi < xMin ? xi : xMin;
                xMax = xi > xMax ? xi : xMax;
                yMin = yi < yMin ? yi : yMin;
                yMax = yi > yMax ? yi : yMax;
                xTrace += xi * 0;
                yTrace += yi * 0;
                ySum += yi;
            }
            int badX = xTrace == 0 ? -1 : firstNotFinite(x, from, to);
            int badY = yTrace == 0 ? -1 : firstNotFinite(y, from, to);
            return new Scan(badX, badY, xMin, xMax, yMin, yMax, ySum);
        }

        Scan and(Scan next) {
            return new Scan(
                    badX >= 0 ? badX : next.badX,
                    badY >= 0 ? badY : next.badY,
                    Math.min(xMin, next.xMin),
                    Math.max(xMax, next.xMax),
                    Math.min(yMin, next.yMin),
                    Math.max(yMax, next.yMax),
                    ySum + next.ySum);
        }

        List<String> problems(Rows rows) {
            List<String> problems = new ArrayList<>();
            if (badX >= 0) {
                problems.add("x must be finite, but row " + (badX + 1) + " has " + rows.x()[badX]);
            }
            if (badY >= 0) {
                problems.add("y must be finite, but row " + (badY + 1) + " (x = " + rows.x()[badY] + ") has "
                        + rows.y()[badY]);
            }
            if (rows.size() == 0) {
                problems.add("the data must have at least 1 row, not 0");
            }
            if (!problems.isEmpty()) {
                return problems;
            }
            if (xMin == xMax) {
                problems.add("x must take at least 2 different values, but all " + rows.size() + " are " + xMin);
            } else if (Double.isInfinite(1 / (xMax / 2 - xMin / 2))) {
                problems.add("x must span a range of at least 1e-307, not " + xMin + " to " + xMax);
            }
            double yLargest = Math.max(-yMin, yMax);
            if (yLargest > HUGE || (yLargest > 0 && yLargest < TINY)) {
                problems.add("the largest |y| must be between 1e-150 and 1e150 (its square must be a number), not "
                        + yLargest);
            }
            return problems;
        }

        private static int firstNotFinite(double[] column, int from, int to) {
            for (int i = from; i < to; i++) {
                if (!Double.isFinite(column[i])) {
                    return i;
                }
            }
            throw new AssertionError("a trace without a cause");
        }
    }
}
