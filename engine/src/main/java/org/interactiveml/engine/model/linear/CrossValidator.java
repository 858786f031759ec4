package org.interactiveml.engine.model.linear;

import org.interactiveml.engine.numeric.Cancellation;

/** Cross-validation of a penalised model from covariances alone. */
final class CrossValidator {
    private CrossValidator() {}

    /**
     * Follows the alphas on each fold's training rows.
     *
     * @param byR2 whether the largest mean R² wins (ridge) or the least mean squared error
     * @param yUnit squared unit of y, for the errors reported
     */
    static CrossValidation run(
            Folds folds,
            PenalizedSolver solver,
            double[] alphas,
            boolean byR2,
            double yUnit,
            Cancellation cancellation) {
        int count = alphas.length;
        int foldCount = folds.count();
        double[][] byFold = new double[count][foldCount];
        double[] mean = new double[count];
        double[] meanR2 = new double[count];
        for (int fold = 0; fold < foldCount; fold++) {
            cancellation.check();
            solver.start(folds.covariance(fold, solver.gram(), solver.xy()));
            for (int a = 0; a < count; a++) {
                double error = folds.error(solver.solve(alphas[a], cancellation));
                byFold[a][fold] = error * yUnit;
                mean[a] += error * yUnit / foldCount;
                meanR2[a] += r2(folds, error) / foldCount;
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

    private static double r2(Folds folds, double error) {
        if (folds.heldRows() < 2) {
            return Double.NaN;
        }
        double variance = folds.heldVariance();
        if (variance == 0) {
            return error == 0 ? 1 : 0;
        }
        return 1 - error / variance;
    }
}
