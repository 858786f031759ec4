package org.interactiveml.engine.model.spline;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.interactiveml.engine.model.Curve;
import org.interactiveml.engine.model.SortedRows;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Cholesky;
import org.interactiveml.engine.numeric.Infeasible;

/**
 * Least squares by natural cubic splines: piecewise cubic between knots at quantiles of x, twice differentiable, and straight
 * beyond the outer knots, which lie at the ends of the training range.
 *
 * <p>With K knots there are K coefficients, the values at the knots: K degrees of freedom. The second derivatives γ at the
 * knots follow from the values g by a tridiagonal system, γ = N g, and within an interval the curve is
 * a·g_j + b·g_j+1 + c·γ_j + d·γ_j+1. So the normal equations come from a 4×4 matrix per interval: about 20 multiply-adds a row,
 * and K³ for the solution. Source: P. Green, B. Silverman, "Nonparametric Regression and Generalized Linear Models", ch. 2.
 */
public final class NaturalSpline implements Curve {
    public static final int LEAST_DEGREES = 2;
    public static final int MOST_DEGREES = 100;
    private static final int POLL = 1 << 14;
    /** A pivot that has lost so much of its diagonal belongs to a knot that no row determines. */
    private static final double LOST = 1e-12;

    private final double[] knots;
    /** N, row by row: the second derivatives at the knots from the values there. */
    private final double[] bending;

    private final double[] values;
    private final double[] secondDerivatives;
    private final double[] factor;
    private final double residualVariance;
    private final int rows;

    private NaturalSpline(
            double[] knots, double[] bending, double[] values, double[] factor, double residualSumOfSquares, int rows) {
        int count = knots.length;
        this.knots = knots;
        this.bending = bending;
        this.values = values;
        this.factor = factor;
        this.rows = rows;
        this.secondDerivatives = new double[count];
        for (int j = 0; j < count; j++) {
            for (int i = 0; i < count; i++) {
                secondDerivatives[j] += bending[j * count + i] * values[i];
            }
        }
        this.residualVariance = rows > count ? residualSumOfSquares / (rows - count) : Double.NaN;
    }

    /**
     * Fits a spline.
     *
     * @param degrees number of knots, from {@value #LEAST_DEGREES} (a straight line) to {@value #MOST_DEGREES}; where quantiles
     *     coincide there are fewer
     * @throws Infeasible where the rows do not determine the curve
     */
    public static NaturalSpline fit(SortedRows rows, int degrees, Cancellation cancellation) {
        rows.requireDistinct(degrees, "a natural spline of " + degrees + " degrees of freedom");
        double[] knots = knots(rows, degrees);
        int count = knots.length;
        double[] bending = bending(knots);
        double[] gram = new double[count * count];
        double[] values = new double[count];
        accumulate(rows, knots, bending, gram, values, cancellation);
        double[] size = new double[count];
        for (int k = 0; k < count; k++) {
            size[k] = gram[k * count + k];
        }
        if (!(Cholesky.factor(gram, count, size) < 1 / LOST)) {
            throw new Infeasible("the rows do not determine a natural spline of " + count
                    + " degrees of freedom: x leaves too many of its intervals empty");
        }
        Cholesky.forward(gram, count, count, values);
        Cholesky.backward(gram, count, count, values);
        for (int k = 0; k < count; k++) {
            values[k] += rows.meanY();
        }
        NaturalSpline spline = new NaturalSpline(knots, bending, values, gram, 0, rows.size());
        return new NaturalSpline(
                knots, bending, values, gram, spline.residualSumOfSquares(rows, cancellation), rows.size());
    }

    /** The knots, ascending: the quantiles 0, 1/(K−1), …, 1 of the training x, interpolated linearly. */
    public double[] knots() {
        return knots.clone();
    }

    /** The number of coefficients. */
    public int degreesOfFreedom() {
        return knots.length;
    }

    /** s² = Σ(y − ŷ)² / (n − K), the estimated variance of the noise; NaN where no row is left to tell. */
    public double residualVariance() {
        return residualVariance;
    }

    @Override
    public void evaluate(double[] x, double[] out, int from, int to) {
        double[] piece = new double[4];
        for (int i = from; i < to; i++) {
            int j = piece(x[i], piece);
            out[i] = piece[0] * values[j]
                    + piece[1] * values[j + 1]
                    + piece[2] * secondDerivatives[j]
                    + piece[3] * secondDerivatives[j + 1];
        }
    }

    /** From Student's distribution: the curve's variance at x is s²‖L⁻¹φ(x)‖², with L Lᵀ the normal equations' matrix. */
    @Override
    public Optional<Band> band(double[] x, double confidence, Cancellation cancellation) {
        int count = knots.length;
        if (rows <= count) {
            return Optional.empty();
        }
        double t = new TDistribution(null, rows - count).inverseCumulativeProbability(0.5 + confidence / 2);
        double[] curve = new double[x.length];
        double[] point = new double[x.length];
        double[] piece = new double[4];
        double[] phi = new double[count];
        for (int i = 0; i < x.length; i++) {
            cancellation.check();
            int j = piece(x[i], piece);
            for (int k = 0; k < count; k++) {
                phi[k] = piece[2] * bending[j * count + k] + piece[3] * bending[(j + 1) * count + k];
            }
            phi[j] += piece[0];
            phi[j + 1] += piece[1];
            Cholesky.forward(factor, count, count, phi);
            double variance = 0;
            for (double v : phi) {
                variance += v * v;
            }
            curve[i] = t * Math.sqrt(residualVariance * variance);
            point[i] = t * Math.sqrt(residualVariance * (1 + variance));
        }
        return Optional.of(new Band(curve, point));
    }

