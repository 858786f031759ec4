package org.interactiveml.engine.model.kernel;

/**
 * The state of a process at one x given the rows so far: mean {@code a} and covariance {@code p}, d×d row by row.
 *
 * <p>For each row: {@link #predict} (but for the first), {@link #innovate}, {@link #update}. A workspace, for one thread.
 */
final class KalmanFilter {
    final Transition step;
    final int d;
    final double noise;
    final double[] a;
    final double[] p;
    /** P Zᵀ before the update: the first column of the covariance. */
    final double[] column;
    /** y less its prediction. */
    double innovation;
    /** The variance of the innovation. */
    double variance;

    private final double[] scratch;

    KalmanFilter(Transition step, double noise) {
        this.step = step;
        this.d = step.d;
        this.noise = noise;
        this.a = new double[d];
        this.p = step.stationary.clone();
        this.column = new double[d];
        this.scratch = new double[d * d];
    }

    /** Moves on by the step that {@link #step} is set to. */
    void predict() {
        SmallMatrix.times(step.phi, a, d, scratch);
        SmallMatrix.sandwich(step.phi, p, d, scratch);
        for (int k = 0; k < d * d; k++) {
            p[k] += step.q[k];
        }
    }

    /** Compares with an observation. */
    void innovate(double y) {
        innovation = y - a[0];
        variance = p[0] + noise;
        for (int i = 0; i < d; i++) {
            column[i] = p[i * d];
        }
    }

    /** Takes the observation in. */
    void update() {
        double gain = innovation / variance;
        double kept = noise / variance;
        for (int i = 0; i < d; i++) {
            a[i] += column[i] * gain;
        }
        // The first row and column shrink by δ/F, which subtraction would find with fewer digits.
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                int at = i * d + j;
                p[at] = i == 0 || j == 0 ? p[at] * kept : p[at] - column[i] * column[j] / variance;
            }
        }
    }
}
