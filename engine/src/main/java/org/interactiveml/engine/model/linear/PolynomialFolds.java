package org.interactiveml.engine.model.linear;

/** The folds of a polynomial's sample, from moments alone. */
final class PolynomialFolds implements Folds {
    private final Moments moments;
    private final int folds;
    private final StandardizedPowers powers;
    private final Covariance train;
    private final Covariance rest;
    private final Covariance held;
    private final double[] d;

    /**
     * @param train of all training rows; not modified
     */
    PolynomialFolds(Moments moments, int folds, StandardizedPowers powers, Covariance train) {
        this.moments = moments;
        this.folds = folds;
        this.powers = powers;
        this.train = train;
        this.rest = new Covariance(powers.degree);
        this.held = new Covariance(powers.degree);
        this.d = new double[powers.degree];
    }

    @Override
    public int count() {
        return folds;
    }

    @Override
    public double covariance(int except, double[] gram, double[] xy) {
        if (except < 0) {
            powers.covariance(train, gram, xy);
            return train.rows;
        }
        int stride = MomentKernel.stride(moments.degree());
        rest.set(moments.trainingSums(except), 0, moments.degree(), moments.constantY(0, folds, except));
        held.set(moments.sums(), except * stride, moments.degree(), moments.constantY(except, except + 1, -1));
        powers.covariance(rest, gram, xy);
        return rest.rows;
    }

    @Override
    public double error(double[] b) {
        powers.toChebyshev(b, d);
        return held.meanSquaredError(rest.intercept(d), d);
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
