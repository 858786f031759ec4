package org.interactiveml.engine.model.linear;

/** The folds of a sample of several features, from sums of products alone. */
final class FeatureFolds implements Folds {
    private final LinearSample sample;
    private final FeatureSums sums;
    private final FeatureCovariance rest;
    private final FeatureCovariance held;

    FeatureFolds(LinearSample sample, FeatureSums sums) {
        this.sample = sample;
        this.sums = sums;
        this.rest = new FeatureCovariance(sample.size());
        this.held = new FeatureCovariance(sample.size());
    }

    @Override
    public int count() {
        return sample.partition().folds();
    }

    @Override
    public double covariance(int except, double[] gram, double[] xy) {
        FeatureCovariance source = sample.training();
        if (except >= 0) {
            sums.training(except, rest);
            sums.part(except, held);
            source = rest;
        }
        System.arraycopy(source.gram, 0, gram, 0, gram.length);
        System.arraycopy(source.xy, 0, xy, 0, xy.length);
        return source.rows;
    }

    @Override
    public double error(double[] b) {
        return held.meanSquaredError(rest.intercept(b), b);
    }

    @Override
    public double heldRows() {
        return held.rows;
    }

    @Override
    public double heldVariance() {
        return held.yVariance;
    }
}
