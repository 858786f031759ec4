package org.interactiveml.engine.numeric;

/**
 * Cholesky's factorisation and solutions in double-double, for small matrices that double precision cannot tell from singular.
 *
 * <p>As {@link Cholesky}, with each array a pair (hi, lo). Cost about forty times that of double precision.
 */
public final class ExactCholesky {
    private ExactCholesky() {}

    /**
     * Factors G = L Lᵀ in place in the lower triangle, the diagonal inverted.
     *
     * @param hi, lo p×p row by row
     * @param floor per row, the least pivot accepted
     * @return whether all pivots were above their floors; if not, the rest is undefined
     */
    public static boolean factor(double[] hi, double[] lo, int p, double[] floor) {
        DoubleDouble sum = new DoubleDouble();
        DoubleDouble pivot = new DoubleDouble();
        for (int k = 0; k < p; k++) {
            int row = k * p;
            pivot.set(hi[row + k], lo[row + k]);
            for (int j = 0; j < k; j++) {
                int other = j * p;
                sum.set(hi[row + j], lo[row + j]);
                for (int i = 0; i < j; i++) {
                    sum.subtractProduct(hi[row + i], lo[row + i], hi[other + i], lo[other + i]);
                }
                sum.multiply(hi[other + j], lo[other + j]);
                hi[row + j] = sum.hi();
                lo[row + j] = sum.lo();
                pivot.subtractProduct(sum.hi(), sum.lo(), sum.hi(), sum.lo());
            }
            if (!(pivot.hi() > floor[k])) {
                return false;
            }
            pivot.sqrt();
            sum.set(1).divide(pivot.hi(), pivot.lo());
            hi[row + k] = sum.hi();
            lo[row + k] = sum.lo();
        }
        return true;
    }

    /** Solves L Lᵀ x = b in place. */
    public static void solve(double[] hi, double[] lo, int p, double[] bHi, double[] bLo) {
        DoubleDouble sum = new DoubleDouble();
        for (int k = 0; k < p; k++) {
            int row = k * p;
            sum.set(bHi[k], bLo[k]);
            for (int i = 0; i < k; i++) {
                sum.subtractProduct(hi[row + i], lo[row + i], bHi[i], bLo[i]);
            }
            sum.multiply(hi[row + k], lo[row + k]);
            bHi[k] = sum.hi();
            bLo[k] = sum.lo();
        }
        for (int k = p - 1; k >= 0; k--) {
            sum.set(bHi[k], bLo[k]);
            for (int i = k + 1; i < p; i++) {
                sum.subtractProduct(hi[i * p + k], lo[i * p + k], bHi[i], bLo[i]);
            }
            sum.multiply(hi[k * p + k], lo[k * p + k]);
            bHi[k] = sum.hi();
            bLo[k] = sum.lo();
        }
    }
}
