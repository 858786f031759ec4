package org.interactiveml.engine.model.logistic;

import org.interactiveml.engine.numeric.Cancellation;

/**
 * The logistic function and its loss over arrays of log-odds f, by plain arithmetic: the same bits on every machine, and several
 * times as fast as {@link StrictMath#exp}.
 *
 * <p>e^x = 2ⁿ · e^r with n = round(x / ln 2), ln 2 in two parts as in fdlibm's {@code e_exp}, and the Taylor polynomial of degree 13
 * for |r| ≤ ln 2 / 2, whose remainder is below 1e-17. Error below 2 units in the last place.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the digits as published
final class Logistic {
    /** e^−708 is the least normal power that is needed; a probability nearer to 0 is as good as this one. */
    private static final double LEAST = -708;

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

    /** Factors 1 + e^−|f| multiplied before a logarithm is taken of them; their product stays below 2²⁵⁶. */
    private static final int FACTORS = 256;
    /** Below, too few digits of the product lie behind its 1. */
    private static final double SMALL_LOSS = 0.01;

    /** Rows between two looks at the cancellation. */
    private static final int STRETCH = 1 << 14;

    private Logistic() {}

    /** e^x for x ≤ 0; below −708 it is e^−708. */
    static double exp(double x) {
        double bounded = Math.max(x, LEAST);
        double shifted = bounded * LOG2_E + ROUNDING;
        double n = shifted - ROUNDING;
        double r = (bounded - n * LN_2_HIGH) - n * LN_2_LOW;
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = ((1 + r) + (C2 + C3 * r) * r2) + ((C4 + C5 * r) + (C6 + C7 * r) * r2) * r4;
        double high = ((C8 + C9 * r) + (C10 + C11 * r) * r2) + (C12 + C13 * r) * r4;
        double power = Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + BIAS) << FRACTION_BITS);
        return (low + high * (r4 * r4)) * power;
    }

    /** {@code out[i] = 1 / (1 + e^−f[i])} for {@code from <= i < to}; both may be the same array. */
    static void probabilities(double[] f, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            double tail = exp(-Math.abs(f[i]));
            double unlikely = tail / (1 + tail);
            out[i] = f[i] < 0 ? unlikely : 1 - unlikely;
        }
    }

    /**
     * The sum of the losses log(1 + e^−m), m = f where the label is 1 and −f where it is 0, and its derivatives by f.
     *
     * @param residual receives p − label at {@code from .. to - 1}
     * @param curvature receives p · (1 − p) there
     */
    static double loss(double[] f, double[] labels, double[] residual, double[] curvature, int from, int to) {
        double sum = 0;
        for (int start = from; start < to; start += FACTORS) {
            int end = Math.min(to, start + FACTORS);
            double product = 1;
            double missed = 0;
            for (int i = start; i < end; i++) {
                double sign = 2 * labels[i] - 1;
                double margin = sign * f[i];
                double tail = exp(-Math.abs(f[i]));
                double likely = 1 / (1 + tail);
                double unlikely = tail * likely;
                residual[i] = -sign * (margin < 0 ? likely : unlikely);
                curvature[i] = likely * unlikely;
                product *= 1 + tail;
                missed += Math.max(0, -margin);
            }
            sum += missed + (product - 1 < SMALL_LOSS ? smallLoss(f, start, end) : StrictMath.log(product));
        }
        return sum;
    }

    private static double smallLoss(double[] f, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += StrictMath.log1p(exp(-Math.abs(f[i])));
        }
        return sum;
    }

    /** The sum of the losses alone. */
    static double loss(double[] f, double[] labels, Cancellation cancellation) {
        double[] derivatives = new double[f.length];
        double sum = 0;
        for (int from = 0; from < f.length; from += STRETCH) {
            cancellation.check();
            sum += loss(f, labels, derivatives, derivatives, from, Math.min(f.length, from + STRETCH));
        }
        return sum;
    }
}
