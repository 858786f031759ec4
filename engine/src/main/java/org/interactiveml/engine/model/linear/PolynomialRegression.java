package org.interactiveml.engine.model.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.model.Convergence;
import org.interactiveml.engine.model.linear.LinearModel.Ols;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Workers;

/**
 * Regression on 1, x, … x^degree, as scikit-learn's {@code make_pipeline(PolynomialFeatures(degree, include_bias=False),
 * StandardScaler(), M)} fitted on the training rows, with M one of {@code LinearRegression}, {@code Ridge}, {@code RidgeCV},
 * {@code Lasso}, {@code LassoCV}, {@code ElasticNet}, {@code ElasticNetCV}; but solved to the optimum, with a certificate.
 *
 * <p>Everything comes from the sample's moments: the cost does not depend on the number of rows once these are known.
 */
public final class PolynomialRegression {
    /** Loss by centring from which the penalised models are fitted from moments in double-double. */
    private static final double CENTRING_LOSS = 1e6;
    /** The largest power of x that fits: a little below the range of doubles. */
    private static final double LOG_HUGE = 300;

    private final PolynomialSample sample;
    private final int degree;
    private final Moments moments;
    private final Covariance train;
    private final Workers workers;
    private final Cancellation cancellation;

    private PolynomialRegression(
            PolynomialSample sample, int degree, LinearModel model, Workers workers, Cancellation cancellation) {
        this.sample = sample;
        this.degree = degree;
        this.workers = workers;
        this.cancellation = cancellation;
        this.train = new Covariance(degree);
        Moments fast = sample.moments(degree, workers, cancellation);
        read(fast);
        if (model instanceof Ols || train.cancellation < CENTRING_LOSS) {
            this.moments = fast;
        } else {
            // x huddles at one end of its range but for a few rows: centring would leave too few digits.
            this.moments = sample.exactMoments(degree, workers, cancellation);
            read(moments);
        }
    }

    private void read(Moments from) {
        train.set(
                from.trainingSums(-1),
                0,
                from.degree(),
                from.constantY(0, sample.partition().folds(), -1));
    }

    /**
     * Fits one model.
     *
     * @param degree 1 … {@link PolynomialSample#MAX_DEGREE}
     * @throws Infeasible when the data do not allow this fit, naming every reason
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public static PolynomialFit fit(
            PolynomialSample sample,
            int degree,
            LinearModel model,
            Precision precision,
            Workers workers,
            Cancellation cancellation) {
        PolynomialRegression regression = prepared(sample, degree, model, workers, cancellation);
        return model instanceof Ols ? regression.leastSquares(precision) : regression.penalized(model);
    }

    /**
     * The curve alone, without scores, at {@link Precision#FAST}: for those who fit thousands.
     *
     * @throws Infeasible as {@link #fit}
     */
    public static Polynomial curve(PolynomialSample sample, int degree, LinearModel model, Cancellation cancellation) {
        PolynomialRegression regression = prepared(sample, degree, model, Workers.callerOnly(), cancellation);
        return model instanceof Ols ? regression.leastSquaresCurve() : regression.penalizedCurve(model);
    }

    /** The training part's moments read and the data checked, ready for a model. */
    static PolynomialRegression prepared(
            PolynomialSample sample, int degree, LinearModel model, Workers workers, Cancellation cancellation) {
        if (degree < 1 || degree > PolynomialSample.MAX_DEGREE) {
            throw new IllegalArgumentException(
                    "degree must be between 1 and " + PolynomialSample.MAX_DEGREE + ", not " + degree);
        }
        List<String> reasons = reasonsAgainst(sample, degree, model);
        if (!reasons.isEmpty()) {
            throw new Infeasible(reasons);
        }
        return new PolynomialRegression(sample, degree, model, workers, cancellation);
    }

    /** Covariances over the training rows; not to be modified. */
    Covariance train() {
        return train;
    }

    /**
     * Cross-validates a penalised model at given alphas; the least mean squared error wins.
     *
     * @param alphas falling, in the order in which the first of equals wins
     */
    CrossValidation validate(LinearModel model, double[] alphas) {
        double yUnit = yUnit();
        return CrossValidator.run(
                folds(powers()),
                Penalized.solver(model, degree, 1 / yUnit),
                alphas,
                false,
                yUnit * yUnit,
                cancellation);
    }

