package org.interactiveml.engine.model;

import java.util.Arrays;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/**
 * Scores of a curve on both parts of the data.
 *
 * @param train of the training rows
 * @param test of the test rows
 */
public record CurveScores(Scores train, Scores test) {
    private static final int BLOCK = 1 << 10;

    /** Evaluates the curve at every row. Sums are taken block by block in order: the same bits for any number of threads. */
    public static CurveScores of(
            Curve curve, Rows rows, Partition partition, Workers workers, Cancellation cancellation) {
        int size = rows.size();
        double[] means = means(rows, partition);
        int blocks = (size + BLOCK - 1) / BLOCK;
        double[][] sums = new double[blocks][];
        workers.run(blocks, block -> {
            cancellation.check();
            int from = block * BLOCK;
            int to = Math.min(size, from + BLOCK);
            double[] x = Arrays.copyOfRange(rows.x(), from, to);
            curve.evaluate(x, x, 0, x.length);
            double[] sum = new double[4];
            for (int i = from; i < to; i++) {
                int part = partition.isTest(i) ? 1 : 0;
                double residual = rows.y()[i] - x[i - from];
                double deviation = rows.y()[i] - means[part];
                sum[part] += residual * residual;
                sum[2 + part] += deviation * deviation;
            }
            sums[block] = sum;
        });
        double[] total = new double[4];
        for (double[] sum : sums) {
            for (int k = 0; k < total.length; k++) {
                total[k] += sum[k];
            }
        }
        return new CurveScores(
                Scores.of("training", partition.trainingRows(), total[0], total[2]),
                Scores.of("test", partition.testRows(), total[1], total[3]));
    }

    // Shifted by the first value of each part, so that the mean of equal values is exact.
    private static double[] means(Rows rows, Partition partition) {
        double[] first = {Double.NaN, Double.NaN};
        double[] sum = new double[2];
        for (int i = 0; i < rows.size(); i++) {
            int part = partition.isTest(i) ? 1 : 0;
            if (Double.isNaN(first[part])) {
                first[part] = rows.y()[i];
            }
            sum[part] += rows.y()[i] - first[part];
        }
        return new double[] {first[0] + sum[0] / partition.trainingRows(), first[1] + sum[1] / partition.testRows()};
    }
}
