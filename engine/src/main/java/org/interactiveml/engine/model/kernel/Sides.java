package org.interactiveml.engine.model.kernel;

import java.util.Arrays;

/**
 * What both sides say at one x: mean a and covariance P of the state from the left, r and N from the right. A workspace, for one
 * thread.
 */
final class Sides {
    final int d;
    final double[] a;
    final double[] p;
    final double[] r;
    final double[] n;
    final double[] work;
    private final Transition step;

    Sides(Kernel kernel) {
        step = new Transition(kernel);
        d = step.d;
        a = new double[d];
        p = new double[d * d];
        r = new double[d];
        n = new double[d * d];
        work = new double[d * d];
    }

    /** Nothing lies to the left. */
    void beginning() {
        Arrays.fill(a, 0);
        System.arraycopy(step.stationary, 0, p, 0, d * d);
    }

    /** Nothing lies to the right. */
    void end() {
        Arrays.fill(r, 0);
        Arrays.fill(n, 0);
    }

    /** Moves the left side on by u to the right. */
    void advance(double u) {
        step.set(u);
        SmallMatrix.times(step.phi, a, d, work);
        SmallMatrix.sandwich(step.phi, p, d, work);
        for (int k = 0; k < d * d; k++) {
            p[k] += step.q[k];
        }
    }

    /** Moves the right side back by u to the left. */
    void retreat(double u) {
        step.set(u);
        SmallMatrix.transposedTimes(step.phi, r, d, work);
        SmallMatrix.transposedSandwich(step.phi, n, d, work);
    }

    /** The mean of the value. */
    double mean() {
        double sum = a[0];
        for (int k = 0; k < d; k++) {
            sum += p[k] * r[k];
        }
        return sum;
    }

    /** The variance of the value. */
    double variance() {
        double taken = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                taken += p[i] * n[i * d + j] * p[j];
            }
        }
        return Math.max(0, p[0] - taken);
    }
}
