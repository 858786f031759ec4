package org.interactiveml.engine.model.linear;

import java.util.Arrays;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/**
 * All that linear models need to know of the rows, part by part: sums and sums of products of the standardised features and z.
 *
 * <p>With v = (f_1 … f_p, z) a part holds Σ v_i v_j for j ≤ i row by row, then Σ v_i, then the number of its rows. The rows are
 * summed in fixed blocks that are combined in their order: the same bits for any number of threads. Immutable.
 */
final class FeatureSums {
    private static final int BLOCK = 1 << 14;
    /** Rows of one part that meet the sums together, while a row of these stays in the first-level cache. */
    private static final int BUFFER = 32;

    private static final int ROWS_PER_POLL = 256;
    /** Sums that the blocks may hold together, before they are combined: 256 MB. */
    private static final long MOST_SUMS = 1 << 25;

    private final int width;
    private final double[] sums;
    private final double[] yMin;
    private final double[] yMax;

    private FeatureSums(int width, int parts) {
        this.width = width;
        this.sums = new double[parts * stride(width)];
        this.yMin = new double[parts];
        this.yMax = new double[parts];
        Arrays.fill(yMin, Double.POSITIVE_INFINITY);
        Arrays.fill(yMax, Double.NEGATIVE_INFINITY);
    }

    /** One pass over the rows: p² / 2 multiply-adds a row. */
    static FeatureSums of(
            Dataset data, Partition partition, FeatureScaling scaling, Workers workers, Cancellation cancellation) {
        int size = data.size();
        int width = scaling.size() + 1;
        long most = Math.max(1, MOST_SUMS / ((long) partition.parts() * stride(width)));
        int blocks = (int) Math.min(most, (size + BLOCK - 1) / BLOCK);
        FeatureSums[] results = new FeatureSums[blocks];
        workers.run(blocks, b -> {
            FeatureSums block = new FeatureSums(width, partition.parts());
            block.add(data, partition, scaling, start(b, blocks, size), start(b + 1, blocks, size), cancellation);
            results[b] = block;
        });
        FeatureSums total = results[0];
        for (int b = 1; b < blocks; b++) {
            total.merge(results[b]);
        }
        return total;
    }

    private static int start(int block, int blocks, int size) {
        return (int) ((long) size * block / blocks);
    }

    private static int stride(int width) {
        return width * (width + 1) / 2 + width + 1;
    }

    /** Sets {@code out} to the covariances of one part. */
    void part(int part, FeatureCovariance out) {
        out.set(sums, part * stride(width), constantY(part, part + 1, -1));
    }

    /** Sets {@code out} to the covariances of the training rows, those of fold {@code except} left out; −1 for none. */
    void training(int except, FeatureCovariance out) {
        int folds = yMin.length - 1;
        int stride = stride(width);
        double[] rest = new double[stride];
        for (int fold = 0; fold < folds; fold++) {
            if (fold != except) {
                int from = fold * stride;
                for (int i = 0; i < stride; i++) {
                    rest[i] += sums[from + i];
                }
            }
        }
        out.set(rest, 0, constantY(0, folds, except));
    }

    private boolean constantY(int from, int to, int except) {
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

    // The rows of a part are gathered, so that the kernel always has rows of one part.
    private void add(
            Dataset data, Partition partition, FeatureScaling scaling, int from, int to, Cancellation cancellation) {
        byte[] part = partition.partOfRow();
        int p = width - 1;
        double yRate = scaling.yRate();
        double[] gathered = new double[yMin.length * BUFFER * width];
        int[] filled = new int[yMin.length];
        for (int i = from; i < to; i++) {
            if (i % ROWS_PER_POLL == 0) {
                cancellation.check();
            }
            int q = part[i];
            int slot = (q * BUFFER + filled[q]) * width;
            for (int j = 0; j < p; j++) {
                gathered[slot + j] = (data.features()[j][i] - scaling.mean()[j]) * scaling.rate()[j];
            }
            double y = data.target()[i];
            gathered[slot + p] = (y - scaling.yMean()) * yRate;
            yMin[q] = Math.min(yMin[q], y);
            yMax[q] = Math.max(yMax[q], y);
            if (++filled[q] == BUFFER) {
                addRows(gathered, q * BUFFER * width, BUFFER, q * stride(width));
                filled[q] = 0;
            }
        }
        for (int q = 0; q < filled.length; q++) {
            addRows(gathered, q * BUFFER * width, filled[q], q * stride(width));
        }
    }

    // Four rows at a time: one load and one store of a sum for four products.
    private void addRows(double[] v, int first, int rows, int base) {
        int w = width;
        int end = first + rows * w;
        int fours = first + rows / 4 * 4 * w;
        int row = base;
        for (int i = 0; i < w; i++) {
            double sum = 0;
            for (int r = first; r < fours; r += 4 * w) {
                double a = v[r + i];
                double b = v[r + w + i];
                double c = v[r + 2 * w + i];
                double d = v[r + 3 * w + i];
                sum += (a + b) + (c + d);
                addProducts(v, r, a, b, c, d, row, i);
            }
            for (int r = fours; r < end; r += w) {
                double a = v[r + i];
                sum += a;
                for (int j = 0; j <= i; j++) {
                    sums[row + j] += a * v[r + j];
                }
            }
            row += i + 1;
            sums[base + w * (w + 1) / 2 + i] += sum;
        }
        sums[base + stride(w) - 1] += rows;
    }

    private void addProducts(double[] v, int r, double a, double b, double c, double d, int row, int i) {
        int w = width;
        int r1 = r + w;
        int r2 = r1 + w;
        int r3 = r2 + w;
        for (int j = 0; j <= i; j++) {
            sums[row + j] += (a * v[r + j] + b * v[r1 + j]) + (c * v[r2 + j] + d * v[r3 + j]);
        }
    }

    private void merge(FeatureSums next) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += next.sums[i];
        }
        for (int p = 0; p < yMin.length; p++) {
            yMin[p] = Math.min(yMin[p], next.yMin[p]);
            yMax[p] = Math.max(yMax[p], next.yMax[p]);
        }
    }
}
