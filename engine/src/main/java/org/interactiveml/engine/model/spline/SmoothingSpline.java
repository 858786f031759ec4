package org.interactiveml.engine.model.spline;

import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.interactiveml.engine.model.Convergence;
import org.interactiveml.engine.model.Curve;
import org.interactiveml.engine.model.SortedRows;
import org.interactiveml.engine.numeric.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * The curve g with the least Σ(y − g(x))² + λ∫g″², a natural cubic spline with a knot at every x; λ is {@code lam} of scipy's
 * {@code make_smoothing_spline}.
 *
 * <p>It is the mean of a Gaussian process (g″ is white noise) given the rows, so it is found by passing information along x from
 * both ends: linear in the rows, whatever their distances; the posterior variance gives Wahba's intervals. Rows of equal x are
 * one observation of their mean. Source: G. Wahba, "Spline Models for Observational Data", 1990; W. Wecker, C. Ansley, "The
 * Signal Extraction Approach to Nonlinear Regression and Spline Smoothing", JASA 78 (1983) 81.
 */
public final class SmoothingSpline implements Curve {
    private static final int STATE = 5;
    private static final int POLL = 1 << 12;
    /** Where the search ends, as powers of ten of λ on x scaled to [0, 1]: from a wiggle through nearly every row to a line. */
    private static final int LEAST_POWER = -10;

    private static final int MOST_POWER = 4;
    private static final int STRIDE = 2;
    /** Error of log₁₀ λ at which the search ends. */
    private static final double TOLERANCE = 1e-5;

    /** Beyond these the curve does not change any more, but the arithmetic would. */
    private static final double LEAST_PENALTY = 1e-30;

    private static final double MOST_PENALTY = 1e30;

    private final DistinctRows rows;
    private final double lambda;
    private final double penalty;
    private final Convergence convergence;
    /** What each distinct row and all to its left say, five numbers each. */
    private final double[] forward;
    /** What each distinct row and all to its right say. */
    private final double[] backward;

    private final double residualFreedom;
    private final double residualSumOfSquares;

    private SmoothingSpline(
            DistinctRows rows, double penalty, double[] forward, Convergence convergence, Cancellation cancellation) {
        this.rows = rows;
        this.penalty = penalty;
        this.lambda = penalty / (rows.rate() * rows.rate() * rows.rate());
        this.convergence = convergence;
        this.forward = forward;
        this.backward = new double[forward.length];
        double[] sums = sweep(rows, penalty, forward, backward, cancellation);
        this.residualSumOfSquares = sums[0];
        this.residualFreedom = sums[1];
    }

    /**
     * The spline of a given penalty.
     *
     * @param lambda above 0, in units of x cubed
     * @throws org.interactiveml.engine.numeric.Infeasible with fewer than three different x
     */
    public static SmoothingSpline fixed(SortedRows sorted, double lambda, Cancellation cancellation) {
        DistinctRows rows = distinct(sorted);
        double penalty = lambda * rows.rate() * rows.rate() * rows.rate();
        return new SmoothingSpline(
                rows,
                Math.max(LEAST_PENALTY, Math.min(MOST_PENALTY, penalty)),
                new double[STATE * rows.t().length],
                new Convergence(true, 0, 0, "solved directly"),
                cancellation);
    }

    /**
     * The spline with the least generalised cross-validation score n·Σ(y − g)² / (n − edf)², to 1e-5 in log₁₀ λ: the best of a
     * grid of powers of a hundred, then Brent's search about it.
     *
     * @throws org.interactiveml.engine.numeric.Infeasible with fewer than three different x
     */
    public static SmoothingSpline automatic(SortedRows sorted, Cancellation cancellation) {
        DistinctRows rows = distinct(sorted);
        double[] forward = new double[STATE * rows.t().length];
        int best = LEAST_POWER;
        double least = Double.POSITIVE_INFINITY;
        for (int power = LEAST_POWER; power <= MOST_POWER; power += STRIDE) {
            double score = gcv(rows, power, forward, cancellation);
            if (score < least) {
                least = score;
                best = power;
            }
        }
        double low = Math.max(LEAST_POWER, best - STRIDE);
        double high = Math.min(MOST_POWER, best + STRIDE);
        BrentOptimizer search = new BrentOptimizer(TOLERANCE, TOLERANCE);
        double power = search.optimize(
                        MaxEval.unlimited(),
                        GoalType.MINIMIZE,
                        new UnivariateObjectiveFunction(at -> gcv(rows, at, forward, cancellation)),
                        new SearchInterval(low, high, Math.min(high, Math.max(low, best))))
                .getPoint();
        String message = power < LEAST_POWER + 2 * TOLERANCE
                ? "least GCV at the lower end of the search: the curve follows nearly every row"
                : power > MOST_POWER - 2 * TOLERANCE
                        ? "least GCV at the upper end of the search: the curve is a straight line"
                        : "least GCV found to " + TOLERANCE + " in log10 of lambda";
        double penalty = StrictMath.pow(10, power);
        return new SmoothingSpline(
                rows,
                penalty,
                forward,
                new Convergence(true, search.getIterations(), TOLERANCE, message),
                cancellation);
    }

