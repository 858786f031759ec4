package org.interactiveml.engine.model.linear;

import java.util.function.UnaryOperator;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/**
 * Coefficients and cross-validation error of a penalised model along its alphas.
 *
 * @param alphas falling
 * @param coefficients of 1, x, x² … or of 1 and each feature in the user's units, by alpha
 * @param standardized coefficients of the standardised powers or features, by alpha
 * @param validation root of the mean over the folds of the mean squared error on the fold, by alpha; empty with fewer training
 *     rows than folds
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, handed over and never compared
public record AlphaPath(double[] alphas, double[][] coefficients, double[][] standardized, double[] validation) {
    private static final double NET_RANGE = 1e-4;
    private static final double RIDGE_MAX = 1e4;
    private static final double RIDGE_RANGE = 1e-8;

    /**
     * Follows the path of a polynomial on the whole training part, and on each fold's for the errors.
     *
     * <p>An elastic net's alphas begin where all coefficients are zero and fall to 10⁻⁴ of that; ridge's go from 10⁴ to 10⁻⁴.
     *
     * @param model ridge or elastic net with {@code l1Ratio} above 0; its own alpha does not matter
     * @param count the number of alphas, at least 2
     */
    public static AlphaPath of(
            PolynomialSample sample,
            int degree,
            LinearModel model,
            int count,
            Workers workers,
            Cancellation cancellation) {
        PolynomialRegression regression = PolynomialRegression.prepared(sample, degree, model, workers, cancellation);
        StandardizedPowers powers = regression.powers();
        Folds folds = regression.folds(powers);
        PenalizedSolver solver = Penalized.solver(model, degree, 1 / regression.yUnit());
        Penalized.start(solver, folds);
        double[] alphas = alphas(solver, count);
        double yMean = regression.train().yMean;
        return along(
                alphas,
                solver,
                folds,
                b -> powers.coefficients(yMean, b),
                powers::inUserUnits,
                folds.count() == sample.partition().requestedFolds() ? regression.yUnit() : Double.NaN,
                cancellation);
    }

    /** The alphas of {@link #of} for the problem that the solver has taken on. */
    static double[] alphas(PenalizedSolver solver, int count) {
        return solver instanceof ElasticNetSolver net
                ? Penalized.alphas(net.alphaMax(), count, NET_RANGE)
                : Penalized.alphas(RIDGE_MAX, count, RIDGE_RANGE);
    }

    /**
     * Solves for each of the alphas.
     *
     * @param solver has taken on the problem of all training rows
     * @param yUnit unit of the errors; NaN where there are too few rows to validate
     */
    static AlphaPath along(
            double[] alphas,
            PenalizedSolver solver,
            Folds folds,
            UnaryOperator<double[]> coefficients,
            UnaryOperator<double[]> standardized,
            double yUnit,
            Cancellation cancellation) {
        int count = alphas.length;
        double[][] inUserUnits = new double[count][];
        double[][] ofStandardized = new double[count][];
        for (int a = 0; a < count; a++) {
            cancellation.check();
            double[] b = solver.solve(alphas[a], cancellation);
            inUserUnits[a] = coefficients.apply(b);
            ofStandardized[a] = standardized.apply(b);
        }
        if (Double.isNaN(yUnit)) {
            return new AlphaPath(alphas, inUserUnits, ofStandardized, new double[0]);
        }
        double[] validation = CrossValidator.run(folds, solver, alphas, false, yUnit * yUnit, cancellation)
                .meanSquaredError();
        for (int a = 0; a < count; a++) {
            validation[a] = Math.sqrt(validation[a]);
        }
        return new AlphaPath(alphas, inUserUnits, ofStandardized, validation);
    }
}
