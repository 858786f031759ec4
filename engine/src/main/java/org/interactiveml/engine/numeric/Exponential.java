package org.interactiveml.engine.numeric;

import java.util.Arrays;

/**
 * The exponential function of whole columns, several rows at a time in vector registers where the machine has them.
 *
 * <p>Within 1 ulp. Made of correctly rounded operations alone, so the same bits on every machine, for one value or many: what
 * {@link StrictMath} promises, at a fraction of its time. Outside {@value #LEAST} … {@value #MOST} the values are StrictMath's
 * own.
 *
 * <p>Source: e^x = 2ⁿ · e^r with n = round(x / ln 2) and ln 2 in two parts (W. J. Cody, W. Waite, Software Manual for the
 * Elementary Functions, 1980, ch. 6), where fused multiply-add makes the first subtraction exact; the Taylor polynomial of degree
 * 13 for |r| ≤ ln 2 / 2, whose remainder is below 1e-17.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the digits as published
public final class Exponential {
    /** Between these, n is the exponent of a normal number. */
    private static final double LEAST = -708;

    private static final double MOST = 709;

    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN_2_HIGH = 6.93147180369123816490e-01;
    private static final double LN_2_LOW = 1.90821492927058770002e-10;
    /** Added to a small number, it leaves the nearest whole number in the lowest bits. */
    private static final double ROUNDING = 0x1.8p52;

    private static final int BIAS = 1023;
    private static final int FRACTION_BITS = 52;

    private static final double C2 = 1 / 2.0;
    private static final double C3 = 1 / 6.0;
    private static final double C4 = 1 / 24.0;
    private static final double C5 = 1 / 120.0;
    private static final double C6 = 1 / 720.0;
    private static final double C7 = 1 / 5040.0;
    private static final double C8 = 1 / 40320.0;
    private static final double C9 = 1 / 362880.0;
    private static final double C10 = 1 / 3628800.0;
    private static final double C11 = 1 / 39916800.0;
    private static final double C12 = 1 / 479001600.0;
    private static final double C13 = 1 / 6227020800.0;

    private Exponential() {}

    /** e^x. */
    public static double exp(double x) {
        return isNear(x) ? reduced(x) * power(x) : StrictMath.exp(x);
    }

    /** {@code out[i] = exp(x[i])} for i below n; both may be the same array, at the cost of a copy. */
    @SuppressWarnings("ReferenceEquality") // the same array is what matters
    public static void exp(double[] x, double[] out, int n) {
        exp(x == out ? Arrays.copyOf(x, n) : x, out, 0, n);
    }

    /** {@code out[i] = exp(x[i])} for {@code from ≤ i < to}; two arrays. */
    public static void exp(double[] x, double[] out, int from, int to) {
        // Two loops: the compiler makes vector instructions of the first, and of none that looks at a number's bits.
        for (int i = from; i < to; i++) {
            out[i] = reduced(x[i]);
        }
        for (int i = from; i < to; i++) {
            out[i] = isNear(x[i]) ? out[i] * power(x[i]) : StrictMath.exp(x[i]);
        }
    }

    private static boolean isNear(double x) {
        return x >= LEAST && x <= MOST;
    }

    /** e^r. */
    private static double reduced(double x) {
        double n = Math.fma(x, LOG2_E, ROUNDING) - ROUNDING;
        double high = Math.fma(-n, LN_2_HIGH, x);
        double r = Math.fma(-n, LN_2_LOW, high);
        double tail = Math.fma(-n, LN_2_LOW, high - r);
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = Math.fma(r2, Math.fma(C5, r, C4), Math.fma(C3, r, C2));
        double middle = Math.fma(r2, Math.fma(C9, r, C8), Math.fma(C7, r, C6));
        double last = Math.fma(r2, Math.fma(C13, r, C12), Math.fma(C11, r, C10));
        double bend = Math.fma(r4, Math.fma(r4, last, middle), low);
        return 1 + (r + Math.fma(r2, bend, tail));
    }

    /** 2ⁿ. */
    private static double power(double x) {
        double shifted = Math.fma(x, LOG2_E, ROUNDING);
        return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + BIAS) << FRACTION_BITS);
    }
}
