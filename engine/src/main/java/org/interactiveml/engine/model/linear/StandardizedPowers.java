package org.interactiveml.engine.model.linear;

import java.util.Arrays;

/**
 * The standardised powers f_k = (x^k − mean) / sd, k = 1 … p, as combinations of Chebyshev polynomials of t.
 *
 * <p>x^k / |x|max^k = (c + h t)^k = Σ a_ki T_i(t), with c, h ≥ 0 and hence all a_ki ≥ 0, by t T_i = (T_{i+1} + T_{|i−1|}) / 2.
 * So means, deviations and covariances of the powers come from those of the T_i without cancellation. A power that is constant
 * over the training rows has deviation 0; its f_k is then 0 throughout, as with scikit-learn's {@code StandardScaler}.
 */
final class StandardizedPowers {
    /** Relative to the sum of the absolute terms, below this a variance is rounding noise. */
    private static final double NOISE = 0x1p-46;

    final int degree;
    private final Scaling scaling;
    /** a_ki / sd_k for i = 1 … k, lower triangle of a p×p matrix, row by row. */
    private final double[] weights;

    /** Means of x^k / |x|max^k over the training rows: first a_k0 alone, then in full. */
    private final double[] mean;

    private final double[] sd;
    private final double[] scratch;

    StandardizedPowers(int degree, Scaling scaling, Covariance training) {
        this.degree = degree;
        this.scaling = scaling;
        this.weights = new double[degree * degree];
        this.mean = new double[degree];
        this.sd = new double[degree];
        this.scratch = new double[2 * degree * degree];
        expand();
        standardize(training);
    }

    private void expand() {
        int p = degree;
        double h = 1 / (1 + Math.abs(scaling.centre() * scaling.rate()));
        double c = 1 - h;
        double[] row = new double[p + 2];
        row[0] = 1;
        for (int k = 0; k < p; k++) {
            double before = 0;
            double current = row[0];
            for (int i = 0; i <= k + 1; i++) {
                double after = row[i + 1];
                // T_1 arises from t T_0 in full and from t T_2 by half; T_0 from t T_1 by half.
                double shifted = i == 1 ? before + 0.5 * after : 0.5 * (before + after);
                before = current;
                row[i] = c * current + h * shifted;
                current = after;
            }
            mean[k] = row[0];
            System.arraycopy(row, 1, weights, k * p, k + 1);
        }
    }

    private void standardize(Covariance training) {
        int p = degree;
        double[] gram = training.gram;
        for (int k = 0; k < p; k++) {
            double variance = 0;
            double terms = 0;
            for (int i = 0; i <= k; i++) {
                double wi = weights[k * p + i];
                mean[k] += wi * training.mean[i];
                for (int j = 0; j <= k; j++) {
                    double term = wi * weights[k * p + j] * gram[i * p + j];
                    variance += term;
                    terms += Math.abs(term);
                }
            }
            sd[k] = variance > NOISE * terms ? Math.sqrt(variance) : 0;
            double scale = sd[k] == 0 ? 0 : 1 / sd[k];
            for (int i = 0; i <= k; i++) {
                weights[k * p + i] *= scale;
            }
        }
    }

    /**
     * Covariances of the standardised powers over a set of rows: W C Wᵀ and W c, with lower triangular W.
     *
     * @param gram p×p, set, symmetric
     * @param xy p, set
     */
    void covariance(Covariance of, double[] gram, double[] xy) {
        int p = degree;
        double[] half = scratch;
        int transposed = p * p;
        Arrays.fill(half, 0, p * p, 0);
        for (int k = 0; k < p; k++) {
            int row = k * p;
            double sum = 0;
            for (int i = 0; i <= k; i++) {
                double w = weights[row + i];
                int from = i * p;
                for (int j = 0; j < p; j++) {
                    half[row + j] += w * of.gram[from + j];
                }
                sum += w * of.xy[i];
            }
            xy[k] = sum;
        }
        for (int k = 0; k < p; k++) {
            for (int j = 0; j < p; j++) {
                half[transposed + j * p + k] = half[k * p + j];
            }
        }
        for (int l = 0; l < p; l++) {
            int row = l * p;
            Arrays.fill(gram, row + l, row + p, 0);
            for (int j = 0; j <= l; j++) {
                double w = weights[row + j];
                int from = transposed + j * p;
                for (int k = l; k < p; k++) {
                    gram[row + k] += w * half[from + k];
                }
            }
            for (int k = l + 1; k < p; k++) {
                gram[k * p + l] = gram[row + k];
            }
        }
    }

    /**
     * W L, p×p, row by row.
     *
     * @param factor L as {@link org.interactiveml.engine.numeric.Cholesky} leaves it
     */
    double[] times(double[] factor) {
        int p = degree;
        double[] product = new double[p * p];
        for (int k = 0; k < p; k++) {
            for (int j = 0; j <= k; j++) {
                double sum = weights[k * p + j] / factor[j * p + j];
                for (int i = j + 1; i <= k; i++) {
                    sum += weights[k * p + i] * factor[i * p + j];
                }
                product[k * p + j] = sum;
            }
        }
        return product;
    }

    /** Sets {@code d} to the coefficients of T_1 … T_p of the curve Σ b_k f_k: d = Wᵀ b. */
    void toChebyshev(double[] b, double[] d) {
        int p = degree;
        Arrays.fill(d, 0, p, 0);
        for (int k = 0; k < p; k++) {
            double bk = b[k];
            if (bk != 0) {
                int row = k * p;
                for (int i = 0; i <= k; i++) {
                    d[i] += bk * weights[row + i];
                }
            }
        }
    }

    /** The b of the curve Σ d_i T_i, the inverse of {@link #toChebyshev}: back substitution in d = Wᵀ b. Leaves d alone. */
    double[] fromChebyshev(double[] d) {
        int p = degree;
        double[] b = d.clone();
        for (int k = p - 1; k >= 0; k--) {
            double pivot = weights[k * p + k];
            b[k] = pivot == 0 ? 0 : b[k] / pivot;
            for (int i = 0; i < k; i++) {
                b[i] -= b[k] * weights[k * p + i];
            }
        }
        return b;
    }

    /**
     * The coefficients of 1, x … x^p in the user's units of the curve ȳ + Σ b_k f_k.
     *
     * @param yMean mean of z over the training rows
     */
    double[] coefficients(double yMean, double[] b) {
        int p = degree;
        double[] coefficients = new double[p + 1];
        double unit = scaling.xUnit();
        double power = 1;
        double constant = yMean;
        for (int k = 0; k < p; k++) {
            power *= unit;
            if (b[k] != 0) {
                double scaled = b[k] / sd[k];
                coefficients[k + 1] = Math.scalb(scaled, scaling.yExponent()) / power;
                constant -= scaled * mean[k];
            }
        }
        coefficients[0] = scaling.yShift() + Math.scalb(constant, scaling.yExponent());
        return coefficients;
    }

    /** b for powers of x rather than of x / |x|max, and for y rather than z. */
    double[] inUserUnits(double[] b) {
        double[] user = new double[degree];
        boolean mirrored = scaling.xUnit() < 0;
        for (int k = 0; k < degree; k++) {
            double value = Math.scalb(b[k], scaling.yExponent());
            user[k] = mirrored && k % 2 == 0 ? -value : value;
        }
        return user;
    }
}
