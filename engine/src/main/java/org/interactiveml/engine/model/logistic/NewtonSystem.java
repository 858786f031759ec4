package org.interactiveml.engine.model.logistic;

import java.util.Arrays;
import org.interactiveml.engine.data.LabelledRows;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Vectors;
import org.interactiveml.engine.numeric.Workers;

/**
 * Passes over the training rows: gradient Zᵀr and Hessian Zᵀ diag(h) Z of the summed loss, and products Z·d, Z having a column of
 * ones for the intercept and then the standardised columns, which few rows keep from pass to pass. A pass costs n·p²/2 multiply-adds and allocates nothing. Not
 * thread-safe.
 */
final class NewtonSystem {
    private static final int STRETCH = Blocks.STRETCH;

    private final Design design;
    private final LabelledRows rows;
    private final Workers workers;
    private final Cancellation cancellation;
    private final Blocks blocks;
    /** The number of unknowns: the intercept and one per column. */
    final int size;

    // For each block: columns and the partial sums.
    private final double[][][] z;
    private final double[][] products;
    private final double[][] gradients;
    private final double[][] hessians;
    private final double[] losses;
    /** Whether the columns of all rows have their place, and stand in it. */
    private final boolean filled;

    NewtonSystem(Design design, Workers workers, Cancellation cancellation) {
        this.design = design;
        this.rows = design.training();
        this.workers = workers;
        this.cancellation = cancellation;
        blocks = new Blocks(rows.size());
        size = design.monomials().size() + 1;
        int height = Math.min(STRETCH, rows.size());
        double[][] kept = design.kept();
        filled = kept != null;
        z = kept != null ? new double[][][] {kept} : new double[blocks.count()][size][height];
        if (!filled) {
            for (double[][] columns : z) {
                Arrays.fill(columns[0], 1);
            }
        }
        products = new double[blocks.count()][height];
        gradients = new double[blocks.count()][size];
        hessians = new double[blocks.count()][size * size];
        losses = new double[blocks.count()];
    }

    /**
     * Sums gradient and Hessian.
     *
     * @param residual p − label, per row
     * @param curvature p · (1 − p), per row
     * @param gradient receives {@code size} sums
     * @param hessian receives the lower triangle, row by row, size×size; above the diagonal there may be anything
     */
    void assemble(double[] residual, double[] curvature, double[] gradient, double[] hessian) {
        workers.run(blocks.count(), block -> {
            Arrays.fill(gradients[block], 0);
            Arrays.fill(hessians[block], 0);
            for (int from = blocks.from(block); from < blocks.to(block); from += STRETCH) {
                cancellation.check();
                int n = Math.min(STRETCH, blocks.to(block) - from);
                fill(block, from, n);
                double[][] columns = z[block];
                add(columns, 0, residual, from, n, gradients[block], 0, size);
                int j = 0;
                for (; j < size - 1; j += 2) {
                    addRows(columns, j, curvature, from, n, hessians[block]);
                }
                if (j < size) {
                    add(columns, j, curvature, from, n, hessians[block], j * size, j + 1);
                }
            }
        });
        sum(gradients, gradient);
        sum(hessians, hessian);
    }

    /** Sums the gradient alone. */
    void gradient(double[] residual, double[] gradient) {
        workers.run(blocks.count(), block -> {
            Arrays.fill(gradients[block], 0);
            for (int from = blocks.from(block); from < blocks.to(block); from += STRETCH) {
                cancellation.check();
                int n = Math.min(STRETCH, blocks.to(block) - from);
                fill(block, from, n);
                add(z[block], 0, residual, from, n, gradients[block], 0, size);
            }
        });
        sum(gradients, gradient);
    }

    private void fill(int block, int from, int n) {
        if (!filled) {
            design.fill(rows, from, n, z[block], 1);
        }
    }

    /**
     * Adds Σ h_i z_ij z_ik over n rows to {@code sums[at + k]} for k below {@code count}: four sums side by side, which read h_i z_ij
     * once.
     *
     * @param h one value per row, those of the first row at {@code from}
     */
    private static void add(double[][] columns, int j, double[] h, int from, int n, double[] sums, int at, int count) {
        double[] b = columns[j];
        int k = 0;
        for (; k < count - 3; k += 4) {
            addFour(columns, b, k, h, from, n, sums, at + k);
        }
        for (; k < count - 1; k += 2) {
            addTwo(columns[k], columns[k + 1], b, h, from, n, sums, at + k);
        }
        if (k < count) {
            sums[at + k] += Vectors.dot(h, from, columns[k], b, n);
        }
    }

