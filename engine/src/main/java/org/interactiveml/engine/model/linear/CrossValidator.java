package org.interactiveml.engine.model.linear;

import org.interactiveml.engine.numeric.Cancellation;

/**
 * Cross-validation of a penalised model over the folds of the partition, from moments alone.
 *
 * <p>The powers stay standardised as on the whole training part; each fold's model centres them and y on its own training rows.
 */
final class CrossValidator {
    private final Moments moments;
    private final int folds;
    private final StandardizedPowers powers;
    private final Covariance rest;
    private final Covariance held;
    private final double[] d;

    CrossValidator(Moments moments, int folds, StandardizedPowers powers) {
        this.moments = moments;
        this.folds = folds;
        this.powers = powers;
        this.rest = new Covariance(powers.degree);
        this.held = new Covariance(powers.degree);
        this.d = new double[powers.degree];
    }

    /**
     * @param byR2 whether the largest mean R² wins (ridge) or the least mean squared error
     * @param yUnit squared unit of y, for the errors reported
     */
    CrossValidation run(
            PenalizedSolver solver, double[] alphas, boolean byR2, double yUnit, Cancellation cancellation) {
        int count = alphas.length;
        double[][] byFold = new double[count][folds];
        double[] mean = new double[count];
        double[] meanR2 = new double[count];
        int stride = MomentKernel.stride(moments.degree());
        for (int fold = 0; fold < folds; fold++) {
            cancellation.check();
            rest.set(moments.trainingSums(fold), 0, moments.degree(), moments.constantY(0, folds, fold));
            held.set(moments.sums(), fold * stride, moments.degree(), moments.constantY(fold, fold + 1, -1));
            powers.covariance(rest, solver.gram(), solver.xy());
            solver.start(rest.rows);
            for (int a = 0; a < count; a++) {
                powers.toChebyshev(solver.solve(alphas[a], cancellation), d);
                double error = held.meanSquaredError(rest.intercept(d), d);
                byFold[a][fold] = error * yUnit;
                mean[a] += error * yUnit / folds;
                meanR2[a] += r2(error) / folds;
            }
        }
        int chosen = 0;
        for (int a = 1; a < count; a++) {
            if (byR2 ? meanR2[a] > meanR2[chosen] : mean[a] < mean[chosen]) {
                chosen = a;
            }
        }
        return new CrossValidation(alphas, mean, meanR2, byFold, chosen);
    }

    private double r2(double error) {
        if (held.rows < 2) {
            return Double.NaN;
        }
        if (held.yVariance == 0) {
            return error == 0 ? 1 : 0;
        }
        return 1 - error / held.yVariance;
    }
}
