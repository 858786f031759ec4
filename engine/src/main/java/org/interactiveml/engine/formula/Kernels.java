package org.interactiveml.engine.formula;

import org.interactiveml.engine.numeric.Exponential;
import org.interactiveml.engine.numeric.Trigonometry;

/**
 * The inner loops over the beginnings of blocks, one small method each. All arrays share one index: only so can the compiler
 * tell that no iteration reads what an earlier one wrote, and make vector instructions.
 */
final class Kernels {
    private Kernels() {}

    /** out[i] = op(a[i], b[i]) for i below n; {@code out} may be {@code a} or {@code b}. */
    static void run(Op op, double[] a, double[] b, double[] out, int n) {
        // One switch per enum: a switch over the sealed interface is dispatched at a cost that a short block would
        // feel.
        if (op instanceof Operator operator) {
            run(operator, a, b, out, n);
        } else if (op instanceof Function function) {
            run(function, a, b, out, n);
        }
    }

    /** out[i] = op(a, b[i]) for i below n; {@code out} may be {@code b}. */
    static void run(Op op, double a, double[] b, double[] out, int n) {
        if (op instanceof Operator operator && operator != Operator.POWER) {
            run(operator, a, b, out, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            out[i] = op.apply(a, b[i]);
        }
    }

    /** out[i] = op(a[i], b) for i below n; {@code out} may be {@code a}. */
    static void run(Op op, double[] a, double b, double[] out, int n) {
        if (op instanceof Operator operator && operator != Operator.POWER) {
            run(operator, a, b, out, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            out[i] = op.apply(a[i], b);
        }
    }

    private static void run(Operator operator, double a, double[] b, double[] out, int n) {
        switch (operator) {
            case ADD -> add(b, a, out, n);
            case SUBTRACT -> subtract(a, b, out, n);
            case MULTIPLY -> multiply(b, a, out, n);
            case DIVIDE -> divide(a, b, out, n);
            case POWER -> throw new IllegalStateException("a power has no kernel");
        }
    }

    private static void run(Operator operator, double[] a, double b, double[] out, int n) {
        switch (operator) {
            case ADD -> add(a, b, out, n);
            case SUBTRACT -> add(a, -b, out, n);
            case MULTIPLY -> multiply(a, b, out, n);
            case DIVIDE -> divide(a, b, out, n);
            case POWER -> throw new IllegalStateException("a power has no kernel");
        }
    }

    private static void run(Operator operator, double[] a, double[] b, double[] out, int n) {
        switch (operator) {
            case ADD -> add(a, b, out, n);
            case SUBTRACT -> subtract(a, b, out, n);
            case MULTIPLY -> multiply(a, b, out, n);
            case DIVIDE -> divide(a, b, out, n);
            case POWER -> apply(operator, a, b, out, n);
        }
    }

    private static void run(Function function, double[] a, double[] b, double[] out, int n) {
        switch (function) {
            case SIN -> Trigonometry.sin(a, out, n);
            case COS -> Trigonometry.cos(a, out, n);
            case EXP -> Exponential.exp(a, out, n);
            default -> apply(function, a, b, out, n);
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

    private static void add(double[] a, double b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b;
        }
    }

    private static void subtract(double a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a - b[i];
        }
    }

    private static void multiply(double[] a, double b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b;
        }
    }

    private static void divide(double[] a, double b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / b;
        }
    }

    private static void divide(double a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a / b[i];
        }
    }

    private static void apply(Op op, double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = op.apply(a[i], b[i]);
        }
    }
}
