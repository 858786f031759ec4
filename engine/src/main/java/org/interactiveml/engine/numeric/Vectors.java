package org.interactiveml.engine.numeric;

/** Sums over columns, in an order of their own, the same on every machine: four side by side hide the latency of each. */
public final class Vectors {
    private Vectors() {}

    /** Σ a[i] for {@code from ≤ i < to}. */
    public static double sum(double[] a, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i < to - 3; i += 4) {
            s0 += a[i];
            s1 += a[i + 1];
            s2 += a[i + 2];
            s3 += a[i + 3];
        }
        for (; i < to; i++) {
            s0 += a[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Σ a[i] · b[i] for {@code from ≤ i < to}. */
    public static double dot(double[] a, double[] b, int from, int to) {
        return dot(a, from, b, from, to - from);
    }

    /** Σ a[aFrom + i] · b[bFrom + i] for i below n. */
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

    /** Σ h[i] · a[i] · b[i]. */
    public static double dot(double[] h, double[] a, double[] b) {
        return dot(h, 0, a, b, h.length);
    }

    /** Σ h[hFrom + i] · a[i] · b[i] for i below n. */
    public static double dot(double[] h, int hFrom, double[] a, double[] b, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i < n - 3; i += 4) {
            s0 += h[hFrom + i] * a[i] * b[i];
            s1 += h[hFrom + i + 1] * a[i + 1] * b[i + 1];
            s2 += h[hFrom + i + 2] * a[i + 2] * b[i + 2];
            s3 += h[hFrom + i + 3] * a[i + 3] * b[i + 3];
        }
        for (; i < n; i++) {
            s0 += h[hFrom + i] * a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** {@code sum[i] += factor · a[i]} for i below n. */
    public static void add(double factor, double[] a, double[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += factor * a[i];
        }
    }
}
