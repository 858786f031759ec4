package org.interactiveml.engine.numeric;

/**
 * Cholesky's factorisation G = L Lᵀ of small symmetric matrices stored row by row, p×p, and triangular solutions.
 *
 * <p>Factor rows can be added one by one, so that a leading block is never factored twice. The diagonal of L is kept inverted:
 * solutions multiply where they would divide. Cost of all p rows about p³/6 multiply-adds. Source: G. Golub, C. Van Loan,
 * "Matrix Computations", 4th ed., section 4.2.
 */
public final class Cholesky {
    private Cholesky() {}

    /**
     * Completes row {@code k} of the factor in place: on entry {@code a[k·p + j]}, j ≤ k, is the row of G, on return that of L,
     * the diagonal inverted. Rows before {@code k} are factored already.
     *
     * @param floor least pivot; a smaller one is replaced by it
     * @return the pivot l_kk² as it came out, also if it was below the floor
     */
    public static double factorRow(double[] a, int p, int k, double floor) {
        int row = k * p;
        double pivot = a[row + k];
        for (int j = 0; j < k; j++) {
            int other = j * p;
            double sum = a[row + j];
            for (int i = 0; i < j; i++) {
                sum -= a[row + i] * a[other + i];
            }
            double l = sum * a[other + j];
            a[row + j] = l;
            pivot -= l * l;
        }
        a[row + k] = 1 / Math.sqrt(Math.max(pivot, floor));
        return pivot;
    }

    /**
     * Factors a whole matrix in place.
     *
     * @param size per row, the size of what cancelled in its diagonal
     * @return the largest ratio of size to pivot: the factor by which rounding errors grew in the pivots; infinite if not
     *     positive definite. In a solution they may grow by more: {@link #growth}
     */
    public static double factor(double[] a, int p, double[] size) {
        double loss = 1;
        for (int k = 0; k < p; k++) {
            double pivot = factorRow(a, p, k, Double.MIN_NORMAL);
            loss = Math.max(loss, pivot > 0 ? size[k] / pivot : Double.POSITIVE_INFINITY);
        }
        return loss;
    }

    /**
     * The growth of rounding errors from G to a solution: the largest size_j (G⁻¹)_jj, which compares a feature with what the
     * others, before and after it, leave of it. Cost as that of the factorisation.
     *
     * @param a as {@link #factor} leaves it; L⁻¹ is written into the strict upper triangle, transposed
     */
    public static double growth(double[] a, int p, double[] size) {
        double[] inverse = new double[p];
        double growth = 1;
        for (int k = 0; k < p; k++) {
            growth = growth(a, p, k, size, inverse);
        }
        return growth;
    }

    /**
     * The same for the leading {@code k + 1} rows, that of the leading {@code k} being known.
     *
     * @param inverse the diagonal of the inverse of the leading block: of {@code k} rows on entry, of one more on return
     */
    public static double growth(double[] a, int p, int k, double[] size, double[] inverse) {
        int row = k * p;
        double own = a[row + k];
        inverse[k] = own * own;
        double growth = size[k] * inverse[k];
        for (int j = 0; j < k; j++) {
            int column = j * p;
            double sum = a[row + j] * a[column + j];
            for (int i = j + 1; i < k; i++) {
                sum += a[row + i] * a[column + i];
            }
            double entry = -own * sum;
            a[column + k] = entry;
            inverse[j] += entry * entry;
            growth = Math.max(growth, size[j] * inverse[j]);
        }
        return growth;
    }

    /** Solves L w = b for the leading {@code n} rows, in place. */
    public static void forward(double[] l, int p, int n, double[] b) {
        for (int k = 0; k < n; k++) {
            int row = k * p;
            double sum = b[k];
            for (int i = 0; i < k; i++) {
                sum -= l[row + i] * b[i];
            }
            b[k] = sum * l[row + k];
        }
    }

    /** Solves Lᵀ x = w for the leading {@code n} rows, in place. */
    public static void backward(double[] l, int p, int n, double[] w) {
        for (int k = n - 1; k >= 0; k--) {
            int row = k * p;
            double x = w[k] * l[row + k];
            w[k] = x;
            for (int i = 0; i < k; i++) {
                w[i] -= l[row + i] * x;
            }
        }
    }
}
