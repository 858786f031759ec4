package org.interactiveml.engine.model.linear;

import org.interactiveml.engine.numeric.DoubleDouble;

/** {@link MomentKernel} in double-double, row by row; about 0.5 µs a row at D = 10. */
final class ExactMomentKernel {
    private ExactMomentKernel() {}

    /**
     * Adds one row.
     *
     * @param hi, lo the sums of the part begin at {@code base}
     */
    static void add(int degree, Scaling scaling, double x, double y, double[] hi, double[] lo, int base) {
        DoubleDouble t = scaling.exactT(x, new DoubleDouble());
        DoubleDouble z = scaling.exactZ(y, new DoubleDouble());
        double tHi = t.hi();
        double tLo = t.lo();
        double zHi = z.hi();
        double zLo = z.lo();
        DoubleDouble sum = new DoubleDouble();
        int v = base + MomentKernel.xyOffset(degree);
        double beforeHi = 1;
        double beforeLo = 0;
        double currentHi = tHi;
        double currentLo = tLo;
        hi[base] += 1;
        store(sum.set(hi[v], lo[v]).add(zHi, zLo), hi, lo, v);
        for (int k = 1; k <= 2 * degree; k++) {
            store(sum.set(hi[base + k], lo[base + k]).add(currentHi, currentLo), hi, lo, base + k);
            if (k <= degree) {
                int at = v + k;
                store(sum.set(hi[at], lo[at]).addProduct(currentHi, currentLo, zHi, zLo), hi, lo, at);
            }
            sum.set(currentHi, currentLo).multiply(2 * tHi, 2 * tLo).subtract(beforeHi, beforeLo);
            beforeHi = currentHi;
            beforeLo = currentLo;
            currentHi = sum.hi();
            currentLo = sum.lo();
        }
        int yy = base + MomentKernel.yyOffset(degree);
        store(sum.set(hi[yy], lo[yy]).addProduct(zHi, zLo, zHi, zLo), hi, lo, yy);
    }

    private static void store(DoubleDouble value, double[] hi, double[] lo, int at) {
        hi[at] = value.hi();
        lo[at] = value.lo();
    }
}
