package org.interactiveml.engine.model.linear;

import java.util.Arrays;
import java.util.List;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.numeric.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * A penalised model solved on covariances: what polynomials and models of several features share.
 *
 * @param solver holds the problem of all training rows and its solution
 * @param alpha the penalty used
 * @param validation how it was chosen, null if it was given
 * @param b coefficients of the standardised features
 * @param notes what a reader of the numbers should know
 */
@SuppressWarnings("ArrayRecordComponent") // intermediate results
record Penalized(
        PenalizedSolver solver, double alpha, @Nullable CrossValidation validation, double[] b, List<String> notes) {
    private static final double[] RIDGE_ALPHAS = {0.001, 0.01, 0.1, 1};
    private static final int ALPHAS = 20;
    private static final double ALPHA_RATIO = 0.01;
    /** What scikit-learn takes for alpha where y is constant and every alpha gives the same. */
    private static final double LEAST_ALPHA = 1e-15;

    /**
     * Chooses alpha, if it is not given, and solves.
     *
     * @param yUnit the user's unit of y in the covariances' unit, a power of two
     */
    static Penalized solve(LinearModel model, Folds folds, int p, double yUnit, Cancellation cancellation) {
        PenalizedSolver solver = solver(model, p, 1 / yUnit);
        CrossValidation validation = null;
        List<String> notes = List.of();
        double alpha;
        switch (alpha(model)) {
            case Alpha.Fixed fixed -> alpha = fixed.value();
            case Alpha.CrossValidated cv -> {
                boolean ridge = model instanceof LinearModel.Ridge;
                double[] alphas = ridge ? RIDGE_ALPHAS.clone() : candidates(solver, folds);
                validation = CrossValidator.run(folds, solver, alphas, ridge, yUnit * yUnit, cancellation);
                alpha = alphas[validation.chosen()];
                if (ridge && Double.isNaN(validation.meanR2()[0])) {
                    notes = List.of("R² is not defined on folds of one row, so ridge takes the first alpha, "
                            + alphas[0] + ", as scikit-learn does");
                }
            }
        }
        start(solver, folds);
        double[] b = solver.solve(alpha, cancellation);
        return new Penalized(solver, alpha, validation, b, notes);
    }

    private static double[] candidates(PenalizedSolver solver, Folds folds) {
        start(solver, folds);
        return alphas(((ElasticNetSolver) solver).alphaMax(), ALPHAS, ALPHA_RATIO);
    }

    /** Lets the solver take on the problem of all training rows. */
    static void start(PenalizedSolver solver, Folds folds) {
        solver.start(folds.covariance(-1, solver.gram(), solver.xy()));
    }

    /**
     * A workspace for the problems of a model with p features.
     *
     * @param l1Unit factor from the user's y to that of the covariances
     */
    static PenalizedSolver solver(LinearModel model, int p, double l1Unit) {
        return switch (model) {
            case LinearModel.Ols ols -> throw new IllegalArgumentException("least squares has no penalty");
            case LinearModel.Ridge ridge -> new RidgeSolver(p, false);
            case LinearModel.ElasticNet net ->
                net.l1Ratio() == 0 ? new RidgeSolver(p, true) : new ElasticNetSolver(p, net.l1Ratio(), l1Unit);
        };
    }

    private static Alpha alpha(LinearModel model) {
        return switch (model) {
            case LinearModel.Ols ols -> throw new IllegalArgumentException("least squares has no penalty");
            case LinearModel.Ridge ridge -> ridge.alpha();
            case LinearModel.ElasticNet net -> net.alpha();
        };
    }

    /** Adds why alpha cannot be cross-validated as the model asks, if so. */
    static void addReasonsAgainst(LinearModel model, Partition partition, List<String> reasons) {
        if (model instanceof LinearModel.Ols || !(alpha(model) instanceof Alpha.CrossValidated)) {
            return;
        }
        int training = partition.trainingRows();
        if (training < partition.requestedFolds()) {
            reasons.add("folds must be at most the number of training rows, " + training + ", not "
                    + partition.requestedFolds());
        }
        if (model instanceof LinearModel.ElasticNet net && net.l1Ratio() == 0) {
            reasons.add("l1.ratio must be above 0 for a cross-validated alpha, not 0");
        }
    }

    /** numpy.logspace, downwards: powers of ten of equidistant logarithms. */
    static double[] alphas(double alphaMax, int count, double ratio) {
        double[] alphas = new double[count];
        if (!(alphaMax > LEAST_ALPHA)) {
            Arrays.fill(alphas, LEAST_ALPHA);
            return alphas;
        }
        double top = StrictMath.log10(alphaMax);
        double bottom = StrictMath.log10(alphaMax * ratio);
        for (int a = 0; a < count; a++) {
            double share = (double) a / (count - 1);
            alphas[a] = StrictMath.pow(10, top + (bottom - top) * share);
        }
        return alphas;
    }
}
