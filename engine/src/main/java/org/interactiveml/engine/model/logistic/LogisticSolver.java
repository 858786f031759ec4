package org.interactiveml.engine.model.logistic;

import java.util.Arrays;
import org.interactiveml.engine.data.LabelledRows;
import org.interactiveml.engine.model.Convergence;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Vectors;
import org.interactiveml.engine.numeric.Workers;

/**
 * Minimises Σ log(1 + e^(−s_i f_i)) + Σ l1_j |w_j| + ½ Σ l2_j w_j², f = intercept + Z w, by Newton steps on the loss with the penalty
 * kept exact (proximal Newton) and a line search.
 *
 * <p>Z is standardised whatever the user asked for: shifting a column is made good by the free intercept and scaling it by its own
 * penalty, so the minimum is the same and badly scaled features converge like others. Sources: J. Lee, Y. Sun, M. Saunders,
 * "Proximal Newton-type methods for minimizing composite functions", SIAM J. Optim. 24 (2014); G.-X. Yuan, C.-H. Ho, C.-J. Lin, "An
 * improved GLMNET for L1-regularized logistic regression", JMLR 13 (2012). Separation: A. Albert, J. Anderson, "On the existence of maximum
 * likelihood estimates in logistic regression models", Biometrika 71 (1984). Used once; not thread-safe.
 */
final class LogisticSolver {
    /** Violation of the optimality conditions, per row and standard deviation, below which a fit counts as converged. */
    static final double TOLERANCE = 1e-9;
    /** What is aimed at, together with a last step so small that the next would change no digit that counts. */
    private static final double AIM = 1e-11;

    private static final double NEXT_STEP = 1e-10;
    /** Longer steps than this are followed by more than one in any case. */
    private static final double NEAR = 1e-3;
    /** Enough for all but penalties that hardly hold the weights. */
    private static final int EASY_STEPS = 30;

    private static final int MOST_STEPS = 300;
    private static final int DECADES = 8;
    private static final int STEPS_PER_DECADE = 8;
    /** From here on steps that do not shrink are taken for rounding. */
    private static final int PATIENCE = 40;

    private static final double SUFFICIENT = 1e-4;
    /** Part of the objective that rounding may add. */
    private static final double ROUNDING = 1e-13;

    private static final double LEAST_STEP = 1e-10;
    /** Steps worth going on from t = 1 to here. */
    private static final double FARTHER = 1.1;

    private static final double FARTHEST = 10;
    /** Largest penalty of a column that hardly varies: its weight is 0 to all digits long before. */
    private static final double MOST_PENALTY = 1e100;

    /** Added to each diagonal element per row: a curvature so slight that no violation above the aim hides in it. */
    private static final double DAMPING = 1e-15;

    /** Steps before a direction is looked at as one along which the loss falls for ever. */
    private static final int FIRST_STEPS = 3;

    private static final double TIE = 1e-7;
    private static final double STEEP = 0.01;

    private final LabelledRows rows;
    private final NewtonSystem system;
    private final PenalizedStep step;
    private final Design design;
    private final Penalty penalty;
    private final boolean standardized;
    private final double[] l1;
    private final double[] l2;

    private final double[] weights;
    private final double[] direction;
    private final double[] gradient;
    private final double[] hessian;
    private final double[] along;
    private final double[] residual;
    private final double[] curvature;
    private double[] f;
    private double[] trial;
    private double loss;

    /**
     * Prepares a fit.
     *
     * @param standardized whether the penalty weighs the weights of standardised columns; else those of the user's units
     */
    LogisticSolver(Design design, Penalty penalty, boolean standardized, Workers workers, Cancellation cancellation) {
        rows = design.training();
        system = new NewtonSystem(design, workers, cancellation);
        l1 = new double[system.size];
        l2 = new double[system.size];
        this.design = design;
        this.penalty = penalty;
        this.standardized = standardized;
        weigh(1);
        step = new PenalizedStep(l1, l2, DAMPING * rows.size(), cancellation);
        weights = new double[system.size];
        direction = new double[system.size];
        gradient = new double[system.size];
        hessian = new double[system.size * system.size];
        along = new double[rows.size()];
        residual = new double[rows.size()];
        curvature = new double[rows.size()];
        f = new double[rows.size()];
        trial = new double[rows.size()];
    }

