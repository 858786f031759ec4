package org.interactiveml.engine.model.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.interactiveml.engine.model.Convergence;
import org.interactiveml.engine.numeric.Cancellation;

/**
 * The length scale and the noise ratio of the largest marginal likelihood, the signal variance being profiled out.
 *
 * <p>The best local maxima of a coarse grid are climbed by Newton steps with the analytic gradient (its differences give the
 * Hessian), and the highest summit wins. Deterministic. Where there are many rows, the grid looks at a few thousand of them.
 */
final class HyperSearch {
    /** Length scales searched, in units of the range of x. */
    static final double SHORTEST = 1.0 / 50;

    static final double LONGEST = 10;
    /** Noise variances searched, in units of the signal variance. */
    static final double QUIETEST = 1e-8;

    static final double LOUDEST = 1e4;

    private static final int FEW_ROWS = 250;
    private static final int STARTS = 2;
    /** A start so far below the best one, per row, is not worth climbing from. */
    private static final double HOPELESS = 0.5;

    private static final int STEPS = 60;
    private static final int HALVINGS = 30;
    private static final double DIFFERENCE = 1e-4;
    private static final double LONGEST_STEP = 1;
    /** After a step as short as this the last Hessian still serves. */
    private static final double SAME_CURVATURE = 0.1;

    /** The gradient per row at which the search ends, and the one with which it may end where rounding stops it. */
    private static final double TOLERANCE = 1e-7;

    private static final double LOOSE_TOLERANCE = 1e-5;
    /** Rounding of a log likelihood, relative. */
    private static final double ROUNDING = 1e-13;

    private final ProcessSolver solver;
    private final int rows;
    private final double[] low;
    private final double[] high;
    private final Cancellation cancellation;

    /** Where the search ended. */
    record Optimum(double lengthScale, double noiseRatio, double value, Convergence convergence, List<String> notes) {}

    private HyperSearch(KernelSample sample, Kernel kernel, Cancellation cancellation) {
        this.solver = sample.solver(kernel);
        this.rows = sample.rows().size();
        double range = sample.rows().range();
        this.low = new double[] {StrictMath.log(range * SHORTEST), StrictMath.log(QUIETEST)};
        this.high = new double[] {StrictMath.log(range * LONGEST), StrictMath.log(LOUDEST)};
        this.cancellation = cancellation;
    }

    static Optimum search(KernelSample sample, Kernel kernel, Cancellation cancellation) {
        HyperSearch search = new HyperSearch(sample, kernel, cancellation);
        List<double[]> starts = new HyperSearch(sample.thinned(FEW_ROWS), kernel, cancellation).starts();
        return starts.stream()
                .map(search::climb)
                .max(Comparator.comparingDouble(Optimum::value))
                .orElseThrow();
    }

    /** The best local maxima of a grid over the middle of the region searched, best first. */
    private List<double[]> starts() {
        int lengths = 7;
        int noises = 9;
        double[] ratios = new double[noises];
        for (int j = 0; j < noises; j++) {
            ratios[j] = StrictMath.pow(10, j - 6);
        }
        double[][] values = new double[lengths][];
        double range = StrictMath.exp(high[0]) / LONGEST;
        for (int i = 0; i < lengths; i++) {
            values[i] = solver.profile(Math.scalb(range, i - 4), ratios, cancellation);
        }
        List<int[]> summits = new ArrayList<>();
        for (int i = 0; i < lengths; i++) {
            for (int j = 0; j < noises; j++) {
                if (isSummit(values, i, j)) {
                    summits.add(new int[] {i, j});
                }
            }
        }
        double highest = summits.stream()
                .mapToDouble(cell -> values[cell[0]][cell[1]])
                .max()
                .orElseThrow();
        return summits.stream()
                .sorted(Comparator.comparingDouble(cell -> -values[cell[0]][cell[1]]))
                .limit(STARTS)
                .filter(cell -> values[cell[0]][cell[1]] >= highest - HOPELESS * rows)
                .map(cell ->
                        new double[] {StrictMath.log(Math.scalb(range, cell[0] - 4)), StrictMath.log(ratios[cell[1]])})
                .toList();
    }

