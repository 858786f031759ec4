package org.interactiveml.engine.model.kernel;

/**
 * The derivative of a {@link KalmanFilter} along one hyperparameter: every step of the filter, differentiated by hand.
 *
 * <p>Each method is called just before the step of the filter of the same name; {@link #update} after its innovation. A
 * workspace, for one thread.
 */
final class FilterSlope {
    /** The derivative of Σv²/F. */
    double quadratic;
    /** The derivative of Σ log F. */
    double determinant;

    private final KalmanFilter filter;
    private final double noise;
    private final double[] a;
    private final double[] p;
    private final double[] phi;
    private final double[] q;
    private final double[] left;
    private final double[] right;

    /**
     * @param noise the derivative of the noise variance
     */
    FilterSlope(KalmanFilter filter, double noise) {
        this.filter = filter;
        this.noise = noise;
        int d = filter.d;
        a = new double[d];
        p = new double[d * d];
        phi = new double[d * d];
        q = new double[d * d];
        left = new double[d * d];
        right = new double[d * d];
    }

    /**
     * @param step the derivative of u: that of Φ is step·AΦ, that of Q is step·density·φφᵀ with φ the last column of Φ
     */
    void predict(double step) {
        int d = filter.d;
        Transition t = filter.step;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double sum = 0;
                for (int k = 0; k < d; k++) {
                    sum += t.drift[i * d + k] * t.phi[k * d + j];
                }
                phi[i * d + j] = step * sum;
                q[i * d + j] = step * t.density * t.phi[i * d + d - 1] * t.phi[j * d + d - 1];
            }
        }
        for (int i = 0; i < d; i++) {
            double sum = 0;
            for (int j = 0; j < d; j++) {
                sum += phi[i * d + j] * filter.a[j] + t.phi[i * d + j] * a[j];
            }
            right[i] = sum;
        }
        System.arraycopy(right, 0, a, 0, d);
        // dΦ P Φᵀ + Φ P dΦᵀ + Φ dP Φᵀ, the second being the transpose of the first
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double known = 0;
                double own = 0;
                for (int k = 0; k < d; k++) {
                    known += phi[i * d + k] * filter.p[k * d + j];
                    own += t.phi[i * d + k] * p[k * d + j];
                }
                left[i * d + j] = known;
                right[i * d + j] = own;
            }
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = q[i * d + j];
                for (int k = 0; k < d; k++) {
                    sum += left[i * d + k] * t.phi[j * d + k]
                            + left[j * d + k] * t.phi[i * d + k]
                            + right[i * d + k] * t.phi[j * d + k];
                }
                p[i * d + j] = sum;
                p[j * d + i] = sum;
            }
        }
    }

    void update() {
        int d = filter.d;
        double f = filter.variance;
        double v = filter.innovation;
        double dv = -a[0];
        double df = p[0] + noise;
        quadratic += (2 * v * dv - v * v * df / f) / f;
        determinant += df / f;
        double[] c = filter.column;
        for (int i = 0; i < d; i++) {
            left[i] = p[i * d]; // the derivative of the column
        }
        double dGain = (dv - v * df / f) / f;
        for (int i = 0; i < d; i++) {
            a[i] += left[i] * v / f + c[i] * dGain;
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                p[i * d + j] -= (left[i] * c[j] + c[i] * left[j] - c[i] * c[j] * df / f) / f;
            }
        }
    }
}
