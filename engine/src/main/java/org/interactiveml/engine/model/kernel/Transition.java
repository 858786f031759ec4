package org.interactiveml.engine.model.kernel;

/**
 * How a Matérn process of unit variance moves on: its value and derivatives are a Markov chain, s(x + d) = Φ s(x) + e with
 * Cov e = Q. Derivatives are taken along u = λd with λ = √(2ν)/ℓ, so the length scale enters through u alone.
 *
 * <p>Source: J. Hartikainen, S. Särkkä, "Kalman filtering and smoothing solutions to temporal Gaussian process regression
 * models", MLSP 2010. Q = P∞ − ΦP∞Φᵀ is written so that nothing cancels where u is small. A workspace, for one thread.
 */
final class Transition {
    /** Beyond, e^−u is 0 beside anything. */
    private static final double FAR = 700;

    /** Size of the state. */
    final int d;
    /** Φ, row by row. */
    final double[] phi;
    /** Q, row by row. */
    final double[] q;
    /** P∞, the covariance of the state before anything is known. */
    final double[] stationary;
    /** The drift: Φ = e^{uA}. */
    final double[] drift;
    /** The spectral density of the noise that drives the last derivative. */
    final double density;

    private final double root;

    Transition(Kernel kernel) {
        switch (kernel) {
            case MATERN_3_2 -> {
                d = 2;
                root = Math.sqrt(3);
                stationary = new double[] {1, 0, 0, 1};
                drift = new double[] {0, 1, -1, -2};
                density = 4;
            }
            case MATERN_5_2 -> {
                d = 3;
                root = Math.sqrt(5);
                stationary = new double[] {1, 0, -1.0 / 3, 0, 1.0 / 3, 0, -1.0 / 3, 0, 1};
                drift = new double[] {0, 1, 0, 0, 0, 1, -1, -3, -3};
                density = 16.0 / 3;
            }
            case RBF -> throw new IllegalArgumentException("an RBF process has infinitely many derivatives");
            default -> throw new AssertionError(kernel);
        }
        phi = new double[d * d];
        q = new double[d * d];
    }

    /** λ = √(2ν)/ℓ. */
    double rate(double lengthScale) {
        return root / lengthScale;
    }

    /** Sets {@link #phi} and {@link #q} for a step of u ≥ 0. */
    void set(double step) {
        double u = Math.min(step, FAR);
        double e = StrictMath.exp(-u);
        if (d == 2) {
            phi[0] = e * (1 + u);
            phi[1] = e * u;
            phi[2] = -e * u;
            phi[3] = e * (1 - u);
            double tail = tail(u, e * e, 2);
            q[0] = tail;
            q[1] = 2 * u * u * e * e;
            q[2] = q[1];
            q[3] = tail + 4 * u * e * e;
            return;
        }
        double u2 = u * u;
        phi[0] = e * (1 + u + 0.5 * u2);
        phi[1] = e * (u + u2);
        phi[2] = e * 0.5 * u2;
        phi[3] = -phi[2];
        phi[4] = e * (1 + u - u2);
        phi[5] = e * (u - 0.5 * u2);
        phi[6] = -phi[5];
        phi[7] = e * (u2 - 3 * u);
        phi[8] = e * (1 - 2 * u + 0.5 * u2);
        double e2 = e * e;
        double u3 = u2 * u;
        double tail = tail(u, e2, 4);
        q[0] = tail;
        q[1] = e2 * u2 * u2 * (2.0 / 3);
        q[2] = e2 * u3 * (1 - u) * (8.0 / 9) - tail / 3;
        q[3] = q[1];
        q[4] = (tail + e2 * u3 * (16 - 4 * u) / 3) / 3;
        q[5] = e2 * u2 * (u - 2) * (u - 2) * (2.0 / 3);
        q[6] = q[2];
        q[7] = q[5];
        q[8] = tail + e2 * (u - u2 + u3) * (16.0 / 3);
    }

    /** 1 − e^−v Σ v^k/k! for k up to {@code degree}, v = 2u. */
    private static double tail(double u, double e2, int degree) {
        double v = 2 * u;
        double term = 1;
        double head = 1;
        for (int k = 1; k <= degree; k++) {
            term *= v / k;
            head += term;
        }
        if (v > degree) {
            return 1 - e2 * head;
        }
        double sum = 0;
        for (int k = degree + 1; term > sum * 0x1p-60; k++) {
            term *= v / k;
            sum += term;
        }
        return e2 * sum;
    }
}
