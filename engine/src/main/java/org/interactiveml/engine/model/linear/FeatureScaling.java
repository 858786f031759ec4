package org.interactiveml.engine.model.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Workers;

/**
 * The units of the computation: f = (x − mean) · rate for each feature, and z = (y − yMean) · 2^−yExponent of size one.
 *
 * @param mean of each feature over the training rows
 * @param rate 1 / standard deviation over the training rows; 0 where a feature is constant there, as scikit-learn's {@code
 *     StandardScaler} judges it
 * @param yMean mean of y over the training rows
 * @param yExponent binary exponent of the largest |y − yMean| there
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, shared and never compared
record FeatureScaling(double[] mean, double[] rate, double yMean, int yExponent) {
    private static final int BLOCK = 1 << 16;
    private static final double HUGE = 0x1p500;
    private static final double TINY = 0x1p-500;
    private static final double UNIT = 0x1p-52;

    /**
     * Reads the columns, each twice.
     *
     * @throws Infeasible naming every column that cannot be fitted, and why
     */
    static FeatureScaling of(Dataset data, Partition partition, Workers workers, Cancellation cancellation) {
        int p = data.features().length;
        @SuppressWarnings("NullAway") // every one is set below
        Scan[] scans = new Scan[p + 1];
        workers.run(p + 1, j -> {
            boolean target = j == p;
            String name = target ? data.targetName() : data.featureNames().get(j);
            double[] column = target ? data.target() : data.features()[j];
            scans[j] = new Scan(name, column, partition, cancellation);
        });
        List<String> reasons =
                Arrays.stream(scans).flatMap(scan -> scan.problems.stream()).toList();
        if (!reasons.isEmpty()) {
            throw new Infeasible(reasons);
        }
        double[] mean = new double[p];
        double[] rate = new double[p];
        for (int j = 0; j < p; j++) {
            mean[j] = scans[j].mean;
            rate[j] = scans[j].deviation == 0 ? 0 : 1 / scans[j].deviation;
        }
        Scan y = Objects.requireNonNull(scans[p]);
        return new FeatureScaling(mean, rate, y.mean, y.largest == 0 ? 0 : Math.getExponent(y.largest));
    }

    /** The number of features. */
    int size() {
        return mean.length;
    }

    /** The user's unit of y in units of z, a power of two. */
    double yUnit() {
        return Math.scalb(1.0, yExponent);
    }

    /** 2^−yExponent, exact. */
    double yRate() {
        return Math.scalb(1.0, -yExponent);
    }

    /** One column: what is wrong with it, and its mean and spread over the training rows. */
    private static final class Scan {
        final List<String> problems = new ArrayList<>();
        private final double[] column;
        private final Partition partition;
        private final Cancellation cancellation;
        double mean;
        double deviation;
        /** The largest distance from the mean. */
        double largest;

        Scan(String name, double[] column, Partition partition, Cancellation cancellation) {
            this.column = column;
            this.partition = partition;
            this.cancellation = cancellation;
            double magnitude = 0;
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            double sum = 0;
            for (int i = 0; i < column.length; i++) {
                poll(i);
                double x = column[i];
                if (!Double.isFinite(x)) {
                    problems.add(name + " must be finite, but row " + (i + 1) + " has " + x);
                    return;
                }
                magnitude = Math.max(magnitude, Math.abs(x));
                if (!partition.isTest(i)) {
                    min = Math.min(min, x);
                    max = Math.max(max, x);
                    sum += x;
                }
            }
            if (magnitude > HUGE || (magnitude > 0 && magnitude < TINY)) {
                problems.add("the largest |" + name
                        + "| must be between 1e-150 and 1e150 (its square must be a number), not " + magnitude);
                return;
            }
            if (min == max) {
                mean = min;
            } else {
                spread(sum / partition.trainingRows());
            }
        }

        private void spread(double about) {
            int n = partition.trainingRows();
            double first = 0;
            double second = 0;
            for (int i = 0; i < column.length; i++) {
                poll(i);
                if (!partition.isTest(i)) {
                    double distance = column[i] - about;
                    first += distance;
                    second += distance * distance;
                    largest = Math.max(largest, Math.abs(distance));
                }
            }
            double shift = first / n;
            mean = about + shift;
            double variance = second / n - shift * shift;
            double noise = n * mean * UNIT;
            deviation = variance > n * UNIT * variance + noise * noise ? Math.sqrt(variance) : 0;
        }

        private void poll(int i) {
            if (i % BLOCK == 0) {
                cancellation.check();
            }
        }
    }
}
