package org.interactiveml.engine.formula;

import org.interactiveml.engine.numeric.Trigonometry;

/**
 * The inner loops over the beginnings of blocks, one small method each. All arrays share one index: only so can the compiler
 * tell that no iteration reads what an earlier one wrote, and make vector instructions.
 */
final class Kernels {
    private Kernels() {}

    /** out[i] = op(a[i], b[i]) for i below n; {@code out} may be {@code a} or {@code b}. */
    static void run(Op op, double[] a, double[] b, double[] out, int n) {
        switch (op) {
            case Operator.ADD -> add(a, b, out, n);
            case Operator.SUBTRACT -> subtract(a, b, out, n);
            case Operator.MULTIPLY -> multiply(a, b, out, n);
            case Operator.DIVIDE -> divide(a, b, out, n);
            case Operator.POWER -> apply(op, a, b, out, n);
            case Function.SIN -> Trigonometry.sin(a, out, n);
            case Function.COS -> Trigonometry.cos(a, out, n);
            case Function function -> apply(function, a, b, out, n);
        }
    }

    private static void add(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b[i];
        }
    }

    private static void subtract(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] - b[i];
        }
    }

    private static void multiply(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }

    private static void divide(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / b[i];
        }
    }

    private static void apply(Op op, double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = op.apply(a[i], b[i]);
        }
    }
}
