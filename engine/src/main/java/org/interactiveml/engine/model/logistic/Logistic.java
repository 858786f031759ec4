package org.interactiveml.engine.model.logistic;

import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Exponential;

/**
 * The logistic function and its loss over arrays of log-odds f, by plain arithmetic and {@link Exponential}: the same bits on every
 * machine. Loops without branches, so that the compiler can make vector instructions of them.
 */
final class Logistic {
    /** e^−708 is the least normal power that is needed; a probability nearer to 0 is as good as this one. */
    private static final double LEAST = -708;

    /** Probabilities multiplied before a logarithm is taken of them. */
    private static final int FACTORS = 256;
    /** Products between these have all their digits, and enough that differ from those of 1. */
    private static final double LEAST_PRODUCT = 1e-300;

    private static final double MOST_PRODUCT = 0.99;

    /** Rows between two looks at the cancellation. */
    private static final int STRETCH = 1 << 14;

    private Logistic() {}

    /** {@code out[i] = 1 / (1 + e^−f[i])} for {@code from <= i < to}; both may be the same array. */
    static void probabilities(double[] f, double[] out, int from, int to) {
        double[] exponents = new double[Math.min(FACTORS, to - from)];
        double[] tails = new double[exponents.length];
        for (int start = from; start < to; start += FACTORS) {
            int n = Math.min(FACTORS, to - start);
            for (int i = 0; i < n; i++) {
                exponents[i] = exponent(f[start + i]);
            }
            Exponential.exp(exponents, tails, 0, n);
            for (int i = 0; i < n; i++) {
                double unlikely = tails[i] / (1 + tails[i]);
                out[start + i] = f[start + i] < 0 ? unlikely : 1 - unlikely;
            }
        }
    }

    private static double exponent(double f) {
        return Math.max(LEAST, -Math.abs(f));
    }

    /**
     * The sum of the losses log(1 + e^−m), m = f where the label is 1 and −f where it is 0, and its derivatives by f.
     *
     * @param residual receives p − label at {@code from .. to - 1}
     * @param curvature receives p · (1 − p) there; another array
     */
    static double loss(double[] f, double[] labels, double[] residual, double[] curvature, int from, int to) {
        double sum = 0;
        for (int start = from; start < to; start += FACTORS) {
            int end = Math.min(to, start + FACTORS);
            for (int i = start; i < end; i++) {
                double margin = (2 * labels[i] - 1) * f[i];
                residual[i] = Math.min(-LEAST, Math.max(LEAST, margin));
            }
            Exponential.exp(residual, curvature, start, end);
            for (int i = start; i < end; i++) {
                // 1 / (1 + e^m) and 1 / (1 + e^−m)
                double wrong = 1 / (1 + curvature[i]);
                residual[i] = wrong;
                curvature[i] *= wrong;
            }
            sum += sum(f, labels, curvature, start, end);
            for (int i = start; i < end; i++) {
                curvature[i] *= residual[i];
                residual[i] *= 1 - 2 * labels[i];
            }
        }
        return sum;
    }

    // −Σ log of the probabilities of the labels, of which many make one logarithm.
    private static double sum(double[] f, double[] labels, double[] right, int from, int to) {
        double p0 = 1;
        double p1 = 1;
        double p2 = 1;
        double p3 = 1;
        int i = from;
        for (; i < to - 3; i += 4) {
            p0 *= right[i];
            p1 *= right[i + 1];
            p2 *= right[i + 2];
            p3 *= right[i + 3];
        }
        for (; i < to; i++) {
            p0 *= right[i];
        }
        double product = (p0 * p1) * (p2 * p3);
        boolean exact = product > LEAST_PRODUCT && product < MOST_PRODUCT;
        return exact ? -StrictMath.log(product) : sumOneByOne(f, labels, from, to);
    }

    private static double sumOneByOne(double[] f, double[] labels, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            double margin = (2 * labels[i] - 1) * f[i];
            sum += Math.max(0, -margin) + StrictMath.log1p(Exponential.exp(-Math.abs(f[i])));
        }
        return sum;
    }

    /** The sum of the losses alone. */
    static double loss(double[] f, double[] labels, Cancellation cancellation) {
        double[] residual = new double[f.length];
        double[] curvature = new double[f.length];
        double sum = 0;
        for (int from = 0; from < f.length; from += STRETCH) {
            cancellation.check();
            sum += loss(f, labels, residual, curvature, from, Math.min(f.length, from + STRETCH));
        }
        return sum;
    }
}
