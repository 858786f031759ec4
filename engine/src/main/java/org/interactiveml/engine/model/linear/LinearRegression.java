package org.interactiveml.engine.model.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Workers;

/**
 * Regression on several features, as scikit-learn's {@code make_pipeline(StandardScaler(), M)} fitted on the training rows, with
 * M one of {@code LinearRegression}, {@code Ridge}, {@code RidgeCV}, {@code Lasso}, {@code LassoCV}, {@code ElasticNet}, {@code
 * ElasticNetCV}; but solved to the optimum, with a certificate.
 *
 * <p>All but the last digits come from the sample's sums of products: the cost hardly depends on the number of rows.
 */
public final class LinearRegression {
    /** More knots than this would make the path slow to validate and its lines no truer to the eye. */
    private static final int MOST_KNOTS = 100;

    private LinearRegression() {}

    /**
     * Fits one model.
     *
     * @throws Infeasible when the data do not allow this fit, naming every reason
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public static LinearFit fit(LinearSample sample, LinearModel model, Workers workers, Cancellation cancellation) {
        List<String> notes = new ArrayList<>();
        int varying = 0;
        for (int j = 0; j < sample.size(); j++) {
            if (sample.isConstant(j)) {
                notes.add(sample.data().featureNames().get(j)
                        + " has one value throughout the training rows: its coefficient is 0");
            } else {
                varying++;
            }
        }
        List<String> reasons = new ArrayList<>();
        int training = sample.partition().trainingRows();
        Penalized.addReasonsAgainst(model, sample.partition(), reasons);
        if (model instanceof LinearModel.Ols && training < varying + 1) {
            reasons.add("least squares with " + varying + " features needs at least " + (varying + 1)
                    + " training rows, not " + training + "; ridge, LASSO and elastic net do not");
        }
        if (!reasons.isEmpty()) {
            throw new Infeasible(reasons);
        }
        return model instanceof LinearModel.Ols
                ? leastSquares(sample, notes, workers, cancellation)
                : penalized(sample, model, notes, workers, cancellation);
    }

    private static LinearFit leastSquares(
            LinearSample sample, List<String> notes, Workers workers, Cancellation cancellation) {
        FeatureLeastSquares.Solution solution = FeatureLeastSquares.solve(sample, workers, cancellation);
        LinearFunction function = new LinearFunction(sample.scaling(), solution.intercept(), solution.b());
        FeatureResiduals.Both scores =
                FeatureResiduals.scores(sample, function, solution.intercept(), solution.b(), workers, cancellation);
        PivotedFactor factor = solution.factor();
        CoefficientErrors errors = null;
        if (factor.isFull()) {
            double[] diagonal = factor.inverseDiagonal(cancellation);
            errors = CoefficientErrors.of(
                    sample, factor, diagonal, scores.train().residualSumOfSquares());
        } else {
            notes.addAll(FeatureLeastSquares.dependencies(sample, factor));
            notes.add("of all coefficients that fit equally well these are the smallest;"
                    + " they have no standard errors");
        }
        return new LinearFit(
                function.coefficients(),
                function.standardized(),
                function,
                Double.NaN,
                null,
                solution.convergence(),
                scores.train(),
                scores.test(),
                errors,
                List.copyOf(notes));
    }

    private static LinearFit penalized(
            LinearSample sample, LinearModel model, List<String> notes, Workers workers, Cancellation cancellation) {
        FeatureCovariance train = sample.training();
        Penalized penalized = Penalized.solve(
                model, sample.folds(), sample.size(), sample.scaling().yUnit(), cancellation);
        double[] b = penalized.b();
        double intercept = train.intercept(b);
        LinearFunction function = new LinearFunction(sample.scaling(), intercept, b);
        FeatureResiduals.Both scores = FeatureResiduals.scores(sample, function, intercept, b, workers, cancellation);
        notes.addAll(penalized.notes());
        return new LinearFit(
                function.coefficients(),
                function.standardized(),
                function,
                penalized.alpha(),
                penalized.validation(),
                penalized.solver().certify(penalized.alpha(), train.yVariance),
                scores.train(),
                scores.test(),
                null,
                List.copyOf(notes));
    }

    /**
     * Coefficients and cross-validation error along a penalty's path, the coefficients of 1 and each feature.
     *
     * <p>The alphas of {@link AlphaPath}; the LASSO's also hold the knots of its path within their range, if they are not too
     * many: between them its coefficients are straight lines.
     *
     * @param model ridge or elastic net with {@code l1Ratio} above 0; its own alpha does not matter
     * @param count the number of alphas without the knots, at least 2
     */
    public static AlphaPath path(LinearSample sample, LinearModel model, int count, Cancellation cancellation) {
        FeatureScaling scaling = sample.scaling();
        FeatureCovariance train = sample.training();
        Folds folds = sample.folds();
        PenalizedSolver solver = Penalized.solver(model, sample.size(), scaling.yRate());
        Penalized.start(solver, folds);
        double[] alphas = AlphaPath.alphas(solver, count);
        if (model instanceof LinearModel.ElasticNet net && net.l1Ratio() == 1) {
            alphas = withKnots(alphas, LassoPath.of(sample, cancellation).knots());
        }
        boolean validated = folds.count() == sample.partition().requestedFolds();
        return AlphaPath.along(
                alphas,
                solver,
                folds,
                b -> new LinearFunction(scaling, train.intercept(b), b).coefficients(),
                b -> new LinearFunction(scaling, 0, b).standardized(),
                validated ? scaling.yUnit() : Double.NaN,
                cancellation);
    }

    private static double[] withKnots(double[] alphas, double[] knots) {
        double most = alphas[0];
        double least = alphas[alphas.length - 1];
        double[] within =
                Arrays.stream(knots).filter(knot -> knot < most && knot > least).toArray();
        if (within.length > MOST_KNOTS) {
            return alphas;
        }
        double[] rising = DoubleStream.concat(Arrays.stream(alphas), Arrays.stream(within))
                .sorted()
                .toArray();
        return IntStream.range(0, rising.length)
                .mapToDouble(k -> rising[rising.length - 1 - k])
                .toArray();
    }
}