    private double residualSumOfSquares(SortedRows rows, Cancellation cancellation) {
        double[] fitted = new double[POLL];
        double sum = 0;
        for (int from = 0; from < rows.size(); from += POLL) {
            cancellation.check();
            int count = Math.min(POLL, rows.size() - from);
            System.arraycopy(rows.x(), from, fitted, 0, count);
            evaluate(fitted, fitted, 0, count);
            for (int i = 0; i < count; i++) {
                double residual = rows.y()[from + i] - fitted[i];
                sum += residual * residual;
            }
        }
        return sum;
    }

    /** Sets the four weights of interval j at x, and returns j; beyond the ends the tangent of the outer interval. */
    private int piece(double x, double[] out) {
        int last = knots.length - 2;
        int j = Math.max(0, Math.min(last, SortedRows.lastAtMost(knots, x)));
        double h = knots[j + 1] - knots[j];
        double b = (x - knots[j]) / h;
        out[0] = 1 - b;
        out[1] = b;
        if (b < 0) {
            // The slope at the left end; γ is 0 there.
            out[2] = 0;
            out[3] = -b * h * h / 6;
        } else if (b > 1) {
            out[2] = (b - 1) * h * h / 6;
            out[3] = 0;
        } else {
            cubic(b, h, out);
        }
        return j;
    }

    private static void cubic(double b, double h, double[] out) {
        double a = 1 - b;
        out[0] = a;
        out[1] = b;
        out[2] = a * (a * a - 1) * h * h / 6;
        out[3] = b * (b * b - 1) * h * h / 6;
    }

    private static double[] knots(SortedRows rows, int degrees) {
        double[] x = rows.x();
        double[] knots = new double[degrees];
        int count = 0;
        for (int k = 0; k < degrees; k++) {
            double position = (double) k * (x.length - 1) / (degrees - 1);
            int below = Math.min((int) position, x.length - 2);
            double knot =
                    k == degrees - 1 ? x[x.length - 1] : x[below] + (position - below) * (x[below + 1] - x[below]);
            if (count == 0 || knot > knots[count - 1]) {
                knots[count++] = knot;
            }
        }
        return Arrays.copyOf(knots, count);
    }

    // Solves the tridiagonal system for each unit vector of values.
    private static double[] bending(double[] knots) {
        int count = knots.length;
        double[] bending = new double[count * count];
        double[] ratio = new double[count];
        double[] column = new double[count];
        for (int k = 0; k < count; k++) {
            Arrays.fill(column, 0);
            for (int j = 1; j < count - 1; j++) {
                double before = knots[j] - knots[j - 1];
                double after = knots[j + 1] - knots[j];
                double slopes = (unit(k, j + 1) - unit(k, j)) / after - (unit(k, j) - unit(k, j - 1)) / before;
                double pivot = (before + after) / 3 - (before / 6) * ratio[j - 1];
                ratio[j] = after / 6 / pivot;
                column[j] = (slopes - (before / 6) * column[j - 1]) / pivot;
            }
            for (int j = count - 2; j >= 1; j--) {
                column[j] -= ratio[j] * column[j + 1];
                bending[j * count + k] = column[j];
            }
        }
        return bending;
    }

    private static double unit(int k, int j) {
        return k == j ? 1 : 0;
    }

    private static void accumulate(
            SortedRows rows,
            double[] knots,
            double[] bending,
            double[] gram,
            double[] right,
            Cancellation cancellation) {
        double[] x = rows.x();
        double[] y = rows.y();
        double[] local = new double[16];
        double[] localRight = new double[4];
        double[] piece = new double[4];
        int row = 0;
        for (int j = 0; j + 1 < knots.length; j++) {
            Arrays.fill(local, 0);
            Arrays.fill(localRight, 0);
            double h = knots[j + 1] - knots[j];
            boolean last = j + 2 == knots.length;
            for (; row < x.length && (last || x[row] < knots[j + 1]); row++) {
                if (row % POLL == 0) {
                    cancellation.check();
                }
                cubic((x[row] - knots[j]) / h, h, piece);
                double centred = y[row] - rows.meanY();
                for (int a = 0; a < 4; a++) {
                    for (int b = 0; b <= a; b++) {
                        local[a * 4 + b] += piece[a] * piece[b];
                    }
                    localRight[a] += piece[a] * centred;
                }
            }
            spread(j, local, localRight, knots.length, bending, gram, right);
        }
    }

    /** Adds what one interval found, in terms of (g_j, g_j+1, γ_j, γ_j+1), to the normal equations in terms of g. */
    private static void spread(
            int j, double[] local, double[] localRight, int count, double[] bending, double[] gram, double[] right) {
        double[][] map = new double[4][count];
        map[0][j] = 1;
        map[1][j + 1] = 1;
        System.arraycopy(bending, j * count, map[2], 0, count);
        System.arraycopy(bending, (j + 1) * count, map[3], 0, count);
        for (int a = 0; a < 4; a++) {
            double[] times = new double[count];
            for (int b = 0; b < 4; b++) {
                double weight = local[Math.max(a, b) * 4 + Math.min(a, b)];
                for (int k = 0; k < count; k++) {
                    times[k] += weight * map[b][k];
                }
            }
            for (int i = 0; i < count; i++) {
                double weight = map[a][i];
                right[i] += weight * localRight[a];
                for (int k = 0; k < count && weight != 0; k++) {
                    gram[i * count + k] += weight * times[k];
                }
            }
        }
    }
}