    private static void addFour(
            double[][] columns, double[] b, int k, double[] h, int from, int n, double[] sums, int at) {
        double[] z0 = columns[k];
        double[] z1 = columns[k + 1];
        double[] z2 = columns[k + 2];
        double[] z3 = columns[k + 3];
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int i = 0; i < n; i++) {
            double product = h[from + i] * b[i];
            s0 = Math.fma(product, z0[i], s0);
            s1 = Math.fma(product, z1[i], s1);
            s2 = Math.fma(product, z2[i], s2);
            s3 = Math.fma(product, z3[i], s3);
        }
        sums[at] += s0;
        sums[at + 1] += s1;
        sums[at + 2] += s2;
        sums[at + 3] += s3;
    }

    private static void addTwo(
            double[] z0, double[] z1, double[] b, double[] h, int from, int n, double[] sums, int at) {
        double s0 = 0;
        double s1 = 0;
        double odd0 = 0;
        double odd1 = 0;
        int i = 0;
        for (; i < n - 1; i += 2) {
            double product = h[from + i] * b[i];
            double odd = h[from + i + 1] * b[i + 1];
            s0 = Math.fma(product, z0[i], s0);
            s1 = Math.fma(product, z1[i], s1);
            odd0 = Math.fma(odd, z0[i + 1], odd0);
            odd1 = Math.fma(odd, z1[i + 1], odd1);
        }
        if (i < n) {
            double product = h[from + i] * b[i];
            s0 = Math.fma(product, z0[i], s0);
            s1 = Math.fma(product, z1[i], s1);
        }
        sums[at] += s0 + odd0;
        sums[at + 1] += s1 + odd1;
    }

    // Rows j and j + 1 of the Hessian, j even, up to column j + 1 in both: eight sums side by side hide the latency of
    // each. Fused, as the compiler would make a vector of the products of a plain sum, only to take it apart again.
    private void addRows(double[][] columns, int j, double[] h, int from, int n, double[] sums) {
        int at = j * size;
        int k = 0;
        for (; k < j - 1; k += 4) {
            addTwoByFour(columns, j, k, h, from, n, sums, at + k);
        }
        if (k < j + 2) {
            addTwoByTwo(columns, j, k, h, from, n, sums, at + k);
        }
    }

    private void addTwoByFour(double[][] columns, int j, int k, double[] h, int from, int n, double[] sums, int at) {
        double[] a = columns[j];
        double[] b = columns[j + 1];
        double[] z0 = columns[k];
        double[] z1 = columns[k + 1];
        double[] z2 = columns[k + 2];
        double[] z3 = columns[k + 3];
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double b0 = 0;
        double b1 = 0;
        double b2 = 0;
        double b3 = 0;
        for (int i = 0; i < n; i++) {
            double ha = h[from + i] * a[i];
            double hb = h[from + i] * b[i];
            a0 = Math.fma(ha, z0[i], a0);
            a1 = Math.fma(ha, z1[i], a1);
            a2 = Math.fma(ha, z2[i], a2);
            a3 = Math.fma(ha, z3[i], a3);
            b0 = Math.fma(hb, z0[i], b0);
            b1 = Math.fma(hb, z1[i], b1);
            b2 = Math.fma(hb, z2[i], b2);
            b3 = Math.fma(hb, z3[i], b3);
        }
        sums[at] += a0;
        sums[at + 1] += a1;
        sums[at + 2] += a2;
        sums[at + 3] += a3;
        sums[at + size] += b0;
        sums[at + size + 1] += b1;
        sums[at + size + 2] += b2;
        sums[at + size + 3] += b3;
    }

    private void addTwoByTwo(double[][] columns, int j, int k, double[] h, int from, int n, double[] sums, int at) {
        double[] a = columns[j];
        double[] b = columns[j + 1];
        double[] z0 = columns[k];
        double[] z1 = columns[k + 1];
        double a0 = 0;
        double a1 = 0;
        double b0 = 0;
        double b1 = 0;
        for (int i = 0; i < n; i++) {
            double ha = h[from + i] * a[i];
            double hb = h[from + i] * b[i];
            a0 = Math.fma(ha, z0[i], a0);
            a1 = Math.fma(ha, z1[i], a1);
            b0 = Math.fma(hb, z0[i], b0);
            b1 = Math.fma(hb, z1[i], b1);
        }
        sums[at] += a0;
        sums[at + 1] += a1;
        sums[at + size] += b0;
        sums[at + size + 1] += b1;
    }

    private static void sum(double[][] parts, double[] whole) {
        Arrays.fill(whole, 0);
        for (double[] part : parts) {
            for (int j = 0; j < whole.length; j++) {
                whole[j] += part[j];
            }
        }
    }

    /** {@code product = Z · direction}, a number per row. */
    void project(double[] direction, double[] product) {
        workers.run(blocks.count(), block -> {
            double[][] columns = z[block];
            double[] part = products[block];
            for (int from = blocks.from(block); from < blocks.to(block); from += STRETCH) {
                cancellation.check();
                int n = Math.min(STRETCH, blocks.to(block) - from);
                fill(block, from, n);
                Arrays.fill(part, 0, n, direction[0]);
                for (int j = 1; j < size; j++) {
                    Vectors.add(direction[j], columns[j], part, n);
                }
                System.arraycopy(part, 0, product, from, n);
            }
        });
    }

    /** {@code f = base + step · along}, the sum of the losses there, and their derivatives by f. */
    double loss(double[] base, double step, double[] along, double[] f, double[] residual, double[] curvature) {
        workers.run(blocks.count(), block -> {
            double sum = 0;
            for (int from = blocks.from(block); from < blocks.to(block); from += STRETCH) {
                cancellation.check();
                int to = Math.min(from + STRETCH, blocks.to(block));
                for (int i = from; i < to; i++) {
                    f[i] = base[i] + step * along[i];
                }
                sum += Logistic.loss(f, rows.labels(), residual, curvature, from, to);
            }
            losses[block] = sum;
        });
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        return sum;
    }
}
