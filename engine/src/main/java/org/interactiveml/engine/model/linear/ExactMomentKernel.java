package org.interactiveml.engine.model.linear;

import org.interactiveml.engine.numeric.DoubleDouble;

/** {@link MomentKernel} in double-double, for a few rows of one part at a time; under 0.1 µs a row at D = 10. */
final class ExactMomentKernel {
    static final int ROWS = 64;

    private final int degree;
    private final Scaling scaling;
    private final ExactColumn t = new ExactColumn(ROWS);
    private final ExactColumn z = new ExactColumn(ROWS);
    private final DoubleDouble sum = new DoubleDouble();
    private ExactColumn before = new ExactColumn(ROWS);
    private ExactColumn current = new ExactColumn(ROWS);

    ExactMomentKernel(int degree, Scaling scaling) {
        this.degree = degree;
        this.scaling = scaling;
    }

    /**
     * Adds rows.
     *
     * @param x, y rows {@code from .. from + n - 1}, at most {@link #ROWS}
     * @param sums those of the part begin at {@code base}
     */
    void add(double[] x, double[] y, int from, int n, Sums sums, int base) {
        for (int i = 0; i < n; i++) {
            t.set(i, scaling.exactT(x[from + i], sum));
            z.set(i, scaling.exactZ(y[from + i], sum));
        }
        int v = base + MomentKernel.xyOffset(degree);
        before.fill(1, n);
        current.copy(t, n);
        sums.hi()[base] += n;
        z.addTo(load(sums, v), n);
        store(sums, v);
        for (int k = 1; k <= 2 * degree; k++) {
            current.addTo(load(sums, base + k), n);
            store(sums, base + k);
            if (k <= degree) {
                current.addProductsTo(load(sums, v + k), z, n);
                store(sums, v + k);
            }
            before.recur(2, t, current, n);
            ExactColumn next = before;
            before = current;
            current = next;
        }
        int yy = base + MomentKernel.yyOffset(degree);
        z.addProductsTo(load(sums, yy), z, n);
        store(sums, yy);
    }

    private DoubleDouble load(Sums sums, int at) {
        return sum.set(sums.hi()[at], sums.lo()[at]);
    }

    private void store(Sums sums, int at) {
        sums.hi()[at] = sum.hi();
        sums.lo()[at] = sum.lo();
    }
}
