package org.interactiveml.engine.model.linear;

import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.experiment.Cancellation;
import org.interactiveml.engine.model.Scores;
import org.interactiveml.engine.numeric.Workers;

/**
 * Scores of a curve on the training and test rows.
 *
 * <p>Of a few rows every residual is taken; of many rows the sum comes from the moments, as long as it does not cancel to less
 * than {@link #CANCELLED} of the variance. Both ways agree to rounding.
 */
final class Residuals {
    private static final int FEW_ROWS = 4096;
    private static final int BLOCK = 1 << 12;
    private static final double CANCELLED = 1e-5;

    private Residuals() {}

    record Both(Scores train, Scores test) {}

    /**
     * @param intercept, d the curve as intercept + Σ d_i T_i in scaled units
     * @param train covariance of the training rows
     */
    static Both of(
            PolynomialSample sample,
            Moments moments,
            Polynomial curve,
            double intercept,
            double[] d,
            Covariance train,
            Workers workers,
            Cancellation cancellation) {
        Partition partition = sample.partition();
        int testPart = partition.folds();
        double unit = Math.scalb(1.0, 2 * sample.scaling().yExponent());
        double trainTotal = train.yVariance * train.rows * unit;
        double trainSum = train.meanSquaredError(intercept, d) * train.rows * unit;
        boolean cancelled = trainSum < CANCELLED * trainTotal;
        double testTotal = 0;
        double testSum = 0;
        if (partition.testRows() > 0) {
            Covariance test = new Covariance(train.degree);
            test.set(
                    moments.sums(),
                    testPart * MomentKernel.stride(moments.degree()),
                    moments.degree(),
                    moments.constantY(testPart, testPart + 1, -1));
            testTotal = test.yVariance * test.rows * unit;
            testSum = test.meanSquaredError(intercept, d) * test.rows * unit;
            cancelled |= testSum < CANCELLED * testTotal;
        }
        if (cancelled || partition.size() <= FEW_ROWS) {
            double[] sums = squares(sample, curve, workers, cancellation);
            trainSum = sums[0];
            testSum = sums[1];
        }
        return new Both(
                Scores.of("training", partition.trainingRows(), trainSum, trainTotal),
                Scores.of("test", partition.testRows(), testSum, testTotal));
    }

    private static double[] squares(
            PolynomialSample sample, Polynomial curve, Workers workers, Cancellation cancellation) {
        int size = sample.rows().size();
        int blocks = (size + BLOCK - 1) / BLOCK;
        double[] sums = new double[2 * blocks];
        byte[] part = sample.partition().partOfRow();
        int testPart = sample.partition().folds();
        double[] x = sample.rows().x();
        double[] y = sample.rows().y();
        int chunks = Math.min(blocks, 4 * workers.parallelism());
        workers.run(chunks, chunk -> {
            double[] predicted = new double[Math.min(size, BLOCK)];
            double[] xBlock = new double[predicted.length];
            for (int b = (int) ((long) blocks * chunk / chunks);
                    b < (int) ((long) blocks * (chunk + 1) / chunks);
                    b++) {
                cancellation.check();
                int from = b * BLOCK;
                int count = Math.min(size - from, BLOCK);
                System.arraycopy(x, from, xBlock, 0, count);
                curve.evaluate(xBlock, predicted, 0, count);
                double train = 0;
                double test = 0;
                for (int i = 0; i < count; i++) {
                    double r = y[from + i] - predicted[i];
                    if (part[from + i] == testPart) {
                        test += r * r;
                    } else {
                        train += r * r;
                    }
                }
                sums[2 * b] = train;
                sums[2 * b + 1] = test;
            }
        });
        double[] total = new double[2];
        for (int b = 0; b < blocks; b++) {
            total[0] += sums[2 * b];
            total[1] += sums[2 * b + 1];
        }
        return total;
    }
}
