package org.interactiveml.engine.model.logistic;

import java.util.Arrays;
import org.interactiveml.engine.data.LabelledRows;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Vectors;
import org.interactiveml.engine.numeric.Workers;

/**
 * Passes over the training rows: gradient Zᵀr and Hessian Zᵀ diag(h) Z of the summed loss, and products Z·d, Z having a column of
 * ones for the intercept and then the standardised columns. A pass costs n·p²/2 multiply-adds and allocates nothing. Not
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

    // For each block: columns, one column times h, and the partial sums.
    private final double[][] z;
    private final double[][] weighted;
    private final double[][] gradients;
    private final double[][] hessians;
    private final double[] losses;

    NewtonSystem(Design design, Workers workers, Cancellation cancellation) {
        this.design = design;
        this.rows = design.training();
        this.workers = workers;
        this.cancellation = cancellation;
        blocks = new Blocks(rows.size());
        size = design.monomials().size() + 1;
        z = new double[blocks.count()][size * STRETCH];
        for (double[] columns : z) {
            Arrays.fill(columns, 0, STRETCH, 1);
        }
        weighted = new double[blocks.count()][STRETCH];
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
     * @param hessian receives the lower triangle, row by row, size×size
     */
    void assemble(double[] residual, double[] curvature, double[] gradient, double[] hessian) {
        workers.run(blocks.count(), block -> {
            Arrays.fill(gradients[block], 0);
            Arrays.fill(hessians[block], 0);
            for (int from = blocks.from(block); from < blocks.to(block); from += STRETCH) {
                cancellation.check();
                int n = Math.min(STRETCH, blocks.to(block) - from);
                design.fill(rows, from, n, z[block], STRETCH);
                add(block, residual, curvature, from, n);
            }
        });
        sum(gradients, gradient);
        sum(hessians, hessian);
    }

    private void add(int block, double[] residual, double[] curvature, int from, int n) {
        double[] columns = z[block];
        double[] product = weighted[block];
        double[] hessian = hessians[block];
        for (int j = 0; j < size; j++) {
            int column = j * STRETCH;
            gradients[block][j] += Vectors.dot(columns, column, residual, from, n);
            for (int i = 0; i < n; i++) {
                product[i] = curvature[from + i] * columns[column + i];
            }
            for (int k = 0; k <= j; k++) {
                hessian[j * size + k] += Vectors.dot(columns, k * STRETCH, product, 0, n);
            }
        }
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
            double[] columns = z[block];
            for (int from = blocks.from(block); from < blocks.to(block); from += STRETCH) {
                cancellation.check();
                int n = Math.min(STRETCH, blocks.to(block) - from);
                design.fill(rows, from, n, columns, STRETCH);
                Arrays.fill(product, from, from + n, direction[0]);
                for (int j = 1; j < size; j++) {
                    double step = direction[j];
                    for (int i = 0; i < n; i++) {
                        product[from + i] += step * columns[j * STRETCH + i];
                    }
                }
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
