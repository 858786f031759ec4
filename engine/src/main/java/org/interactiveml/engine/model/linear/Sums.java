package org.interactiveml.engine.model.linear;

import org.interactiveml.engine.numeric.DoubleDouble;

/**
 * Sums over sets of rows, in double or in double-double.
 *
 * @param hi the sums
 * @param lo what double precision would lose of them; empty for sums in double
 */
@SuppressWarnings("ArrayRecordComponent") // accumulators, shared on purpose
record Sums(double[] hi, double[] lo) {
    private static final double[] NONE = {};

    static Sums of(int size, boolean exact) {
        return new Sums(new double[size], exact ? new double[size] : NONE);
    }

    boolean exact() {
        return lo.length > 0;
    }

    /** Adds {@code count} sums of {@code other} beginning at {@code from} to those beginning at {@code to}. */
    void add(Sums other, int from, int to, int count) {
        if (!exact()) {
            for (int i = 0; i < count; i++) {
                hi[to + i] += other.hi[from + i];
            }
            return;
        }
        DoubleDouble sum = new DoubleDouble();
        for (int i = 0; i < count; i++) {
            sum.set(hi[to + i], lo[to + i]).add(other.hi[from + i], other.lo[from + i]);
            hi[to + i] = sum.hi();
            lo[to + i] = sum.lo();
        }
    }
}
