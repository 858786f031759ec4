package org.interactiveml.engine.numeric;

/**
 * Cholesky's factorisation A = UᵀU of matrices of some hundred to some thousand rows, stored row by row, n×n.
 *
 * <p>The upper triangle is factored four rows at a time, so that the remaining matrix, which need not fit a cache, is read once
 * for four updates, in loops that run along rows and so in vector registers. Cost n³/3 floating-point operations. For a few rows
 * {@link Cholesky} is faster. Source: G. Golub, C. Van Loan, "Matrix Computations", 4th ed., section 4.2.
 */
public final class DenseCholesky {
    private static final int PANEL = 4;

    private DenseCholesky() {}

    /**
     * Factors in place: U in the upper triangle, below the diagonal what was there.
     *
     * @return whether all pivots were positive; if not, the rest is undefined
     */
    public static boolean factor(double[] a, int n, Cancellation cancellation) {
        for (int k = 0; k < n; k += PANEL) {
            cancellation.check();
            int end = Math.min(n, k + PANEL);
            for (int p = k; p < end; p++) {
                double pivot = a[p * n + p];
                if (!(pivot > 0)) {
                    return false;
                }
                double inverse = 1 / Math.sqrt(pivot);
                for (int j = p; j < n; j++) {
                    a[p * n + j] *= inverse;
                }
                for (int i = p + 1; i < end; i++) {
                    subtract(a, i * n, a[p * n + i], p * n, i, n);
                }
            }
            if (end - k == PANEL) {
                for (int i = end; i < n; i++) {
                    subtractFour(a, i, k, n);
                }
            }
        }
        return true;
    }

    /** a[row + j] −= factor · a[other + j] for j from {@code from} to n. */
    private static void subtract(double[] a, int row, double factor, int other, int from, int n) {
        for (int j = from; j < n; j++) {
            a[row + j] -= factor * a[other + j];
        }
    }

    private static void subtractFour(double[] a, int i, int k, int n) {
        int row = i * n;
        int r0 = k * n;
        int r1 = r0 + n;
        int r2 = r1 + n;
        int r3 = r2 + n;
        double f0 = a[r0 + i];
        double f1 = a[r1 + i];
        double f2 = a[r2 + i];
        double f3 = a[r3 + i];
        for (int j = i; j < n; j++) {
            a[row + j] -= f0 * a[r0 + j] + f1 * a[r1 + j] + f2 * a[r2 + j] + f3 * a[r3 + j];
        }
    }

    /** log|A| of a factored matrix. */
    public static double logDeterminant(double[] u, int n) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += StrictMath.log(u[k * n + k]);
        }
        return 2 * sum;
    }

    /** Solves Uᵀ W = B in place for the m columns of B, n×m row by row; n²m multiply-adds. */
    public static void forward(double[] u, int n, double[] b, int m, Cancellation cancellation) {
        for (int k = 0; k < n; k++) {
            if (k % PANEL == 0) {
                cancellation.check();
            }
            double inverse = 1 / u[k * n + k];
            for (int j = 0; j < m; j++) {
                b[k * m + j] *= inverse;
            }
            for (int i = k + 1; i < n; i++) {
                double factor = u[k * n + i];
                for (int j = 0; j < m; j++) {
                    b[i * m + j] -= factor * b[k * m + j];
                }
            }
        }
    }

    /** Solves U x = w in place for one column. */
    public static void backward(double[] u, int n, double[] w) {
        for (int k = n - 1; k >= 0; k--) {
            double sum = w[k];
            for (int j = k + 1; j < n; j++) {
                sum -= u[k * n + j] * w[j];
            }
            w[k] = sum / u[k * n + k];
        }
    }

    /** U⁻ᵀ of a factored matrix, lower triangular, in n³/3 floating-point operations. */
    public static double[] inverse(double[] u, int n, Cancellation cancellation) {
        double[] inverse = new double[n * n];
        for (int k = 0; k < n; k++) {
            inverse[k * n + k] = 1;
        }
        for (int k = 0; k < n; k++) {
            cancellation.check();
            double scale = 1 / u[k * n + k];
            for (int j = 0; j <= k; j++) {
                inverse[k * n + j] *= scale;
            }
            for (int i = k + 1; i < n; i++) {
                subtract(inverse, i * n, u[k * n + i], k * n, 0, k + 1);
            }
        }
        return inverse;
    }

    /** tr A⁻¹ = Σ (U⁻¹)² of a factored matrix, at the cost of {@link #inverse}. */
    public static double inverseTrace(double[] u, int n, Cancellation cancellation) {
        double sum = 0;
        for (double entry : inverse(u, n, cancellation)) {
            sum += entry * entry;
        }
        return sum;
    }
}
