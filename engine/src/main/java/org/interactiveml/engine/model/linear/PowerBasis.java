package org.interactiveml.engine.model.linear;

import org.interactiveml.engine.numeric.DoubleDouble;

/** From Chebyshev polynomials of t to powers of x. */
final class PowerBasis {
    private PowerBasis() {}

    /**
     * The coefficients of 1, x … x^p in the user's units of the curve d_0 + Σ d_i T_i.
     *
     * <p>Clenshaw's recurrence on polynomials in place of numbers, in double-double: where x is far from zero the powers cancel
     * by factors up to (1 + √2)^p and more, which would otherwise be lost. About p² / 2 operations.
     *
     * @param hi, lo d_0 … d_p
     */
    static double[] coefficients(Scaling scaling, double[] hi, double[] lo) {
        int p = hi.length - 1;
        double[] aHi = new double[p + 2];
        double[] aLo = new double[p + 2];
        double[] bHi = new double[p + 2];
        double[] bLo = new double[p + 2];
        DoubleDouble sum = new DoubleDouble();
        for (int k = p; k >= 0; k--) {
            // next(x) = factor · rate · (x − centre) · a(x) − b(x) + d_k, where b may be overwritten.
            double factor = (k == 0 ? 1 : 2) * scaling.rate();
            for (int i = p - k; i >= 0; i--) {
                sum.set(aHi[i], aLo[i]).multiply(-scaling.centre(), 0);
                if (i > 0) {
                    sum.add(aHi[i - 1], aLo[i - 1]);
                }
                sum.multiply(factor, 0).subtract(bHi[i], bLo[i]);
                if (i == 0) {
                    sum.add(hi[k], lo[k]);
                }
                bHi[i] = sum.hi();
                bLo[i] = sum.lo();
            }
            double[] swapHi = aHi;
            double[] swapLo = aLo;
            aHi = bHi;
            aLo = bLo;
            bHi = swapHi;
            bLo = swapLo;
        }
        double unit = Math.scalb(1.0, scaling.yExponent());
        double[] coefficients = new double[p + 1];
        for (int i = 0; i <= p; i++) {
            sum.set(aHi[i] * unit, aLo[i] * unit);
            if (i == 0) {
                sum.add(scaling.yShift(), 0);
            }
            coefficients[i] = sum.value();
        }
        return coefficients;
    }

    /** Row i, column k: the coefficient of x^k in T_i(t); (p+1)×(p+1), to working precision. */
    static double[] matrix(Scaling scaling, int p) {
        int width = p + 1;
        double[] matrix = new double[width * width];
        double rate = scaling.rate();
        double centre = scaling.centre();
        matrix[0] = 1;
        for (int i = 1; i <= p; i++) {
            double factor = (i == 1 ? 1 : 2) * rate;
            int last = (i - 1) * width;
            for (int k = 0; k <= i; k++) {
                double shifted = (k == 0 ? 0 : matrix[last + k - 1]) - centre * matrix[last + k];
                matrix[i * width + k] = factor * shifted - (i == 1 ? 0 : matrix[last - width + k]);
            }
        }
        return matrix;
    }
}