    private static DistinctRows distinct(SortedRows sorted) {
        sorted.requireDistinct(3, "a smoothing spline");
        return DistinctRows.of(sorted);
    }

    private static double gcv(DistinctRows rows, double power, double[] forward, Cancellation cancellation) {
        double[] sums = sweep(rows, StrictMath.pow(10, power), forward, null, cancellation);
        return rows.rows() * sums[0] / (sums[1] * sums[1]);
    }

    /** Both passes; returns Σ(y − g)² and n − edf. */
    private static double[] sweep(
            DistinctRows rows,
            double penalty,
            double[] forward,
            double @Nullable [] backward,
            Cancellation cancellation) {
        double[] t = rows.t();
        Information side = new Information();
        for (int i = 0; i < t.length; i++) {
            if (i % POLL == 0) {
                cancellation.check();
            }
            if (i > 0) {
                side.move(t[i] - t[i - 1], penalty);
            }
            side.observe(rows.z()[i], rows.weight()[i]);
            side.store(forward, STATE * i);
        }
        Information both = new Information();
        side.clear();
        double squares = rows.within();
        double freedom = rows.rows() - t.length;
        for (int i = t.length - 1; i >= 0; i--) {
            if (i % POLL == 0) {
                cancellation.check();
            }
            if (i + 1 < t.length) {
                side.move(t[i + 1] - t[i], penalty);
            }
            both.load(forward, STATE * i);
            both.join(side);
            double residual = rows.z()[i] - both.value();
            squares += rows.weight()[i] * residual * residual;
            freedom += 1 - rows.weight()[i] * both.variance();
            side.observe(rows.z()[i], rows.weight()[i]);
            if (backward != null) {
                side.store(backward, STATE * i);
            }
        }
        return new double[] {squares, freedom};
    }

    /** λ, in units of x cubed. */
    public double lambda() {
        return lambda;
    }

    /** How the penalty was found. */
    public Convergence convergence() {
        return convergence;
    }

    /** The trace of the matrix that takes y to the fitted values: 2 for a line, the number of different x for interpolation. */
    public double effectiveDegreesOfFreedom() {
        return rows.rows() - residualFreedom;
    }

    /** n·Σ(y − g)² / (n − edf)². */
    public double gcv() {
        return rows.rows() * residualSumOfSquares / (residualFreedom * residualFreedom);
    }

    /** s² = Σ(y − g)² / (n − edf), the estimated variance of the noise. */
    public double residualVariance() {
        return residualSumOfSquares / residualFreedom;
    }

    @Override
    public void evaluate(double[] x, double[] out, int from, int to) {
        Information both = new Information();
        Information right = new Information();
        for (int i = from; i < to; i++) {
            look(x[i], both, right);
            out[i] = rows.shift() + both.value();
        }
    }

    /** Wahba's intervals: posterior variance times s², with Student's distribution of n − edf degrees of freedom. */
    @Override
    public Optional<Band> band(double[] x, double confidence, Cancellation cancellation) {
        double s2 = residualVariance();
        double factor = new TDistribution(null, residualFreedom).inverseCumulativeProbability(0.5 + confidence / 2);
        double[] curve = new double[x.length];
        double[] point = new double[x.length];
        Information both = new Information();
        Information right = new Information();
        for (int i = 0; i < x.length; i++) {
            cancellation.check();
            look(x[i], both, right);
            curve[i] = factor * Math.sqrt(s2 * both.variance());
            point[i] = factor * Math.sqrt(s2 * (1 + both.variance()));
        }
        return Optional.of(new Band(curve, point));
    }

    /** Sets {@code both} to what all rows say about the curve at x. */
    private void look(double x, Information both, Information right) {
        double[] t = rows.t();
        double at = (x - rows.origin()) * rows.rate();
        int before = SortedRows.lastAtMost(t, at);
        both.clear();
        if (before >= 0) {
            both.load(forward, STATE * before);
            both.move(at - t[before], penalty);
        }
        if (before + 1 < t.length) {
            right.load(backward, STATE * (before + 1));
            right.move(t[before + 1] - at, penalty);
            both.join(right);
        }
    }
}
