package org.interactiveml.engine.model.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.model.Convergence;
import org.interactiveml.engine.model.linear.LinearModel.ElasticNet;
import org.interactiveml.engine.model.linear.LinearModel.Ols;
import org.interactiveml.engine.model.linear.LinearModel.Ridge;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Regression on 1, x, … x^degree, as scikit-learn's {@code make_pipeline(PolynomialFeatures(degree, include_bias=False),
 * StandardScaler(), M)} fitted on the training rows, with M one of {@code LinearRegression}, {@code Ridge}, {@code RidgeCV},
 * {@code Lasso}, {@code LassoCV}, {@code ElasticNet}, {@code ElasticNetCV}; but solved to the optimum, with a certificate.
 *
 * <p>Everything comes from the sample's moments: the cost does not depend on the number of rows once these are known.
 */
public final class PolynomialRegression {
    private static final double[] RIDGE_ALPHAS = {0.001, 0.01, 0.1, 1};
    private static final int ALPHAS = 20;
    private static final double ALPHA_RATIO = 0.01;
    /** What scikit-learn takes for alpha where y is constant and every alpha gives the same. */
    private static final double LEAST_ALPHA = 1e-15;
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
    private final List<String> notes = new ArrayList<>();

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
        Scaling scaling = sample.scaling();
        StandardizedPowers powers = new StandardizedPowers(degree, scaling, train);
        double unit = Math.scalb(1.0, 2 * scaling.yExponent());
        return new CrossValidator(moments, sample.partition().folds(), powers)
                .run(solver(model, degree, scaling), alphas, false, unit, cancellation);
    }

    /** A workspace for the penalised problems of {@code model}. */
    static PenalizedSolver solver(LinearModel model, int degree, Scaling scaling) {
        return switch (model) {
            case Ols ols -> throw new IllegalArgumentException("least squares has no penalty");
            case Ridge ridge -> new RidgeSolver(degree, false);
            case ElasticNet net ->
                net.l1Ratio() == 0
                        ? new RidgeSolver(degree, true)
                        : new ElasticNetSolver(degree, net.l1Ratio(), scaling.yRate());
        };
    }

    private static Alpha alpha(LinearModel model) {
        return switch (model) {
            case Ols ols -> throw new IllegalArgumentException("least squares has no penalty");
            case Ridge ridge -> ridge.alpha();
            case ElasticNet net -> net.alpha();
        };
    }

    private static List<String> reasonsAgainst(PolynomialSample sample, int degree, LinearModel model) {
        List<String> reasons = new ArrayList<>();
        Partition partition = sample.partition();
        int training = partition.trainingRows();
        double magnitude = Math.abs(sample.scaling().xUnit());
        if (Math.abs(StrictMath.log10(magnitude)) * degree > LOG_HUGE) {
            reasons.add("x to the power " + degree + " must be between 1e-300 and 1e300, but |x| reaches " + magnitude);
        }
        boolean crossValidated = !(model instanceof Ols) && alpha(model) instanceof Alpha.CrossValidated;
        if (crossValidated && training < partition.requestedFolds()) {
            reasons.add("folds must be at most the number of training rows, " + training + ", not "
                    + partition.requestedFolds());
        }
        if (crossValidated && model instanceof ElasticNet net && net.l1Ratio() == 0) {
            reasons.add("l1.ratio must be above 0 for a cross-validated alpha, not 0");
        }
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
                List.copyOf(notes));
    }

    private Polynomial leastSquaresCurve() {
        double[] curve = LeastSquaresSolver.solve(sample, train, Precision.FAST, workers, cancellation)
                .curve()
                .hi();
        return Polynomial.of(sample.scaling(), curve[0], Arrays.copyOfRange(curve, 1, degree + 1));
    }

    private Polynomial penalizedCurve(LinearModel model) {
        Penalized penalized = solve(model);
        return Polynomial.of(sample.scaling(), train.intercept(penalized.d()), penalized.d());
    }

    private PolynomialFit penalized(LinearModel model) {
        Penalized penalized = solve(model);
        Convergence convergence = penalized.solver().certify(penalized.alpha(), train.yVariance);
        double[] d = penalized.d();
        double intercept = train.intercept(d);
        Polynomial curve = Polynomial.of(sample.scaling(), intercept, d);
        Residuals.Both scores = Residuals.of(sample, moments, curve, intercept, d, train, workers, cancellation);
        return new PolynomialFit(
                finite(penalized.powers().coefficients(train.yMean, penalized.b())),
                curve,
                penalized.powers().inUserUnits(penalized.b()),
                penalized.alpha(),
                penalized.validation(),
                convergence,
                scores.train(),
                scores.test(),
                null,
                List.copyOf(notes));
    }

    @SuppressWarnings("ArrayRecordComponent") // intermediate results
    private record Penalized(
            PenalizedSolver solver,
            StandardizedPowers powers,
            double alpha,
            @Nullable CrossValidation validation,
            double[] b,
            double[] d) {}

    private Penalized solve(LinearModel model) {
        Scaling scaling = sample.scaling();
        StandardizedPowers powers = new StandardizedPowers(degree, scaling, train);
        PenalizedSolver solver = solver(model, degree, scaling);
        CrossValidation validation = null;
        double alpha;
        switch (alpha(model)) {
            case Alpha.Fixed fixed -> alpha = fixed.value();
            case Alpha.CrossValidated cv -> {
                validation = crossValidate(powers, solver, model instanceof Ridge);
                alpha = validation.alphas()[validation.chosen()];
            }
        }
        powers.covariance(train, solver.gram(), solver.xy());
        solver.start(train.rows);
        double[] b = solver.solve(alpha, cancellation);
        double[] d = new double[degree];
        powers.toChebyshev(b, d);
        return new Penalized(solver, powers, alpha, validation, b, d);
    }

    private CrossValidation crossValidate(StandardizedPowers powers, PenalizedSolver solver, boolean ridge) {
        double[] alphas = RIDGE_ALPHAS.clone();
        if (solver instanceof ElasticNetSolver net) {
            powers.covariance(train, net.gram(), net.xy());
            net.start(train.rows);
            alphas = alphas(net.alphaMax(), ALPHAS, ALPHA_RATIO);
        }
        double unit = Math.scalb(1.0, 2 * sample.scaling().yExponent());
        CrossValidation validation = new CrossValidator(
                        moments, sample.partition().folds(), powers)
                .run(solver, alphas, ridge, unit, cancellation);
        if (ridge && Double.isNaN(validation.meanR2()[0])) {
            notes.add("R² is not defined on folds of one row, so ridge takes the first alpha, " + alphas[0]
                    + ", as scikit-learn does");
        }
        return validation;
    }

    // numpy.logspace, downwards: powers of ten of equidistant logarithms.
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
