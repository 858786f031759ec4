package org.interactiveml.engine.evaluate;

import java.util.Arrays;
import org.interactiveml.engine.data.DataSets;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.model.linear.LinearModel;
import org.interactiveml.engine.model.linear.Polynomial;
import org.interactiveml.engine.model.linear.PolynomialRegression;
import org.interactiveml.engine.model.linear.PolynomialSample;
import org.interactiveml.engine.numeric.ArrayFunction;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Squared bias and variance of the curves that one procedure fits to many independent training sets, averaged over a grid.
 *
 * <p>At each x of the grid the bias is the mean curve less the true function, the variance that of the curves (divided by one
 * less than their number). The expected squared error of a prediction is bias² + variance + noise (T. Hastie, R. Tibshirani, J.
 * Friedman, "The Elements of Statistical Learning", 2nd ed., section 7.3).
 *
 * @param bias2 mean over the grid of the squared bias; NaN where the true function is not known
 * @param variance mean over the grid of the variance
 * @param resamples the number of curves behind the figures; training sets that cannot be fitted are left out
 * @param x the grid
 * @param mean the mean curve on the grid
 * @param fan the first few curves on the grid
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, handed over and never compared
public record BiasVariance(double bias2, double variance, int resamples, double[] x, double[] mean, double[][] fan) {
    /** Training sets that one thread takes at a time; fixed, so that sums do not depend on the threads. */
    private static final int BLOCK = 25;

    /**
     * Where and how much to compute.
     *
     * @param trainingRows rows of each training set
     * @param folds folds of cross-validation within a training set
     * @param resamples the number of training sets, at least 2
     * @param fan the number of curves to keep
     * @param x the grid, see {@link #centralGrid}
     */
    @SuppressWarnings("ArrayRecordComponent") // a column of numbers
    public record Plan(int trainingRows, int folds, int resamples, int fan, double[] x) {}

    /** {@code points} equidistant points over the central 90 % of [xMin, xMax], ends included. */
    public static double[] centralGrid(double xMin, double xMax, int points) {
        double[] grid = new double[points];
        for (int i = 0; i < points; i++) {
            double share = 0.05 + 0.9 * i / (points - 1);
            grid[i] = xMin + share * (xMax - xMin);
        }
        return grid;
    }

    /**
     * Fits one degree to each of the training sets; about 15 µs each for least squares on 50 rows, 50 µs for the LASSO with
     * cross-validation.
     *
     * @param function the true function; null where it is not known
     * @throws Infeasible when none of the training sets can be fitted, with the reasons of the first
     */
    public static BiasVariance of(
            DataSets dataSets,
            @Nullable ArrayFunction function,
            Plan plan,
            int degree,
            LinearModel model,
            Workers workers,
            Cancellation cancellation) {
        int blocks = (plan.resamples() + BLOCK - 1) / BLOCK;
        Moments[] results = new Moments[blocks];
        double[][] fan = new double[Math.min(plan.fan(), plan.resamples())][];
        workers.run(blocks, b -> {
            Moments moments = new Moments(plan.x().length);
            int to = Math.min(plan.resamples(), (b + 1) * BLOCK);
            moments.collect(dataSets, plan, b * BLOCK, to, degree, model, fan, cancellation);
            results[b] = moments;
        });
        Moments all = results[0];
        for (int b = 1; b < blocks; b++) {
            all.merge(results[b]);
        }
        if (all.count == 0 && all.failure != null) {
            throw all.failure;
        }
        return all.result(
                function, plan, Arrays.stream(fan).filter(c -> c != null).toArray(double[][]::new));
    }

    /** Running mean and sum of squared deviations at each point of the grid (T. Chan, G. Golub, R. LeVeque, 1983). */
    private static final class Moments {
        int count;
        final double[] mean;
        final double[] squares;

        @Nullable
        Infeasible failure;

        Moments(int points) {
            this.mean = new double[points];
            this.squares = new double[points];
        }

        void collect(
                DataSets dataSets,
                Plan plan,
                int from,
                int to,
                int degree,
                LinearModel model,
                double[] @Nullable [] fan,
                Cancellation cancellation) {
            int size = plan.trainingRows();
            Partition partition = Partition.inOrder(size, plan.folds());
            double[] curve = new double[plan.x().length];
            Rows rows = new Rows(new double[size], new double[size]);
            for (int r = from; r < to; r++) {
                cancellation.check();
                dataSets.draw(r, size, rows.x(), rows.y());
                try {
                    PolynomialSample sample = PolynomialSample.of(rows, partition, Workers.callerOnly(), cancellation);
                    Polynomial fitted = PolynomialRegression.curve(sample, degree, model, cancellation);
                    fitted.evaluate(plan.x(), curve, 0, curve.length);
                    add(curve);
                    if (r < fan.length) {
                        fan[r] = curve.clone();
                    }
                } catch (Infeasible e) {
                    failure = failure == null ? e : failure;
                }
            }
        }

        private void add(double[] curve) {
            count++;
            for (int i = 0; i < curve.length; i++) {
                double delta = curve[i] - mean[i];
                mean[i] += delta / count;
                squares[i] += delta * (curve[i] - mean[i]);
            }
        }

        void merge(Moments next) {
            failure = failure == null ? next.failure : failure;
            int total = count + next.count;
            if (total == 0) {
                return;
            }
            double share = (double) next.count / total;
            for (int i = 0; i < mean.length; i++) {
                double delta = next.mean[i] - mean[i];
                mean[i] += delta * share;
                squares[i] += next.squares[i] + delta * delta * share * count;
            }
            count = total;
        }

        BiasVariance result(@Nullable ArrayFunction function, Plan plan, double[][] fan) {
            double[] truth = new double[mean.length];
            if (function == null) {
                Arrays.fill(truth, Double.NaN);
            } else {
                function.evaluate(plan.x(), truth, 0, truth.length);
            }
            double bias2 = 0;
            double variance = 0;
            for (int i = 0; i < mean.length; i++) {
                double bias = mean[i] - truth[i];
                bias2 += bias * bias / mean.length;
                variance += squares[i] / (count - 1) / mean.length;
            }
            return new BiasVariance(bias2, variance, count, plan.x(), mean, fan);
        }
    }
}
