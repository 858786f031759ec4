package org.interactiveml.engine.model.linear;

import java.util.Arrays;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.experiment.Cancellation;
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

    private final int degree;
    private final double[] sums;
    private final double[] yMin;
    private final double[] yMax;

    private Moments(int degree, double[] sums, double[] yMin, double[] yMax) {
        this.degree = degree;
        this.sums = sums;
        this.yMin = yMin;
        this.yMax = yMax;
    }

    /** One pass over the rows: about 8 ns a row and thread at degree 10. */
    static Moments of(
            Rows rows, Partition partition, Scaling scaling, int degree, Workers workers, Cancellation cancellation) {
        int size = rows.size();
        int parts = partition.parts();
        int stride = MomentKernel.stride(degree);
        int blocks = Math.max(1, (size + BLOCK - 1) / BLOCK);
        Block[] results = new Block[blocks];
        workers.run(blocks, b -> {
            cancellation.check();
            Block block = new Block(degree, parts);
            block.add(rows, partition.partOfRow(), scaling, b * BLOCK, Math.min(size, (b + 1) * BLOCK));
            results[b] = block;
        });
        Block total = results[0];
        if (blocks > 1) {
            double[] lost = new double[parts * stride];
            for (int b = 1; b < blocks; b++) {
                total.merge(results[b], lost);
            }
            for (int i = 0; i < lost.length; i++) {
                total.sums[i] += lost[i];
            }
        }
        return new Moments(degree, total.sums, total.yMin, total.yMax);
    }

    /** The moments of one data set without parts, for kernels that draw many; the arrays are scratch or filled. */
    static void ofAll(double[] t, double[] z, int size, int degree, double[] sums) {
        Arrays.fill(sums, 0, MomentKernel.stride(degree), 0);
        MomentKernel.add(degree, t, z, 0, size, sums, 0);
    }

    /** The largest degree of a fit from these moments. */
    public int degree() {
        return degree;
    }

    /** The sums of all parts, {@link MomentKernel#stride} apart; not to be modified. */
    double[] sums() {
        return sums;
    }

    /** Sets {@code out} to the sums of the training rows, those of fold {@code except} left out; −1 for none. */
    void trainingSums(int except, double[] out) {
        int stride = MomentKernel.stride(degree);
        int folds = yMin.length - 1;
        Arrays.fill(out, 0, stride, 0);
        for (int fold = 0; fold < folds; fold++) {
            if (fold != except) {
                int base = fold * stride;
                for (int i = 0; i < stride; i++) {
                    out[i] += sums[base + i];
                }
            }
        }
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
        final double[] sums;
        final double[] yMin;
        final double[] yMax;

        Block(int degree, int parts) {
            this.degree = degree;
            this.sums = new double[parts * MomentKernel.stride(degree)];
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
                if (yi < yMin[p]) {
                    yMin[p] = yi;
                }
                if (yi > yMax[p]) {
                    yMax[p] = yi;
                }
                if (++filled[p] == BUFFER) {
                    MomentKernel.add(degree, t, z, p * BUFFER, BUFFER, sums, p * stride);
                    filled[p] = 0;
                }
            }
            for (int p = 0; p < parts; p++) {
                MomentKernel.add(degree, t, z, p * BUFFER, filled[p], sums, p * stride);
            }
        }

        // Neumaier's sum: what rounding loses is collected beside.
        void merge(Block next, double[] lost) {
            for (int i = 0; i < sums.length; i++) {
                double a = sums[i];
                double b = next.sums[i];
                double s = a + b;
                lost[i] += Math.abs(a) >= Math.abs(b) ? (a - s) + b : (b - s) + a;
                sums[i] = s;
            }
            for (int p = 0; p < yMin.length; p++) {
                yMin[p] = Math.min(yMin[p], next.yMin[p]);
                yMax[p] = Math.max(yMax[p], next.yMax[p]);
            }
        }
    }
}