    /** The powers, standardised over the training rows. */
    StandardizedPowers powers() {
        return new StandardizedPowers(degree, sample.scaling(), train);
    }

    /** The folds for models of these powers. */
    Folds folds(StandardizedPowers powers) {
        return new PolynomialFolds(moments, sample.partition().folds(), powers, train);
    }

    /** The user's unit of y in that of the covariances. */
    double yUnit() {
        return Math.scalb(1.0, sample.scaling().yExponent());
    }

    private static List<String> reasonsAgainst(PolynomialSample sample, int degree, LinearModel model) {
        List<String> reasons = new ArrayList<>();
        Partition partition = sample.partition();
        int training = partition.trainingRows();
        double magnitude = Math.abs(sample.scaling().xUnit());
        if (Math.abs(StrictMath.log10(magnitude)) * degree > LOG_HUGE) {
            reasons.add("x to the power " + degree + " must be between 1e-300 and 1e300, but |x| reaches " + magnitude);
        }
        Penalized.addReasonsAgainst(model, partition, reasons);
        if (model instanceof Ols && training < degree + 1) {
            reasons.add("least squares of degree " + degree + " needs at least " + (degree + 1) + " training rows, not "
                    + training);
        }
        return reasons;
    }

    private PolynomialFit leastSquares(Precision precision) {
        LeastSquaresSolver.Solution solution =
                LeastSquaresSolver.solve(sample, train, precision, workers, cancellation);
        Scaling scaling = sample.scaling();
        double[] curve = solution.curve().hi();
        double[] d = Arrays.copyOfRange(curve, 1, degree + 1);
        Polynomial polynomial = Polynomial.of(scaling, curve[0], d);
        StandardizedPowers powers = new StandardizedPowers(degree, scaling, solution.train());
        Residuals.Both scores = solution.exact()
                ? Residuals.exact(sample, solution.curve(), solution.train(), workers, cancellation)
                : Residuals.of(sample, moments, polynomial, curve[0], d, train, workers, cancellation);
        return new PolynomialFit(
                finite(PowerBasis.coefficients(scaling, curve, solution.curve().lo())),
                polynomial,
                powers.inUserUnits(powers.fromChebyshev(d)),
                Double.NaN,
                null,
                new Convergence(true, 0, 0, solution.exact() ? "solved directly, in double-double" : "solved directly"),
                scores.train(),
                scores.test(),
                new LeastSquares(
                        scaling,
                        solution.train(),
                        solution.factor(),
                        scores.train().residualSumOfSquares()),
                List.of());
    }

    private Polynomial leastSquaresCurve() {
        double[] curve = LeastSquaresSolver.solve(sample, train, Precision.FAST, workers, cancellation)
                .curve()
                .hi();
        return Polynomial.of(sample.scaling(), curve[0], Arrays.copyOfRange(curve, 1, degree + 1));
    }

    private Polynomial penalizedCurve(LinearModel model) {
        StandardizedPowers powers = powers();
        double[] d = new double[degree];
        powers.toChebyshev(solve(model, powers).b(), d);
        return Polynomial.of(sample.scaling(), train.intercept(d), d);
    }

    private PolynomialFit penalized(LinearModel model) {
        StandardizedPowers powers = powers();
        Penalized penalized = solve(model, powers);
        Convergence convergence = penalized.solver().certify(penalized.alpha(), train.yVariance);
        double[] d = new double[degree];
        powers.toChebyshev(penalized.b(), d);
        double intercept = train.intercept(d);
        Polynomial curve = Polynomial.of(sample.scaling(), intercept, d);
        Residuals.Both scores = Residuals.of(sample, moments, curve, intercept, d, train, workers, cancellation);
        return new PolynomialFit(
                finite(powers.coefficients(train.yMean, penalized.b())),
                curve,
                powers.inUserUnits(penalized.b()),
                penalized.alpha(),
                penalized.validation(),
                convergence,
                scores.train(),
                scores.test(),
                null,
                penalized.notes());
    }

    private Penalized solve(LinearModel model, StandardizedPowers powers) {
        return Penalized.solve(model, folds(powers), degree, yUnit(), cancellation);
    }

    private double[] finite(double[] coefficients) {
        for (int k = 0; k < coefficients.length; k++) {
            if (!Double.isFinite(coefficients[k])) {
                throw new Infeasible("the coefficient of x^" + k
                        + " must be a finite number: x spans too little for its distance from zero");
            }
        }
        return coefficients;
    }
}
