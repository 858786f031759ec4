package org.interactiveml.engine.numeric;

/** Sums over columns in an order of their own, the same on every machine. */
public final class Vectors {
    private Vectors() {}

    /** Σ a[i] · b[i] for {@code from ≤ i < to}. */
    public static double dot(double[] a, double[] b, int from, int to) {
        return dot(a, from, b, from, to - from);
    }

    /** Σ a[aFrom + i] · b[bFrom + i] for i below n. Four sums side by side hide the latency of each. */
    public static double dot(double[] a, int aFrom, double[] b, int bFrom, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i < n - 3; i += 4) {
            s0 += a[aFrom + i] * b[bFrom + i];
            s1 += a[aFrom + i + 1] * b[bFrom + i + 1];
            s2 += a[aFrom + i + 2] * b[bFrom + i + 2];
            s3 += a[aFrom + i + 3] * b[bFrom + i + 3];
        }
        for (; i < n; i++) {
            s0 += a[aFrom + i] * b[bFrom + i];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
