package org.interactiveml.engine.model.linear;

import java.util.Arrays;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Cholesky;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Workers;

/**
 * Errors of all degrees 1 … D of one model, from the same moments.
 *
 * <p>Least squares in Chebyshev polynomials nests: one factorisation per set of rows serves all degrees, and each of them adds a
 * substitution. Other models are fitted degree by degree.
 *
 * @param train root of the mean squared error on the training rows, by degree from 1; NaN for a degree that the rows do not
 *     determine
 * @param validation root of the mean over the folds of the mean squared error on the fold, NaN likewise
 * @param test root of the mean squared error on the test rows; NaN likewise, or without test rows
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, handed over and never compared
public record ErrorByDegree(double[] train, double[] validation, double[] test) {

    /**
     * Computes the three columns.
     *
     * @param maxDegree D
     */
    public static ErrorByDegree of(
            PolynomialSample sample, int maxDegree, LinearModel model, Workers workers, Cancellation cancellation) {
        ErrorByDegree errors = new ErrorByDegree(new double[maxDegree], new double[maxDegree], new double[maxDegree]);
        if (model instanceof LinearModel.Ols) {
            errors.leastSquares(sample, workers, cancellation);
        } else {
            for (int p = 1; p <= maxDegree; p++) {
                cancellation.check();
                errors.fit(p, sample, model, workers, cancellation);
            }
        }
        return errors;
    }

    private void fit(int p, PolynomialSample sample, LinearModel model, Workers workers, Cancellation cancellation) {
        try {
            PolynomialFit fit = PolynomialRegression.fit(sample, p, model, Precision.FAST, workers, cancellation);
            CrossValidation cv = fit.crossValidation();
            if (cv == null) {
                cv = PolynomialRegression.prepared(sample, p, model, workers, cancellation)
                        .validate(model, new double[] {fit.alpha()});
            }
            train[p - 1] = fit.train().rmse();
            test[p - 1] = fit.test().rmse();
            validation[p - 1] = Math.sqrt(cv.meanSquaredError()[cv.chosen()]);
        } catch (Infeasible e) {
            train[p - 1] = Double.NaN;
            test[p - 1] = Double.NaN;
            validation[p - 1] = Double.NaN;
        }
    }

    private void leastSquares(PolynomialSample sample, Workers workers, Cancellation cancellation) {
        int degree = train.length;
        int folds = sample.partition().folds();
        Moments moments = sample.moments(degree, workers, cancellation);
        double unit = Math.scalb(1.0, sample.scaling().yExponent());
        Covariance rest = new Covariance(degree);
        Covariance held = new Covariance(degree);
        Nested nested = new Nested(sample, moments, rest, workers, cancellation);
        double[] sum = new double[degree];
        for (int fold = 0; fold < folds; fold++) {
            cancellation.check();
            held.set(
                    moments.sums(),
                    fold * MomentKernel.stride(moments.degree()),
                    moments.degree(),
                    moments.constantY(fold, fold + 1, -1));
            nested.addErrors(fold, held, sum);
        }
        for (int i = 0; i < degree; i++) {
            validation[i] = folds < 2 ? Double.NaN : Math.sqrt(sum[i] / folds) * unit;
        }
        Arrays.fill(sum, 0);
        if (sample.partition().testRows() > 0) {
            held.set(
                    moments.sums(),
                    folds * MomentKernel.stride(moments.degree()),
                    moments.degree(),
                    moments.constantY(folds, folds + 1, -1));
            nested.addErrors(-1, held, sum);
        } else {
            Arrays.fill(sum, Double.NaN);
        }
        for (int i = 0; i < degree; i++) {
            test[i] = Math.sqrt(sum[i]) * unit;
        }
        Arrays.fill(sum, 0);
        held.set(moments.trainingSums(-1), 0, moments.degree(), moments.constantY(0, folds, -1));
        nested.addErrors(-1, held, sum);
        for (int i = 0; i < degree; i++) {
            train[i] = Math.sqrt(sum[i]) * unit;
        }
    }

    /** Least squares of all degrees on the training rows without one fold. */
    private static final class Nested {
        private final PolynomialSample sample;
        private final Moments moments;
        private final Covariance rest;
        private final Workers workers;
        private final Cancellation cancellation;
        private final double[] factor;
        private final double[] inverse;
        private final double[] forward;
        private final double[] d;

        Nested(PolynomialSample sample, Moments moments, Covariance rest, Workers workers, Cancellation cancellation) {
            this.sample = sample;
            this.moments = moments;
            this.rest = rest;
            this.workers = workers;
            this.cancellation = cancellation;
            this.factor = new double[rest.degree * rest.degree];
            this.inverse = new double[rest.degree];
            this.forward = new double[rest.degree];
            this.d = new double[rest.degree];
        }

        /** Adds to {@code sum} the mean squared error over {@code held} for each degree; NaN if not determined. */
        void addErrors(int except, Covariance held, double[] sum) {
            int degree = rest.degree;
            int folds = sample.partition().folds();
            rest.set(moments.trainingSums(except), 0, moments.degree(), moments.constantY(0, folds, except));
            System.arraycopy(rest.gram, 0, factor, 0, factor.length);
            System.arraycopy(rest.xy, 0, forward, 0, degree);
            double loss = 1;
            for (int p = 1; p <= degree; p++) {
                int k = p - 1;
                double pivot = Cholesky.factorRow(factor, degree, k, Double.MIN_NORMAL);
                loss = Math.max(loss, pivot > 0 ? rest.square[k] / pivot : Double.POSITIVE_INFINITY);
                if (loss < LeastSquaresSolver.VISIBLE_LOSS) {
                    loss = Math.max(loss, Cholesky.growth(factor, degree, k, rest.square, inverse));
                }
                if (rest.rows <= p || loss > LeastSquaresSolver.VISIBLE_LOSS) {
                    sum[k] += exactError(except, p, held);
                    continue;
                }
                double value = forward[k];
                for (int i = 0; i < k; i++) {
                    value -= factor[k * degree + i] * forward[i];
                }
                forward[k] = value * factor[k * degree + k];
                Arrays.fill(d, 0);
                System.arraycopy(forward, 0, d, 0, p);
                Cholesky.backward(factor, degree, p, d);
                sum[k] += held.meanSquaredError(rest.intercept(d), d, p);
            }
        }

        private double exactError(int except, int p, Covariance held) {
            if (rest.rows <= p) {
                return Double.NaN;
            }
            Moments exact = sample.exactMoments(rest.degree, workers, cancellation);
            LeastSquaresSolver.Solution solution = LeastSquaresSolver.solveExactly(
                    exact.trainingSums(except),
                    exact.degree(),
                    exact.constantY(0, sample.partition().folds(), except),
                    p);
            if (solution == null) {
                return Double.NaN;
            }
            double[] curve = solution.curve().hi();
            Arrays.fill(d, 0);
            System.arraycopy(curve, 1, d, 0, p);
            return held.meanSquaredError(curve[0], d, p);
        }
    }
}
