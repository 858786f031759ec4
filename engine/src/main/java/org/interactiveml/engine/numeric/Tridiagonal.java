package org.interactiveml.engine.numeric;

/**
 * A symmetric matrix brought to tridiagonal form, A = H T Hᵀ with H orthogonal, so that log|A + δI| and zᵀ(A + δI)⁻¹z cost a few
 * operations a row for every δ.
 *
 * <p>Householder's reduction, about 8n³/3 floating-point operations. Source: G. Golub, C. Van Loan, "Matrix Computations", 4th
 * ed., section 8.3. Immutable.
 */
public final class Tridiagonal {
    private final double[] diagonal;
    private final double[] beside;
    private final double[] z;

    private Tridiagonal(double[] diagonal, double[] beside, double[] z) {
        this.diagonal = diagonal;
        this.beside = beside;
        this.z = z;
    }

    /**
     * Reduces a matrix.
     *
     * @param a n×n, symmetric, both triangles; overwritten
     * @param vector n numbers; not modified
     */
    public static Tridiagonal reduce(double[] a, int n, double[] vector, Cancellation cancellation) {
        double[] z = vector.clone();
        double[] diagonal = new double[n];
        double[] beside = new double[Math.max(0, n - 1)];
        double[] v = new double[n];
        double[] w = new double[n];
        for (int k = 0; k + 1 < n; k++) {
            cancellation.check();
            diagonal[k] = a[k * n + k];
            beside[k] = reflector(a, n, k, v);
            if (v[k + 1] == 0) {
                continue;
            }
            double product = 0;
            for (int i = k + 1; i < n; i++) {
                product += v[i] * z[i];
            }
            for (int i = k + 1; i < n; i++) {
                z[i] -= 2 * product * v[i];
            }
            reflect(a, n, k + 1, v, w);
        }
        if (n > 0) {
            diagonal[n - 1] = a[n * n - 1];
        }
        return new Tridiagonal(diagonal, beside, z);
    }

    /** Sets v to a unit vector whose reflection turns row k right of the diagonal into a multiple of e_1; returns that. */
    private static double reflector(double[] a, int n, int k, double[] v) {
        double largest = 0;
        for (int j = k + 1; j < n; j++) {
            v[j] = a[k * n + j];
            largest = Math.max(largest, Math.abs(v[j]));
        }
        if (largest == 0) {
            v[k + 1] = 0;
            return 0;
        }
        double squares = 0;
        for (int j = k + 1; j < n; j++) {
            v[j] /= largest;
            squares += v[j] * v[j];
        }
        double norm = v[k + 1] > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
        double head = v[k + 1];
        v[k + 1] = head - norm;
        double length = Math.sqrt(2 * (squares - head * norm));
        for (int j = k + 1; j < n; j++) {
            v[j] /= length;
        }
        return norm * largest;
    }

    /** A ← (I − 2vvᵀ) A (I − 2vvᵀ) on rows and columns from {@code from}. */
    private static void reflect(double[] a, int n, int from, double[] v, double[] w) {
        for (int j = from; j < n; j++) {
            w[j] = 0;
        }
        for (int i = from; i < n; i++) {
            double factor = 2 * v[i];
            for (int j = from; j < n; j++) {
                w[j] += factor * a[i * n + j];
            }
        }
        double product = 0;
        for (int j = from; j < n; j++) {
            product += v[j] * w[j];
        }
        for (int j = from; j < n; j++) {
            w[j] -= product * v[j];
        }
        for (int i = from; i < n; i++) {
            double vi = v[i];
            double wi = w[i];
            for (int j = from; j < n; j++) {
                a[i * n + j] -= vi * w[j] + wi * v[j];
            }
        }
    }

    /**
     * Sets {@code out[0]} to log|A + δI| and {@code out[1]} to zᵀ(A + δI)⁻¹z.
     *
     * @return whether A + δI is positive definite to working precision; if not, out is undefined
     */
    public boolean solve(double delta, double[] out) {
        double log = 0;
        double form = 0;
        double pivot = 1;
        double carried = 0;
        for (int i = 0; i < diagonal.length; i++) {
            double ratio = i == 0 ? 0 : beside[i - 1] / pivot;
            pivot = diagonal[i] + delta - (i == 0 ? 0 : ratio * beside[i - 1]);
            if (!(pivot > 0)) {
                return false;
            }
            carried = z[i] - ratio * carried;
            log += StrictMath.log(pivot);
            form += carried * carried / pivot;
        }
        out[0] = log;
        out[1] = form;
        return true;
    }
}
