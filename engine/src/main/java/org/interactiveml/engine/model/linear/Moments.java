package org.interactiveml.engine.model.linear;

import java.util.Arrays;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/**
 * All that polynomial fits up to a degree need to know of the rows, part by part: Σ T_k(t), Σ z T_k(t), Σ z².
 *
 * <p>Since T_i T_j = (T_{i+j} + T_{|i−j|}) / 2, these sums hold every Gram matrix. The rows are summed in fixed blocks that are
 * combined in their order: the same bits for any number of threads. Immutable.
 */
public final class Moments {
    private static final int BLOCK = 1 << 15;
    private static final int BUFFER = 64;
    private static final int ROWS_PER_POLL = 1024;

    private final int degree;
    private final Sums sums;
    private final double[] yMin;
    private final double[] yMax;

    private Moments(int degree, Sums sums, double[] yMin, double[] yMax) {
        this.degree = degree;
        this.sums = sums;
        this.yMin = yMin;
        this.yMax = yMax;
    }

    /**
     * One pass over the rows: about 8 ns a row and thread at degree 10.
     *
     * @param exact whether to sum in double-double, at ten times the cost
     */
    static Moments of(
            Rows rows,
            Partition partition,
            Scaling scaling,
            int degree,
            boolean exact,
            Workers workers,
            Cancellation cancellation) {
        int size = rows.size();
        int parts = partition.parts();
        int blocks = Math.max(1, (size + BLOCK - 1) / BLOCK);
        Block[] results = new Block[blocks];
        workers.run(blocks, b -> {
            cancellation.check();
            int from = b * BLOCK;
            int to = Math.min(size, from + BLOCK);
            Block block = new Block(degree, parts, exact);
            if (exact) {
                block.addExactly(rows, partition.partOfRow(), scaling, from, to, cancellation);
            } else {
                block.add(rows, partition.partOfRow(), scaling, from, to);
            }
            results[b] = block;
        });
        Block total = results[0];
        for (int b = 1; b < blocks; b++) {
            total.merge(results[b]);
        }
        return new Moments(degree, total.sums, total.yMin, total.yMax);
    }

    /** The largest degree of a fit from these moments. */
    public int degree() {
        return degree;
    }

    /** The sums of all parts, {@link MomentKernel#stride} apart; not to be modified. */
    Sums sums() {
        return sums;
    }

    /** Whether the sums are in double-double. */
    boolean exact() {
        return sums.exact();
    }

    /** The sums of the training rows, those of fold {@code except} left out; −1 for none. */
    Sums trainingSums(int except) {
        Sums out = Sums.of(MomentKernel.stride(degree), sums.exact());
        int stride = MomentKernel.stride(degree);
        int folds = yMin.length - 1;
        for (int fold = 0; fold < folds; fold++) {
            if (fold != except) {
                out.add(sums, fold * stride, 0, stride);
            }
        }
        return out;
    }

    /** Whether all y of the parts {@code from .. to - 1} are equal, part {@code except} left out; true for no rows. */
    boolean constantY(int from, int to, int except) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int p = from; p < to; p++) {
            if (p != except) {
                min = Math.min(min, yMin[p]);
                max = Math.max(max, yMax[p]);
            }
        }
        return min >= max;
    }

    private static final class Block {
        final int degree;
        final Sums sums;
        final double[] yMin;
        final double[] yMax;

        Block(int degree, int parts, boolean exact) {
            this.degree = degree;
            this.sums = Sums.of(parts * MomentKernel.stride(degree), exact);
            this.yMin = new double[parts];
            this.yMax = new double[parts];
            Arrays.fill(yMin, Double.POSITIVE_INFINITY);
            Arrays.fill(yMax, Double.NEGATIVE_INFINITY);
        }

        // The rows of a part are gathered, so that the kernel always has a group of one part in its registers.
        void add(Rows rows, byte[] part, Scaling scaling, int from, int to) {
            int parts = yMin.length;
            int stride = MomentKernel.stride(degree);
            double[] x = rows.x();
            double[] y = rows.y();
            double centre = scaling.centre();
            double rate = scaling.rate();
            double yShift = scaling.yShift();
            double yRate = scaling.yRate();
            double[] t = new double[parts * BUFFER];
            double[] z = new double[parts * BUFFER];
            int[] filled = new int[parts];
            for (int i = from; i < to; i++) {
                int p = part[i];
                int slot = p * BUFFER + filled[p];
                double yi = y[i];
                t[slot] = (x[i] - centre) * rate;
                z[slot] = (yi - yShift) * yRate;
                track(p, yi);
                if (++filled[p] == BUFFER) {
                    MomentKernel.add(degree, t, z, p * BUFFER, BUFFER, sums.hi(), p * stride);
                    filled[p] = 0;
                }
            }
            for (int p = 0; p < parts; p++) {
                MomentKernel.add(degree, t, z, p * BUFFER, filled[p], sums.hi(), p * stride);
            }
        }

        void addExactly(Rows rows, byte[] part, Scaling scaling, int from, int to, Cancellation cancellation) {
            int parts = yMin.length;
            int stride = MomentKernel.stride(degree);
            ExactMomentKernel kernel = new ExactMomentKernel(degree, scaling);
            int group = ExactMomentKernel.ROWS;
            double[] x = new double[parts * group];
            double[] y = new double[parts * group];
            int[] filled = new int[parts];
            for (int i = from; i < to; i++) {
                int p = part[i];
                if (i % ROWS_PER_POLL == 0) {
                    cancellation.check();
                }
                x[p * group + filled[p]] = rows.x()[i];
                y[p * group + filled[p]] = rows.y()[i];
                track(p, rows.y()[i]);
                if (++filled[p] == group) {
                    kernel.add(x, y, p * group, group, sums, p * stride);
                    filled[p] = 0;
                }
            }
            for (int p = 0; p < parts; p++) {
                kernel.add(x, y, p * group, filled[p], sums, p * stride);
            }
        }

        private void track(int p, double yi) {
            if (yi < yMin[p]) {
                yMin[p] = yi;
            }
            if (yi > yMax[p]) {
                yMax[p] = yi;
            }
        }

        void merge(Block next) {
            sums.add(next.sums, 0, 0, sums.hi().length);
            for (int p = 0; p < yMin.length; p++) {
                yMin[p] = Math.min(yMin[p], next.yMin[p]);
                yMax[p] = Math.max(yMax[p], next.yMax[p]);
            }
        }
    }
}
