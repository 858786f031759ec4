package org.interactiveml.engine.model.linear;

import java.util.Arrays;

/**
 * Means and covariances of the standardised features and z over some set of rows, divided by their number (not by one less).
 *
 * <p>Reused from one set of rows to the next; not thread-safe.
 */
final class FeatureCovariance {
    final int size;
    final double[] mean;
    /** p×p, symmetric, row by row. */
    final double[] gram;

    final double[] xy;
    double rows;
    double yMean;
    double yVariance;

    FeatureCovariance(int size) {
        this.size = size;
        this.mean = new double[size];
        this.gram = new double[size * size];
        this.xy = new double[size];
    }

    /**
     * Centres sums.
     *
     * @param sums as {@link FeatureSums} lays them out, from {@code base}
     * @param constantY whether all y of the set are equal: their covariances are then exactly 0
     */
    void set(double[] sums, int base, boolean constantY) {
        int p = size;
        int totals = base + (p + 1) * (p + 2) / 2;
        rows = sums[totals + p + 1];
        double scale = 1 / rows;
        yMean = sums[totals + p] * scale;
        int row = base;
        for (int i = 0; i < p; i++) {
            mean[i] = sums[totals + i] * scale;
            for (int j = 0; j <= i; j++) {
                double covariance = Math.fma(-mean[i], mean[j], sums[row + j] * scale);
                gram[i * p + j] = covariance;
                gram[j * p + i] = covariance;
            }
            row += i + 1;
        }
        if (constantY) {
            yVariance = 0;
            Arrays.fill(xy, 0);
            return;
        }
        for (int j = 0; j < p; j++) {
            xy[j] = Math.fma(-mean[j], yMean, sums[row + j] * scale);
        }
        yVariance = Math.max(0, Math.fma(-yMean, yMean, sums[row + p] * scale));
    }

    /** Mean squared error over this set of the model intercept + Σ b_j f_j; about p² multiply-adds. */
    double meanSquaredError(double intercept, double[] b) {
        double offset = yMean - intercept;
        double quadratic = 0;
        for (int i = 0; i < size; i++) {
            double bi = b[i];
            if (bi != 0) {
                offset -= bi * mean[i];
                double inner = 0.5 * bi * gram[i * size + i] - xy[i];
                for (int j = 0; j < i; j++) {
                    inner += b[j] * gram[i * size + j];
                }
                quadratic += bi * inner;
            }
        }
        return Math.max(0, Math.fma(offset, offset, yVariance + 2 * quadratic));
    }

    /** The constant with which the model has mean error zero over this set. */
    double intercept(double[] b) {
        double intercept = yMean;
        for (int j = 0; j < size; j++) {
            intercept -= b[j] * mean[j];
        }
        return intercept;
    }
}
