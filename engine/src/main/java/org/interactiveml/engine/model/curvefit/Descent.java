package org.interactiveml.engine.model.curvefit;

import java.util.Arrays;
import org.apache.commons.math3.exception.ConvergenceException;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresProblem;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.optim.ConvergenceChecker;
import org.apache.commons.math3.util.Incrementor;
import org.jspecify.annotations.Nullable;

/**
 * Levenberg–Marquardt's descent by Commons Math, which scales every coordinate by the largest norm of its derivative so far, as
 * MINPACK does.
 *
 * <p>It is handed the derivatives as the triangle R with Qᵀ r in place of all rows: the same steps, for a few rows. A point
 * where the curve is not finite costs infinitely much, so that the step there is shortened. The best point is remembered
 * whatever ends the descent.
 */
// Commons Math has deprecated its counters, and still asks for them here
@SuppressWarnings("deprecation")
final class Descent implements LeastSquaresProblem {
    /** Far enough for Gauss–Newton's steps to take over, which cost half as much. */
    static final LevenbergMarquardtOptimizer BRISK = optimizer(1e-3);
    /** As far as it goes, for valleys in which there is hardly a way down. */
    static final LevenbergMarquardtOptimizer PATIENT = optimizer(1e-13);

    private final Objective objective;
    private final double[] start;
    private final Incrementor evaluations = new Incrementor(Integer.MAX_VALUE);
    private final Incrementor iterations;
    private double best = Double.POSITIVE_INFINITY;
    private double[] bestParameters = {};
    private double[] begin = {};
    private @Nullable Step first;

    private static LevenbergMarquardtOptimizer optimizer(double tolerance) {
        return new LevenbergMarquardtOptimizer()
                .withCostRelativeTolerance(tolerance)
                .withParameterRelativeTolerance(tolerance)
                .withOrthoTolerance(1e-12);
    }

    private Descent(Objective objective, double[] start, int mostIterations) {
        this.objective = objective;
        this.start = start;
        iterations = new Incrementor(mostIterations, most -> {
            throw new TooManyIterationsException(most);
        });
    }

    /**
     * Where a descent ended.
     *
     * @param begin all parameters of the formula at the start
     * @param parameters all parameters of the formula
     */
    record End(double[] begin, double[] parameters, int iterations, int evaluations) {}

    /** Descends from a point; null where the curve or its derivatives are not finite there. */
    static @Nullable End from(
            Objective objective, double[] start, LevenbergMarquardtOptimizer optimizer, int mostIterations) {
        Descent descent = new Descent(objective, start, mostIterations);
        descent.run(optimizer);
        return descent.bestParameters.length == 0
                ? null
                : new End(
                        descent.begin,
                        descent.bestParameters,
                        descent.iterations.getCount(),
                        descent.evaluations.getCount());
    }

    private void run(LevenbergMarquardtOptimizer optimizer) {
        Step beginning = step(getStart());
        if (!beginning.isUsable()) {
            return;
        }
        begin = bestParameters;
        first = beginning;
        try {
            optimizer.optimize(this);
        } catch (ConvergenceException | TooManyIterationsException end) {
            // Whatever it is that stops it, the best point is known, and what that is worth is judged elsewhere.
        }
    }

    @Override
    public RealVector getStart() {
        return new ArrayRealVector(start);
    }

    @Override
    public int getObservationSize() {
        return objective.size() + 1;
    }

    @Override
    public int getParameterSize() {
        return objective.size();
    }

    @Override
    public Incrementor getEvaluationCounter() {
        return evaluations;
    }

    @Override
    public Incrementor getIterationCounter() {
        return iterations;
    }

    // null is what Commons Math takes for "the optimizer's own tolerances"
    @Override
    @SuppressWarnings("NullAway")
    public ConvergenceChecker<Evaluation> getConvergenceChecker() {
        return null;
    }

    @Override
    public Evaluation evaluate(RealVector point) {
        Step step = first;
        first = null;
        return step == null ? step(point) : step;
    }

    private Step step(RealVector point) {
        double cost = objective.cost(point.toArray());
        PivotedQr slopes = cost < best ? objective.slopes() : null;
        if (slopes == null) {
            return new Step(
                    point, cost < best ? Double.POSITIVE_INFINITY : Math.sqrt(cost), new double[0], new double[0][]);
        }
        best = cost;
        bestParameters = objective.parameters().clone();
        int p = objective.size();
        double[] rotated = objective.rotated();
        double[] residuals = Arrays.copyOf(rotated, p + 1);
        Arrays.fill(residuals, slopes.rank(), p + 1, 0);
        residuals[p] = Residuals.norm(rotated, slopes.rank());
        double[][] triangle = Arrays.copyOf(slopes.triangle(), p + 1);
        triangle[p] = new double[p];
        return new Step(point, Math.sqrt(cost), residuals, triangle);
    }

    /** A point tried: with residuals and derivatives where it is the best so far, else with its cost only. */
    private record Step(RealVector point, double cost, double[] residuals, double[][] triangle) implements Evaluation {
        boolean isUsable() {
            return triangle.length > 0;
        }

        @Override
        public RealMatrix getJacobian() {
            return new Array2DRowRealMatrix(triangle, false);
        }

        @Override
        public RealVector getResiduals() {
            return new ArrayRealVector(residuals, false);
        }

        @Override
        public double getCost() {
            return cost;
        }

        @Override
        public RealVector getPoint() {
            return point;
        }

        @Override
        public double getRMS() {
            throw new UnsupportedOperationException();
        }

        @Override
        public RealMatrix getCovariances(double threshold) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RealVector getSigma(double threshold) {
            throw new UnsupportedOperationException();
        }
    }
}
