package org.interactiveml.engine.numeric;

/**
 * A number as the unevaluated sum of two doubles, hi + lo with |lo| ≤ ulp(hi) / 2: about 32 digits.
 *
 * <p>Mutable, so that chains of operations allocate nothing. Relative error of each operation below 2⁻¹⁰¹. Source: Y. Hida,
 * X. Li, D. Bailey, "Library for double-double and quad-double arithmetic", 2007; products by fused multiply-add, which is exact
 * on every machine.
 */
public final class DoubleDouble {
    private double hi;
    private double lo;

    public double hi() {
        return hi;
    }

    public double lo() {
        return lo;
    }

    /** The nearest double. */
    public double value() {
        return hi + lo;
    }

    public DoubleDouble set(double hi, double lo) {
        this.hi = hi;
        this.lo = lo;
        return this;
    }

    public DoubleDouble set(double value) {
        return set(value, 0);
    }

    /** Sets this to a − b, exactly. */
    public DoubleDouble setDifference(double a, double b) {
        double s = a - b;
        double v = s - a;
        hi = s;
        lo = (a - (s - v)) - (b + v);
        return this;
    }

    public DoubleDouble add(double bHi, double bLo) {
        double s = hi + bHi;
        double v = s - hi;
        double e = (hi - (s - v)) + (bHi - v);
        double t = lo + bLo;
        double w = t - lo;
        double f = (lo - (t - w)) + (bLo - w);
        e += t;
        double r = s + e;
        e = (e - (r - s)) + f;
        hi = r + e;
        lo = e - (hi - r);
        return this;
    }

    public DoubleDouble add(DoubleDouble b) {
        return add(b.hi, b.lo);
    }

    public DoubleDouble subtract(double bHi, double bLo) {
        return add(-bHi, -bLo);
    }

    public DoubleDouble multiply(double bHi, double bLo) {
        double product = hi * bHi;
        double e = Math.fma(hi, bHi, -product);
        e = Math.fma(hi, bLo, e);
        e = Math.fma(lo, bHi, e);
        hi = product + e;
        lo = e - (hi - product);
        return this;
    }

    /** Adds a · b. */
    public DoubleDouble addProduct(double aHi, double aLo, double bHi, double bLo) {
        double product = aHi * bHi;
        double e = Math.fma(aHi, bHi, -product);
        e = Math.fma(aHi, bLo, e);
        e = Math.fma(aLo, bHi, e);
        double r = product + e;
        return add(r, e - (r - product));
    }

    /** Subtracts a · b. */
    public DoubleDouble subtractProduct(double aHi, double aLo, double bHi, double bLo) {
        return addProduct(-aHi, -aLo, bHi, bLo);
    }

    public DoubleDouble divide(double bHi, double bLo) {
        double q1 = hi / bHi;
        subtractProduct(q1, 0, bHi, bLo);
        double q2 = hi / bHi;
        subtractProduct(q2, 0, bHi, bLo);
        double q3 = hi / bHi;
        hi = q1 + q2;
        lo = q2 - (hi - q1);
        return add(q3, 0);
    }

    /** Square root of a positive number. */
    public DoubleDouble sqrt() {
        double root = Math.sqrt(hi);
        double aHi = hi;
        double aLo = lo;
        set(aHi, aLo).subtractProduct(root, 0, root, 0);
        double correction = hi / (2 * root);
        hi = root + correction;
        lo = correction - (hi - root);
        return this;
    }
}
