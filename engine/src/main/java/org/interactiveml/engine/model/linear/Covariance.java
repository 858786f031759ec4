package org.interactiveml.engine.model.linear;

import java.util.Arrays;

/**
 * Means and covariances of T_1 … T_p and z over some set of rows, divided by their number (not by one less).
 *
 * <p>Reused from one set of rows to the next; not thread-safe.
 */
final class Covariance {
    final int degree;
    final double[] mean;
    /** p×p, symmetric, row by row. */
    final double[] gram;

    final double[] xy;
    double rows;
    double yMean;
    double yVariance;
    /** max over k of E[T_k²] / Var[T_k]: the factor by which centring enlarged the rounding errors. */
    double cancellation;
    /** E[T_k²], not centred: the size of what cancels in the diagonal of {@code gram}. */
    final double[] square;

    Covariance(int degree) {
        this.degree = degree;
        this.mean = new double[degree];
        this.gram = new double[degree * degree];
        this.square = new double[degree];
        this.xy = new double[degree];
    }

    /**
     * Reads the set of rows off its sums.
     *
     * <p>From sums in double-double the centring, too, is done in double-double, and only its results are rounded.
     *
     * @param sums the sums of the set begin at {@code base}
     * @param momentDegree degree of the moments, at least that of this covariance
     * @param constantY whether all y of the set are equal: their covariances are then exactly 0
     */
    void set(Sums sums, int base, int momentDegree, boolean constantY) {
        if (sums.exact()) {
            ExactCovariance exact = new ExactCovariance(degree, sums, base, momentDegree);
            exact.roundInto(this);
        } else {
            setRounded(sums.hi(), base, momentDegree);
        }
        if (constantY) {
            yVariance = 0;
            Arrays.fill(xy, 0);
        }
        cancellation = 1;
        for (int i = 0; i < degree; i++) {
            cancellation = Math.max(cancellation, square[i] / gram[i * degree + i]);
            for (int j = 0; j < i; j++) {
                gram[j * degree + i] = gram[i * degree + j];
            }
        }
    }

    private void setRounded(double[] sums, int base, int momentDegree) {
        int p = degree;
        double n = sums[base];
        double scale = 1 / n;
        int v = base + MomentKernel.xyOffset(momentDegree);
        rows = n;
        yMean = sums[v] * scale;
        yVariance = Math.max(0, Math.fma(-yMean, yMean, sums[base + MomentKernel.yyOffset(momentDegree)] * scale));
        double half = 0.5 * scale;
        for (int i = 0; i < p; i++) {
            mean[i] = sums[base + i + 1] * scale;
            xy[i] = Math.fma(-mean[i], yMean, sums[v + i + 1] * scale);
        }
        for (int i = 0; i < p; i++) {
            double mi = -mean[i];
            int row = i * p;
            for (int j = 0; j <= i; j++) {
                gram[row + j] = Math.fma(mi, mean[j], (sums[base + i + j + 2] + sums[base + i - j]) * half);
            }
            square[i] = (sums[base + 2 * i + 2] + n) * half;
        }
    }

    /**
     * Mean squared error over this set of the curve d_0 + Σ d_i T_i.
     *
     * @param intercept d_0
     * @param d d_1 … d_p
     */
    double meanSquaredError(double intercept, double[] d) {
        return meanSquaredError(intercept, d, degree);
    }

    /** The same for a curve of a lower degree {@code p}. */
    double meanSquaredError(double intercept, double[] d, int p) {
        double offset = yMean - intercept;
        double quadratic = 0;
        double linear = 0;
        for (int i = 0; i < p; i++) {
            double di = d[i];
            offset -= di * mean[i];
            linear += di * xy[i];
            int row = i * degree;
            double inner = 0.5 * di * gram[row + i];
            for (int j = 0; j < i; j++) {
                inner += d[j] * gram[row + j];
            }
            quadratic += di * inner;
        }
        return Math.max(0, Math.fma(offset, offset, yVariance + 2 * (quadratic - linear)));
    }

    /** The d_0 with which the curve d_0 + Σ d_i T_i has mean error zero over this set. */
    double intercept(double[] d) {
        double intercept = yMean;
        for (int i = 0; i < degree; i++) {
            intercept -= d[i] * mean[i];
        }
        return intercept;
    }
}