    private static boolean isSummit(double[][] values, int i, int j) {
        for (int k = Math.max(0, i - 1); k <= Math.min(values.length - 1, i + 1); k++) {
            for (int l = Math.max(0, j - 1); l <= Math.min(values[k].length - 1, j + 1); l++) {
                // Of equal neighbours the first stands for all.
                boolean earlier = k < i || (k == i && l < j);
                if (values[k][l] > values[i][j] || (earlier && values[k][l] == values[i][j])) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optimum climb(double[] start) {
        double[] at = start;
        ProcessSolver.Slope slope = slope(at);
        double gap = gap(at, slope);
        int steps = 0;
        double[][] hessian = hessian(at, slope);
        double moved = LONGEST_STEP;
        while (gap > TOLERANCE && steps < STEPS) {
            steps++;
            if (moved > SAME_CURVATURE && steps > 1) {
                hessian = hessian(at, slope);
            }
            double[] direction = direction(free(at, slope), hessian);
            double[] next = null;
            ProcessSolver.Slope there = slope;
            for (int halving = 0; halving < HALVINGS && next == null; halving++) {
                double[] tried = moved(at, direction, Math.scalb(1.0, -halving));
                there = slope(tried);
                double promised = slope.byLength() * (tried[0] - at[0]) + slope.byNoise() * (tried[1] - at[1]);
                double allowance = ROUNDING * Math.abs(slope.value());
                if (there.value() >= slope.value() + 1e-4 * promised - allowance) {
                    next = tried;
                }
            }
            if (next == null || (there.value() <= slope.value() && gap(next, there) >= gap)) {
                break; // only rounding is left
            }
            moved = Math.max(Math.abs(next[0] - at[0]), Math.abs(next[1] - at[1]));
            at = next;
            slope = there;
            gap = gap(at, slope);
        }
        return optimum(at, slope, gap, steps);
    }

    private Optimum optimum(double[] at, ProcessSolver.Slope slope, double gap, int steps) {
        boolean converged = gap <= LOOSE_TOLERANCE;
        String message = String.format(
                Locale.ROOT,
                converged
                        ? "largest marginal likelihood found, its gradient is %.1e per row"
                        : "stopped before the largest marginal likelihood: the gradient is still %.1e per row",
                gap);
        List<String> notes = new ArrayList<>();
        if (at[0] <= low[0] || at[0] >= high[0]) {
            notes.add("the length scale is at the end of its search, "
                    + (at[0] <= low[0] ? "1/50 of the range of x" : "10 times the range of x"));
        }
        if (at[1] <= low[1] || at[1] >= high[1]) {
            notes.add("the noise is at the end of its search, variance " + (at[1] <= low[1] ? QUIETEST : LOUDEST)
                    + " of the signal's");
        }
        return new Optimum(
                StrictMath.exp(at[0]),
                StrictMath.exp(at[1]),
                slope.value(),
                new Convergence(converged, steps, gap, message),
                notes);
    }

    private ProcessSolver.Slope slope(double[] at) {
        return solver.slope(StrictMath.exp(at[0]), StrictMath.exp(at[1]), cancellation);
    }

    private double[] moved(double[] at, double[] direction, double share) {
        double[] moved = new double[2];
        for (int k = 0; k < 2; k++) {
            moved[k] = Math.max(low[k], Math.min(high[k], at[k] + share * direction[k]));
        }
        return moved;
    }

    /** The gradient that the bounds leave. */
    private double[] free(double[] at, ProcessSolver.Slope slope) {
        double[] free = {slope.byLength(), slope.byNoise()};
        for (int k = 0; k < 2; k++) {
            if ((at[k] <= low[k] && free[k] < 0) || (at[k] >= high[k] && free[k] > 0)) {
                free[k] = 0;
            }
        }
        return free;
    }

    private double gap(double[] at, ProcessSolver.Slope slope) {
        double[] free = free(at, slope);
        return Math.max(Math.abs(free[0]), Math.abs(free[1])) / rows;
    }

    /** Differences of the gradient along both axes. */
    private double[][] hessian(double[] at, ProcessSolver.Slope slope) {
        double[][] hessian = new double[2][2];
        for (int k = 0; k < 2; k++) {
            double[] near = at.clone();
            double h = at[k] + DIFFERENCE > high[k] ? -DIFFERENCE : DIFFERENCE;
            near[k] += h;
            ProcessSolver.Slope there = slope(near);
            hessian[k][0] = (there.byLength() - slope.byLength()) / h;
            hessian[k][1] = (there.byNoise() - slope.byNoise()) / h;
        }
        return hessian;
    }

    /** Newton's step, turned uphill where the surface is not concave. */
    private double[] direction(double[] g, double[][] hessian) {
        double a = hessian[0][0];
        double b = g[0] == 0 || g[1] == 0 ? 0 : 0.5 * (hessian[0][1] + hessian[1][0]);
        double c = hessian[1][1];
        // Eigenvalues (a + c)/2 ± root; an uphill direction needs both negative.
        double root = Math.sqrt(0.25 * (a - c) * (a - c) + b * b);
        double upper = 0.5 * (a + c) + root;
        double least = 1e-3 * (Math.abs(0.5 * (a + c)) + root) + 1e-12 * rows;
        double shift = Math.max(0, upper + least);
        a -= shift;
        c -= shift;
        double determinant = a * c - b * b;
        double[] direction = {-(c * g[0] - b * g[1]) / determinant, -(a * g[1] - b * g[0]) / determinant};
        double length = Math.max(Math.abs(direction[0]), Math.abs(direction[1]));
        double share = length > LONGEST_STEP ? LONGEST_STEP / length : 1;
        return new double[] {direction[0] * share, direction[1] * share};
    }
}
