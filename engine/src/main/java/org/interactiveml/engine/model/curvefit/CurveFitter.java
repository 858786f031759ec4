package org.interactiveml.engine.model.curvefit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.interactiveml.engine.model.Convergence;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.jspecify.annotations.Nullable;

/**
 * Fits a formula by least squares: descents from start values given or guessed, the best end taken to its last digits.
 *
 * <p>Each descent searches the nonlinear parameters only and solves for the linear ones ({@link ProjectedObjective}). What
 * happens:
 *
 * <ol>
 *   <li>A descent from the given start. Where it ends in no minimum, one over all parameters, linear ones too; then from the
 *       given start with its nonlinear parameters scaled by powers of ten.
 *   <li>Descents from the best points of a grid ({@link Starts}): all there is where no start is given, a check where one is
 *       and the curve is not close to the points. An end from there replaces that of the given start only if it is clearly
 *       better, and the message says so.
 * </ol>
 *
 * <p>Deterministic; polls the cancellation every few thousand rows. Cost: a descent takes some ten evaluations of the formula
 * and its derivatives, the grid some hundred on a few rows.
 */
public final class CurveFitter {
    private static final int MOST_ITERATIONS = 300;
    /** Descents from the grid at most. */
    private static final int GUESSES = 4;
    /** A curve that leaves less than this part of Σ(y − ȳ)² needs no second guess. */
    private static final double CLOSE = 0.1;
    /** What another start must save of the residual sum to replace the given one. */
    private static final double CLEARLY = 0.999;

    private static final double[] SCALES = {0.1, 10, 0.01, 100, 1e-3, 1e3, 1e-4, 1e4};

    private final CurveModel model;
    private final CurveSample sample;
    private final Cancellation cancellation;
    private final FullObjective full;
    private final ProjectedObjective projected;
    private final Finish finish;
    private final double[] given;
    private @Nullable Solution best;
    private double[] start;
    private String origin = "";
    private int iterations;
    private int evaluations;

    private CurveFitter(CurveModel model, CurveSample sample, double[] given, Cancellation cancellation) {
        this.model = model;
        this.sample = sample;
        this.given = given;
        this.cancellation = cancellation;
        full = new FullObjective(model, sample, cancellation);
        projected = new ProjectedObjective(model, sample, cancellation);
        finish = new Finish(full, sample);
        start = given;
    }

    /**
     * Fits the formula to the rows.
     *
     * @param start values for some or all parameters; the others are guessed
     * @throws Infeasible where start names no parameter, there are fewer rows than parameters, or the curve is not finite at
     *     the rows wherever it was tried
     */
    public static CurveFit fit(
            CurveModel model, CurveSample sample, Map<String, Double> start, Cancellation cancellation) {
        check(model, sample, start);
        double[] given = new double[model.parameters().size()];
        for (int k = 0; k < given.length; k++) {
            given[k] = start.getOrDefault(model.parameters().get(k), Double.NaN);
        }
        return new CurveFitter(model, sample, given, cancellation).fit();
    }

    private static void check(CurveModel model, CurveSample sample, Map<String, Double> start) {
        List<String> reasons = new ArrayList<>();
        if (!start.isEmpty() && !model.parameters().containsAll(start.keySet())) {
            List<String> unknown = start.keySet().stream()
                    .filter(name -> !model.parameters().contains(name))
                    .toList();
            reasons.add("start must name parameters of the formula (" + String.join(", ", model.parameters())
                    + "), not " + String.join(", ", unknown));
        }
        if (sample.size() < model.parameters().size()) {
            reasons.add("a formula with " + model.parameters().size()
                    + " parameters needs at least that many rows, not " + sample.size());
        }
        if (!Residuals.areFinite(new double[][] {sample.y()}, 0)) {
            reasons.add("y must be finite in every row");
        }
        if (!reasons.isEmpty()) {
            throw new Infeasible(reasons);
        }
    }

    private CurveFit fit() {
        if (model.nonlinear().length == 0) {
            solveDirectly();
        } else {
            double[] nonlinear = pick(given, model.nonlinear());
            boolean complete = isComplete(nonlinear);
            if (complete) {
                fromGiven(nonlinear);
            }
            if (!(complete && isGood() && isClose())) {
                fromGuesses(complete);
            }
            if (complete) {
                resemble(nonlinear);
            }
        }
        if (best == null) {
            throw new Infeasible("the formula is not finite at the rows of the data, from whatever start it was tried");
        }
        return CurveFit.of(model, sample, best, started(), convergence(best), evaluations);
    }

    private static boolean isComplete(double[] values) {
        for (double v : values) {
            if (Double.isNaN(v)) {
                return false;
            }
        }
        return true;
    }

