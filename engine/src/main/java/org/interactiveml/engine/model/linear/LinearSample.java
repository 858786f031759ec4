package org.interactiveml.engine.model.linear;

import java.util.ArrayList;
import java.util.List;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Workers;

/**
 * Rows of several features, split into parts, and their sums of products: all that linear models of any penalty are made from.
 * Immutable and thread-safe.
 */
public final class LinearSample {
    public static final int MAX_FEATURES = 1_000;

    private final Dataset data;
    private final Partition partition;
    private final FeatureScaling scaling;
    private final FeatureSums sums;
    private final FeatureCovariance training;

    private LinearSample(Dataset data, Partition partition, FeatureScaling scaling, FeatureSums sums) {
        this.data = data;
        this.partition = partition;
        this.scaling = scaling;
        this.sums = sums;
        this.training = new FeatureCovariance(scaling.size());
        sums.training(-1, training);
    }

    /**
     * Reads the rows: two passes over each column for its scale, one over all for the products.
     *
     * @throws Infeasible for columns that no model can be fitted to: NaN, infinite, beyond 1e±150, too many, no training rows
     */
    public static LinearSample of(Dataset data, Partition partition, Workers workers, Cancellation cancellation) {
        if (data.size() != partition.size()) {
            throw new IllegalArgumentException(
                    "the partition must have one part per row, not " + partition.size() + " for " + data.size());
        }
        int features = data.features().length;
        List<String> reasons = new ArrayList<>();
        if (features > MAX_FEATURES) {
            reasons.add("the features must be at most " + MAX_FEATURES + " columns, not " + features);
        }
        if (partition.trainingRows() == 0) {
            reasons.add("the training part must have at least 1 row, not 0");
        }
        if (!reasons.isEmpty()) {
            throw new Infeasible(reasons);
        }
        FeatureScaling scaling = FeatureScaling.of(data, partition, workers, cancellation);
        return new LinearSample(
                data, partition, scaling, FeatureSums.of(data, partition, scaling, workers, cancellation));
    }

    public Dataset data() {
        return data;
    }

    public Partition partition() {
        return partition;
    }

    /** The number of features. */
    public int size() {
        return scaling.size();
    }

    /** Whether feature j has one value throughout the training rows, and so no part in any model. */
    public boolean isConstant(int j) {
        return scaling.rate()[j] == 0;
    }

    FeatureScaling scaling() {
        return scaling;
    }

    /** Covariances over the training rows; not to be modified. */
    FeatureCovariance training() {
        return training;
    }

    /** Covariances over the test rows. */
    FeatureCovariance test() {
        FeatureCovariance test = new FeatureCovariance(size());
        sums.part(partition.folds(), test);
        return test;
    }

    /** A workspace for cross-validation. */
    Folds folds() {
        return new FeatureFolds(this, sums);
    }
}
