package org.interactiveml.engine.model.linear;

import java.util.Arrays;
import org.interactiveml.engine.numeric.DoubleDouble;

/**
 * A short column of double-double numbers, worked on element by element: the loops have one index for all arrays and no branch, so
 * that the compiler makes vector instructions of what {@link DoubleDouble} does to one number. Not thread-safe.
 */
final class ExactColumn {
    private final double[] hi;
    private final double[] lo;

    ExactColumn(int size) {
        hi = new double[size];
        lo = new double[size];
    }

    void set(int i, DoubleDouble value) {
        hi[i] = value.hi();
        lo[i] = value.lo();
    }

    /** Sets the first n numbers. */
    void fill(double value, int n) {
        Arrays.fill(hi, 0, n, value);
        Arrays.fill(lo, 0, n, 0);
    }

    void copy(ExactColumn other, int n) {
        System.arraycopy(other.hi, 0, hi, 0, n);
        System.arraycopy(other.lo, 0, lo, 0, n);
    }

    /** Sets this to factor · t · current − this: with factor 2 the next Chebyshev polynomial from the last two. */
    void recur(double factor, ExactColumn t, ExactColumn current, int n) {
        recur(factor, t.hi, t.lo, current.hi, current.lo, hi, lo, n);
    }

    private static void recur(
            double factor, double[] tHi, double[] tLo, double[] cHi, double[] cLo, double[] bHi, double[] bLo, int n) {
        for (int i = 0; i < n; i++) {
            double aHi = factor * tHi[i];
            double aLo = factor * tLo[i];
            double product = aHi * cHi[i];
            double rest = Math.fma(aHi, cHi[i], -product);
            rest = Math.fma(aHi, cLo[i], rest);
            rest = Math.fma(aLo, cHi[i], rest);
            double h = product + rest;
            double l = rest - (h - product);
            double s = h - bHi[i];
            double v = s - h;
            double e = (h - (s - v)) - (bHi[i] + v);
            double t = l - bLo[i];
            double w = t - l;
            double f = (l - (t - w)) - (bLo[i] + w);
            e += t;
            double r = s + e;
            e = (e - (r - s)) + f;
            bHi[i] = r + e;
            bLo[i] = e - (bHi[i] - r);
        }
    }

    /** Adds one number to the first n. */
    void add(double dHi, double dLo, int n) {
        add(dHi, dLo, hi, lo, n);
    }

    private static void add(double dHi, double dLo, double[] hi, double[] lo, int n) {
        for (int i = 0; i < n; i++) {
            double s = hi[i] + dHi;
            double v = s - hi[i];
            double e = (hi[i] - (s - v)) + (dHi - v);
            double t = lo[i] + dLo;
            double w = t - lo[i];
            double f = (lo[i] - (t - w)) + (dLo - w);
            e += t;
            double r = s + e;
            e = (e - (r - s)) + f;
            hi[i] = r + e;
            lo[i] = e - (hi[i] - r);
        }
    }

    /** Adds the first n numbers to a sum: what each addition rounds off is summed beside it. */
    void addTo(DoubleDouble sum, int n) {
        double s = 0;
        double rest = 0;
        for (int i = 0; i < n; i++) {
            double next = s + hi[i];
            double v = next - s;
            rest += ((s - (next - v)) + (hi[i] - v)) + lo[i];
            s = next;
        }
        sum.add(s, 0).add(rest, 0);
    }

    /** Adds the products of the first n numbers with those of another column to a sum. */
    void addProductsTo(DoubleDouble sum, ExactColumn other, int n) {
        double s = 0;
        double rest = 0;
        for (int i = 0; i < n; i++) {
            double product = hi[i] * other.hi[i];
            double low = Math.fma(hi[i], other.hi[i], -product);
            low = Math.fma(hi[i], other.lo[i], low);
            low = Math.fma(lo[i], other.hi[i], low);
            double next = s + product;
            double v = next - s;
            rest += ((s - (next - v)) + (product - v)) + low;
            s = next;
        }
        sum.add(s, 0).add(rest, 0);
    }

    /** The double nearest to another number, which is changed, less that at one place. */
    double difference(int i, DoubleDouble other) {
        return other.add(-hi[i], -lo[i]).value();
    }
}