    // The penalties of the standardised columns, so many times as large as asked for.
    private void weigh(double factor) {
        for (int j = 1; j < system.size; j++) {
            double deviation = standardized ? 1 : design.deviation(j - 1);
            double l1Weight = factor * penalty.l1() / deviation;
            double l2Weight = factor * penalty.l2() / deviation / deviation;
            l1[j] = penalty.l1() == 0 ? 0 : Math.min(MOST_PENALTY, l1Weight);
            l2[j] = penalty.l2() == 0 ? 0 : Math.min(MOST_PENALTY, l2Weight);
        }
    }

    /**
     * Finds the minimum.
     *
     * @throws Infeasible where there is none, because nothing holds the weights of separable classes
     */
    Convergence solve() {
        start();
        int steps = descend(0, EASY_STEPS);
        if (steps == EASY_STEPS) {
            steps = descend(penalty.isNone() ? steps : steps + path(), MOST_STEPS);
        }
        double violation = violation();
        boolean converged = violation <= TOLERANCE;
        String message = converged
                ? "converged in " + steps + " Newton step" + (steps == 1 ? "" : "s")
                : "stopped after " + steps + " Newton steps before the optimality conditions held";
        return new Convergence(converged, steps, violation, message);
    }

    private void start() {
        double positives = rows.positives();
        Arrays.fill(weights, 0);
        weights[0] = StrictMath.log(positives / (rows.size() - positives));
        Arrays.fill(f, weights[0]);
        double share = positives / rows.size();
        Arrays.fill(curvature, share * (1 - share));
        for (int i = 0; i < residual.length; i++) {
            residual[i] = share - rows.labels()[i];
        }
        loss = -positives * StrictMath.log(share) - (rows.size() - positives) * StrictMath.log1p(-share);
    }

    // Where the penalty hardly holds the weights back, Newton's steps from zero are many and short; those from the
    // minimum under a
    // larger penalty are few. So the penalty comes down by decades.
    private int path() {
        start();
        int steps = 0;
        double factor = 1;
        for (int decade = 0; decade < DECADES; decade++) {
            factor *= 10;
        }
        for (; factor > 1; factor /= 10) {
            weigh(factor);
            steps += descend(0, STEPS_PER_DECADE);
        }
        weigh(1);
        return steps;
    }

    // Steps until the minimum is reached, nothing more is gained or there were enough; returns the number of all steps.
    private int descend(int taken, int most) {
        double lastStep = Double.POSITIVE_INFINITY;
        double nextStep = Double.POSITIVE_INFINITY;
        int steps = taken;
        while (true) {
            // Where this may be the end, the gradient tells, and the Hessian can be saved.
            if (steps == most || nextStep <= NEXT_STEP) {
                system.gradient(residual, gradient);
                if (steps == most || violation() <= AIM) {
                    return steps;
                }
            }
            system.assemble(residual, curvature, gradient, hessian);
            double violation = violation();
            step.solve(gradient, hessian, weights, direction);
            double size = largest(direction) / (1 + largest(weights));
            boolean stuck = steps - taken > PATIENCE && violation <= TOLERANCE && size > 0.5 * lastStep;
            if (size == 0 || stuck || !Double.isFinite(size)) {
                return steps;
            }
            system.project(direction, along);
            if (penalty.isNone()) {
                refuseSeparable(steps);
            }
            double t = move();
            if (t == 0) {
                return steps;
            }
            lastStep = t * size;
            nextStep = stepAfter(lastStep, t);
            steps++;
        }
    }

    // About as long as the step after this one will be. Where no row's log-odds change by more than δ, the Hessian
    // changes by a factor within e^±δ, so that the next step is at most about δ times as long (F. Bach,
    // "Self-concordant
    // analysis for logistic regression", Electron. J. Stat. 4 (2010), proposition 1).
    private double stepAfter(double size, double t) {
        return size > NEAR ? size : size * t * largest(along);
    }

