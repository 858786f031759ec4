package org.interactiveml.engine.formula;

/** The inner loops, one small method each so that the compiler turns them into vector instructions. */
final class Kernels {
    private Kernels() {}

    /** out[o + i] = op(a[p + i], b[q + i]) for i below n. */
    static void run(Op op, double[] a, int p, double[] b, int q, double[] out, int o, int n) {
        switch (op) {
            case Operator.ADD -> add(a, p, b, q, out, o, n);
            case Operator.SUBTRACT -> subtract(a, p, b, q, out, o, n);
            case Operator.MULTIPLY -> multiply(a, p, b, q, out, o, n);
            case Operator.DIVIDE -> divide(a, p, b, q, out, o, n);
            case Operator.POWER -> apply(op, a, p, b, q, out, o, n);
            case Function function -> apply(function, a, p, b, q, out, o, n);
        }
    }

    private static void add(double[] a, int p, double[] b, int q, double[] out, int o, int n) {
        for (int i = 0; i < n; i++) {
            out[o + i] = a[p + i] + b[q + i];
        }
    }

    private static void subtract(double[] a, int p, double[] b, int q, double[] out, int o, int n) {
        for (int i = 0; i < n; i++) {
            out[o + i] = a[p + i] - b[q + i];
        }
    }

    private static void multiply(double[] a, int p, double[] b, int q, double[] out, int o, int n) {
        for (int i = 0; i < n; i++) {
            out[o + i] = a[p + i] * b[q + i];
        }
    }

    private static void divide(double[] a, int p, double[] b, int q, double[] out, int o, int n) {
        for (int i = 0; i < n; i++) {
            out[o + i] = a[p + i] / b[q + i];
        }
    }

    private static void apply(Op op, double[] a, int p, double[] b, int q, double[] out, int o, int n) {
        for (int i = 0; i < n; i++) {
            out[o + i] = op.apply(a[p + i], b[q + i]);
        }
    }
}
