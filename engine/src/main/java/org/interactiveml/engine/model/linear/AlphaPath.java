package org.interactiveml.engine.model.linear;

import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/**
 * Coefficients and cross-validation error of a penalised model along its alphas.
 *
 * @param alphas falling
 * @param coefficients of 1, x, x² … in the user's units, by alpha
 * @param standardized coefficients of the standardised powers, for x, x² …, by alpha
 * @param validation root of the mean over the folds of the mean squared error on the fold, by alpha; empty with fewer training
 *     rows than folds
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, handed over and never compared
public record AlphaPath(double[] alphas, double[][] coefficients, double[][] standardized, double[] validation) {
    private static final double NET_RANGE = 1e-4;
    private static final double RIDGE_MAX = 1e4;
    private static final double RIDGE_RANGE = 1e-8;

    /**
     * Follows the path on the whole training part, and on each fold's for the errors.
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
        Covariance train = regression.train();
        StandardizedPowers powers = new StandardizedPowers(degree, sample.scaling(), train);
        PenalizedSolver solver = PolynomialRegression.solver(model, degree, sample.scaling());
        powers.covariance(train, solver.gram(), solver.xy());
        solver.start(train.rows);
        double[] alphas = solver instanceof ElasticNetSolver net
                ? PolynomialRegression.alphas(net.alphaMax(), count, NET_RANGE)
                : PolynomialRegression.alphas(RIDGE_MAX, count, RIDGE_RANGE);
        double[][] coefficients = new double[count][];
        double[][] standardized = new double[count][];
        for (int a = 0; a < count; a++) {
            cancellation.check();
            double[] b = solver.solve(alphas[a], cancellation);
            coefficients[a] = powers.coefficients(train.yMean, b);
            standardized[a] = powers.inUserUnits(b);
        }
        int folds = sample.partition().folds();
        if (folds < sample.partition().requestedFolds()) {
            return new AlphaPath(alphas, coefficients, standardized, new double[0]);
        }
        double[] validation = regression.validate(model, alphas).meanSquaredError();
        for (int a = 0; a < count; a++) {
            validation[a] = Math.sqrt(validation[a]);
        }
        return new AlphaPath(alphas, coefficients, standardized, validation);
    }
}
