package org.interactiveml.engine.model.linear;

import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.model.Scores;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/**
 * What a model leaves of the rows: one pass over those features whose coefficients are not zero.
 *
 * @param train Σ(z − ẑ)² over the training rows
 * @param test the same over the test rows
 * @param sum Σ(z − ẑ) over the training rows
 * @param products Σ f_j (z − ẑ) over the training rows; empty where not asked for
 */
@SuppressWarnings("ArrayRecordComponent") // sums, handed over and never compared
record FeatureResiduals(double train, double test, double sum, double[] products) {
    private static final int BLOCK = 1 << 12;
    /** Up to here every residual is taken; beyond, covariances serve as long as they do not cancel. */
    private static final int FEW_ROWS = 4096;

    private static final double CANCELLED = 1e-5;

    /** Blocks are fixed and combined in their order: the same bits for any number of threads. */
    static FeatureResiduals of(
            LinearSample sample,
            LinearFunction function,
            boolean withProducts,
            Workers workers,
            Cancellation cancellation) {
        int size = sample.data().size();
        int p = withProducts ? sample.size() : 0;
        int blocks = (size + BLOCK - 1) / BLOCK;
        double[][] sums = new double[blocks][];
        workers.run(blocks, b -> {
            cancellation.check();
            sums[b] = block(sample, function, p, b * BLOCK, Math.min(size, (b + 1) * BLOCK));
        });
        double[] total = new double[p + 3];
        for (double[] block : sums) {
            for (int k = 0; k < total.length; k++) {
                total[k] += block[k];
            }
        }
        double[] products = new double[p];
        System.arraycopy(total, 0, products, 0, p);
        return new FeatureResiduals(total[p], total[p + 1], total[p + 2], products);
    }

    private static double[] block(LinearSample sample, LinearFunction function, int p, int from, int to) {
        Dataset data = sample.data();
        Partition partition = sample.partition();
        double[] residual = new double[to - from];
        function.residuals(data.features(), data.target(), from, to, residual);
        double[] sums = new double[p + 3];
        for (int i = from; i < to; i++) {
            double r = residual[i - from];
            if (partition.isTest(i)) {
                sums[p + 1] += r * r;
                residual[i - from] = 0;
            } else {
                sums[p] += r * r;
                sums[p + 2] += r;
            }
        }
        for (int j = 0; j < p; j++) {
            double[] x = data.features()[j];
            double mean = sample.scaling().mean()[j];
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += residual[i - from] * (x[i] - mean);
            }
            sums[j] = sum * sample.scaling().rate()[j];
        }
        return sums;
    }

    /** Scores of both parts. */
    record Both(Scores train, Scores test) {}

    /**
     * Scores of a model, from covariances where these do.
     *
     * @param b, intercept the model in units of z
     */
    static Both scores(
            LinearSample sample,
            LinearFunction function,
            double intercept,
            double[] b,
            Workers workers,
            Cancellation cancellation) {
        Partition partition = sample.partition();
        FeatureCovariance train = sample.training();
        double unit = Math.scalb(1.0, 2 * sample.scaling().yExponent());
        double trainError = train.meanSquaredError(intercept, b);
        boolean cancelled = trainError < CANCELLED * train.yVariance;
        double testTotal = 0;
        double testSum = 0;
        if (partition.testRows() > 0) {
            FeatureCovariance test = sample.test();
            double testError = test.meanSquaredError(intercept, b);
            cancelled |= testError < CANCELLED * test.yVariance;
            testTotal = test.yVariance * test.rows * unit;
            testSum = testError * test.rows * unit;
        }
        double trainSum = trainError * train.rows * unit;
        if (cancelled || partition.size() <= FEW_ROWS) {
            FeatureResiduals residuals = of(sample, function, false, workers, cancellation);
            trainSum = residuals.train * unit;
            testSum = residuals.test * unit;
        }
        return new Both(
                Scores.of("training", partition.trainingRows(), trainSum, train.yVariance * train.rows * unit),
                Scores.of("test", partition.testRows(), testSum, testTotal));
    }
}
