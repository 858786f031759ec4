package org.interactiveml.engine.model.kernel;

import org.interactiveml.engine.model.SortedRows;
import org.interactiveml.engine.numeric.Cancellation;

/**
 * A Matérn process given its rows. For each row it keeps what the rows up to it say (mean a and covariance P of the state) and
 * what the rows from it on add (r and N of the backward recursion), so that a prediction between two rows costs the same for any
 * number of rows: mean a + P r, covariance P − P N P. Memory: 10 numbers a row for Matérn 3/2, 18 for 5/2.
 */
final class MarkovPosterior implements Posterior {
    private static final int POLL = 1 << 10;

    private final Kernel kernel;
    private final double[] x;
    private final double rate;
    private final int stride;
    /** By row: a and the lower triangle of P, after the row was taken in. */
    private final double[] forward;
    /** By row: r and the lower triangle of N, the row itself included. */
    private final double[] backward;

    private final double quadratic;
    private final double determinant;
    private final double freedom;

    MarkovPosterior(
            Kernel kernel, double[] x, double[] y, double lengthScale, double noise, Cancellation cancellation) {
        this.kernel = kernel;
        this.x = x;
        Transition step = new Transition(kernel);
        int d = step.d;
        this.stride = d + d * (d + 1) / 2;
        this.rate = step.rate(lengthScale);
        this.forward = new double[x.length * stride];
        this.backward = new double[x.length * stride];
        double[] innovations = new double[x.length];
        double[] variances = new double[x.length];
        double squares = 0;
        double logs = 0;
        KalmanFilter filter = new KalmanFilter(step, noise);
        for (int i = 0; i < x.length; i++) {
            if (i % POLL == 0) {
                cancellation.check();
            }
            if (i > 0) {
                step.set((x[i] - x[i - 1]) * rate);
                filter.predict();
            }
            filter.innovate(y[i]);
            innovations[i] = filter.innovation;
            variances[i] = filter.variance;
            squares += filter.innovation * filter.innovation / filter.variance;
            logs += StrictMath.log(filter.variance);
            filter.update();
            store(filter.a, filter.p, d, forward, i * stride);
        }
        this.quadratic = squares;
        this.determinant = logs;
        this.freedom = backward(noise, innovations, variances, cancellation);
    }

    /** Fills {@link #backward} and returns the effective degrees of freedom, Σ var f(x_i) / δ. */
    private double backward(double noise, double[] innovations, double[] variances, Cancellation cancellation) {
        Sides sides = new Sides(kernel);
        int d = sides.d;
        double[] through = new double[d * d]; // I − K Z, with the gain K = P Zᵀ / δ of the updated P
        double sum = 0;
        for (int i = x.length - 1; i >= 0; i--) {
            if (i % POLL == 0) {
                cancellation.check();
            }
            if (i + 1 < x.length) {
                sides.retreat((x[i + 1] - x[i]) * rate);
            }
            load(forward, i * stride, sides.a, sides.p, d);
            sum += sides.variance() / noise;
            for (int k = 0; k < d; k++) {
                for (int j = 0; j < d; j++) {
                    through[k * d + j] = k == j ? 1 : 0;
                }
                through[k * d] = k == 0 ? noise / variances[i] : -sides.p[k * d] / noise;
            }
            SmallMatrix.transposedTimes(through, sides.r, d, sides.work);
            SmallMatrix.transposedSandwich(through, sides.n, d, sides.work);
            sides.r[0] += innovations[i] / variances[i];
            sides.n[0] += 1 / variances[i];
            store(sides.r, sides.n, d, backward, i * stride);
        }
        return sum;
    }

    @Override
    public double quadraticForm() {
        return quadratic;
    }

    @Override
    public double logDeterminant() {
        return determinant;
    }

    @Override
    public double effectiveDegreesOfFreedom() {
        return freedom;
    }

    @Override
    public void mean(double[] at, double[] out, int from, int to) {
        Sides sides = new Sides(kernel);
        for (int i = from; i < to; i++) {
            look(at[i], sides);
            out[i] = sides.mean();
        }
    }

    @Override
    public void variance(double[] at, double[] out, Cancellation cancellation) {
        Sides sides = new Sides(kernel);
        for (int i = 0; i < at.length; i++) {
            if (i % POLL == 0) {
                cancellation.check();
            }
            look(at[i], sides);
            out[i] = sides.variance();
        }
    }

    private void look(double at, Sides sides) {
        int before = SortedRows.lastAtMost(x, at);
        if (before >= 0) {
            load(forward, before * stride, sides.a, sides.p, sides.d);
            sides.advance((at - x[before]) * rate);
        } else {
            sides.beginning();
        }
        if (before + 1 < x.length) {
            load(backward, (before + 1) * stride, sides.r, sides.n, sides.d);
            sides.retreat((x[before + 1] - at) * rate);
        } else {
            sides.end();
        }
    }

    private static void store(double[] vector, double[] matrix, int d, double[] to, int at) {
        System.arraycopy(vector, 0, to, at, d);
        int next = at + d;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                to[next++] = matrix[i * d + j];
            }
        }
    }

    private static void load(double[] from, int at, double[] vector, double[] matrix, int d) {
        System.arraycopy(from, at, vector, 0, d);
        int next = at + d;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i * d + j] = from[next];
                matrix[j * d + i] = from[next++];
            }
        }
    }
}
