package org.interactiveml.engine.model.linear;

import org.interactiveml.engine.numeric.DoubleDouble;

/**
 * A curve d_0 + Σ d_k T_k in double-double, at a few rows at a time, by Clenshaw's recurrence b_k = 2t b_{k+1} − b_{k+2} + d_k. Not
 * thread-safe.
 */
final class ExactClenshaw {
    private final Scaling scaling;
    private final Sums curve;
    private final ExactColumn t;
    private final DoubleDouble number = new DoubleDouble();
    private ExactColumn current;
    private ExactColumn before;

    /** @param most rows at a time */
    ExactClenshaw(Scaling scaling, Sums curve, int most) {
        this.scaling = scaling;
        this.curve = curve;
        t = new ExactColumn(most);
        current = new ExactColumn(most);
        before = new ExactColumn(most);
    }

    /** The curve at rows {@code from .. from + n - 1}; holds until the next call. */
    ExactColumn at(double[] x, int from, int n) {
        for (int i = 0; i < n; i++) {
            t.set(i, scaling.exactT(x[from + i], number));
        }
        current.fill(0, n);
        before.fill(0, n);
        for (int k = curve.hi().length - 1; k >= 0; k--) {
            before.recur(k == 0 ? 1 : 2, t, current, n);
            before.add(curve.hi()[k], curve.lo()[k], n);
            ExactColumn next = before;
            before = current;
            current = next;
        }
        return current;
    }
}