    private void fromGiven(double[] nonlinear) {
        descend(projected, nonlinear, "converged from the given start");
        if (!isGood() && isComplete(given)) {
            descend(full, given, "converged from the given start");
        }
        for (int i = 0; i < SCALES.length && !isGood(); i++) {
            double scale = SCALES[i];
            descend(
                    projected,
                    Arrays.stream(nonlinear).map(v -> v * scale).toArray(),
                    "converged from the given start scaled by " + scale
                            + ", after the given one had led to no minimum");
        }
    }

    private void fromGuesses(boolean isCheck) {
        Solution before = best;
        double[] startBefore = start;
        String originBefore = origin;
        double[] kept = given.clone();
        if (isCheck) {
            Arrays.fill(kept, Double.NaN);
        }
        for (Starts.Start guess : Starts.guess(model, sample, kept, GUESSES, cancellation)) {
            descend(
                    projected,
                    guess.nonlinear(),
                    before == null
                            ? "converged from a guessed start"
                            : "converged from a guessed start, which leads to a smaller residual sum than the given one");
            if (isGood() && isClose()) {
                break;
            }
        }
        if (before != null && best != null && best.rating() > CLEARLY * before.rating()) {
            best = before;
            start = startBefore;
            origin = originBefore;
        }
    }

    private boolean isClose() {
        return best != null && best.residualSumOfSquares() < CLOSE * totalSumOfSquares();
    }

    private boolean isGood() {
        return best != null && best.isGood();
    }

    private void descend(Objective objective, double[] from, String newOrigin) {
        cancellation.check();
        Descent.End end = counted(GaussNewton.from(objective, from));
        if (end == null) {
            end = descended(objective, from, Descent.BRISK);
        }
        if (end == null) {
            return;
        }
        Solution solution = finished(end.parameters());
        if (solution != null && !solution.isMinimum()) {
            boolean full = objective.size() == end.parameters().length;
            double[] on = full ? end.parameters() : pick(end.parameters(), model.nonlinear());
            Descent.End further = descended(objective, on, Descent.PATIENT);
            solution = further == null ? null : finished(further.parameters());
        }
        keep(solution, end.begin(), newOrigin);
    }

    private void solveDirectly() {
        if (projected.cost(new double[0]) < Double.POSITIVE_INFINITY) {
            double[] solved = projected.parameters().clone();
            keep(finished(solved), solved, "solved directly: every parameter enters linearly");
        }
    }

    private void keep(@Nullable Solution solution, double[] begin, String newOrigin) {
        if (solution != null && (best == null || solution.rating() < best.rating())) {
            best = solution;
            start = begin;
            origin = newOrigin;
        }
    }

    /** Null where the descent could not begin. */
    private Descent.@Nullable End descended(Objective objective, double[] from, LevenbergMarquardtOptimizer optimizer) {
        return counted(Descent.from(objective, from, optimizer, MOST_ITERATIONS));
    }

    private Descent.@Nullable End counted(Descent.@Nullable End end) {
        if (end != null) {
            iterations += end.iterations();
            evaluations += end.evaluations();
        }
        return end;
    }

    private @Nullable Solution finished(double[] end) {
        Solution solution = finish.of(end);
        if (solution != null) {
            iterations += solution.iterations();
            evaluations += solution.iterations() + 1;
        }
        return solution;
    }

    /** The same curve with parameters that resemble the start. */
    private void resemble(double[] nonlinear) {
        if (best == null) {
            return;
        }
        double[] found = pick(best.parameters(), model.nonlinear());
        double[] twin = new Twins(projected, nonlinear).of(found);
        if (!Arrays.equals(twin, found)) {
            projected.cost(twin);
            Solution solution = finished(projected.parameters().clone());
            best = solution == null || !solution.isGood() ? best : solution;
        }
    }

    private double totalSumOfSquares() {
        double mean = 0;
        for (double y : sample.y()) {
            mean += y / sample.size();
        }
        double sum = 0;
        for (double y : sample.y()) {
            sum += (y - mean) * (y - mean);
        }
        return sum;
    }

    private static double[] pick(double[] values, int[] of) {
        double[] picked = new double[of.length];
        for (int k = 0; k < of.length; k++) {
            picked[k] = values[of[k]];
        }
        return picked;
    }

    /** The start that led here, with the values that were given where it is the given one. */
    private double[] started() {
        double[] shown = start.clone();
        for (int k : model.linear()) {
            shown[k] = Double.isNaN(given[k]) ? shown[k] : given[k];
        }
        return shown;
    }

    private Convergence convergence(Solution solution) {
        String message = solution.isMinimum()
                ? origin
                : "did not converge: the best end found is no minimum; another start or fewer parameters may help";
        return new Convergence(solution.isMinimum(), iterations, solution.gap(), message);
    }
}
