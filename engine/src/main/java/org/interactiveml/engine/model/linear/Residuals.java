package org.interactiveml.engine.model.linear;

import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.model.Scores;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.DoubleDouble;
import org.interactiveml.engine.numeric.Workers;

/**
 * Scores of a curve on the training and test rows.
 *
 * <p>Of a few rows every residual is taken; of many rows the sum comes from the moments, as long as it does not cancel to less
 * than {@link #CANCELLED} of the variance. Both ways agree to rounding.
 */
final class Residuals {
    private static final int FEW_ROWS = 4096;
    private static final int BLOCK = 1 << 13;
    private static final double CANCELLED = 1e-5;
    /** Rows whose exact values stand side by side. */
    private static final int GROUP = 128;

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

    /**
     * The same from residuals in double-double, for a curve that is known so.
     *
     * @param curve d_0 … d_p in scaled units
     */
    static Both exact(
            PolynomialSample sample, Sums curve, Covariance train, Workers workers, Cancellation cancellation) {
        Partition partition = sample.partition();
        double unit = Math.scalb(1.0, 2 * sample.scaling().yExponent());
        double testTotal = 0;
        if (partition.testRows() > 0) {
            int testPart = partition.folds();
            Moments moments = sample.exactMoments(train.degree, workers, cancellation);
            Covariance test = new Covariance(train.degree);
            test.set(
                    moments.sums(),
                    testPart * MomentKernel.stride(moments.degree()),
                    moments.degree(),
                    moments.constantY(testPart, testPart + 1, -1));
            testTotal = test.yVariance * test.rows * unit;
        }
        double[] sums = exactSquares(sample, curve, workers, cancellation);
        return new Both(
                Scores.of("training", partition.trainingRows(), sums[0] * unit, train.yVariance * train.rows * unit),
                Scores.of("test", partition.testRows(), sums[1] * unit, testTotal));
    }

    private static double[] exactSquares(
            PolynomialSample sample, Sums curve, Workers workers, Cancellation cancellation) {
        return sumBlocks(sample, workers, cancellation, (from, to, sums) -> {
            ExactClenshaw values = new ExactClenshaw(sample.scaling(), curve, Math.min(GROUP, to - from));
            DoubleDouble z = new DoubleDouble();
            for (int start = from; start < to; start += GROUP) {
                int n = Math.min(GROUP, to - start);
                ExactColumn value = values.at(sample.rows().x(), start, n);
                for (int i = 0; i < n; i++) {
                    double r = value.difference(
                            i, sample.scaling().exactZ(sample.rows().y()[start + i], z));
                    sums[sample.partition().isTest(start + i) ? 1 : 0] += r * r;
                }
            }
        });
    }

    private static double[] squares(
            PolynomialSample sample, Polynomial curve, Workers workers, Cancellation cancellation) {
        byte[] part = sample.partition().partOfRow();
        int testPart = sample.partition().folds();
        double[] x = sample.rows().x();
        double[] y = sample.rows().y();
        return sumBlocks(sample, workers, cancellation, (from, to, sums) -> {
            double[] residual = new double[to - from];
            curve.residuals(x, y, from, to, residual);
            double train = 0;
            double test = 0;
            for (int i = from; i < to; i++) {
                double r = residual[i - from];
                if (part[i] == testPart) {
                    test += r * r;
                } else {
                    train += r * r;
                }
            }
            sums[0] += train;
            sums[1] += test;
        });
    }

    @FunctionalInterface
    private interface BlockSum {
        void add(int from, int to, double[] sums);
    }

    // The blocks are fixed and combined in their order: the same bits for any number of threads.
    private static double[] sumBlocks(
            PolynomialSample sample, Workers workers, Cancellation cancellation, BlockSum blockSum) {
        int size = sample.rows().size();
        int blocks = (size + BLOCK - 1) / BLOCK;
        double[][] sums = new double[blocks][2];
        workers.run(blocks, b -> {
            cancellation.check();
            blockSum.add(b * BLOCK, Math.min(size, (b + 1) * BLOCK), sums[b]);
        });
        double[] total = new double[2];
        for (double[] sum : sums) {
            total[0] += sum[0];
            total[1] += sum[1];
        }
        return total;
    }
}