    // The largest component of the shortest sub-gradient, per row.
    private double violation() {
        double largest = 0;
        for (int j = 0; j < weights.length; j++) {
            double slope = gradient[j] + l2[j] * weights[j];
            double component = weights[j] == 0
                    ? Math.max(0, Math.abs(slope) - l1[j])
                    : Math.abs(slope + l1[j] * Math.signum(weights[j]));
            largest = Math.max(largest, component);
        }
        return largest / rows.size();
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    // Halves the step until the objective falls as far as its slope promises, or lengthens it where it falls on.
    // Returns how many times the direction was taken, 0 where nothing was gained.
    private double move() {
        double before = cost(0);
        double slope = cost(1) - before;
        for (int j = 0; j < weights.length; j++) {
            slope += gradient[j] * direction[j];
        }
        for (double t = 1; t >= LEAST_STEP; t /= 2) {
            double reached = system.loss(f, t, along, trial, residual, curvature);
            double gained = (loss - reached) + (before - cost(t));
            if (gained >= -SUFFICIENT * t * slope - ROUNDING * loss) {
                double farther = t == 1 ? farther() : t;
                if (farther <= FARTHER) {
                    accept(t, reached);
                    return t;
                }
                double there = system.loss(f, farther, along, trial, residual, curvature);
                if (there + cost(farther) < reached + cost(t)) {
                    accept(farther, there);
                    return farther;
                }
                accept(t, system.loss(f, t, along, trial, residual, curvature));
                return t;
            }
        }
        Arrays.fill(along, 0);
        loss = system.loss(f, 0, along, trial, residual, curvature);
        return 0;
    }

    private void accept(double t, double reached) {
        for (int j = 0; j < weights.length; j++) {
            weights[j] += t * direction[j];
        }
        double[] old = f;
        f = trial;
        trial = old;
        loss = reached;
    }

    // Where a Newton step along the line leads from its end: while weights are small, steps are too short.
    private double farther() {
        double slope = Vectors.dot(residual, along, 0, along.length);
        double bend = Vectors.dot(curvature, along, along);
        for (int j = 0; j < weights.length; j++) {
            double weight = weights[j] + direction[j];
            slope += weight == 0 ? l1[j] * Math.abs(direction[j]) : l1[j] * Math.signum(weight) * direction[j];
            slope += l2[j] * weight * direction[j];
            bend += l2[j] * direction[j] * direction[j];
        }
        return bend > 0 ? Math.min(FARTHEST, 1 - slope / bend) : 1;
    }

    private double cost(double t) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            double weight = weights[j] + t * direction[j];
            sum += l1[j] * Math.abs(weight) + 0.5 * l2[j] * weight * weight;
        }
        return sum;
    }

    private void refuseSeparable(int steps) {
        if (leastMargin(f) > 0 || leastMargin(along) > 0) {
            throw new Infeasible(
                    "the training rows of the two classes can be separated without an error, so without a penalty"
                            + " the weights would grow for ever: choose a penalty or a lower degree, or add noise");
        }
        double largest = largest(along);
        if (steps >= FIRST_STEPS && largest > STEEP && leastMargin(along) >= -TIE * largest) {
            throw new Infeasible(
                    "the training rows of the two classes can be separated but for rows on the border itself, so without"
                            + " a penalty the weights would grow for ever: choose a penalty or a lower degree, or add noise");
        }
    }

    private double leastMargin(double[] logOdds) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < logOdds.length; i++) {
            least = Math.min(least, (2 * rows.labels()[i] - 1) * logOdds[i]);
        }
        return least;
    }

    /** Intercept and weights of the standardised columns; the array itself. */
    double[] weights() {
        return weights;
    }

    /** The sum of the losses of the training rows. */
    double loss() {
        return loss;
    }

    /** The log-odds of the training rows; the array itself. */
    double[] logOdds() {
        return f;
    }
}
