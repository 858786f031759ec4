package org.interactiveml.engine.model.curvefit;

import org.jspecify.annotations.Nullable;

/**
 * Full steps of Gauss and Newton, for as long as each is as good as it promises: those that Levenberg–Marquardt's descent would
 * take too, as it shortens no such step, without the cost of preparing for shorter ones.
 *
 * <p>The measures are MINPACK's: a step may be a hundred times as long as the start, in units of the derivatives' lengths; a
 * quarter of the promised gain is enough; the end is reached when gain and promise are small (J. Moré, "The Levenberg-Marquardt
 * algorithm: implementation and theory", 1978).
 */
final class GaussNewton {
    private static final int MOST_STEPS = 30;
    private static final double LONGEST = 100;
    private static final double ENOUGH = 0.25;
    /** Part of the sum of squares: from here on the steps of {@link Finish} cost less. */
    private static final double SMALL = 1e-3;

    private GaussNewton() {}

    /** Where the steps ended; null where one failed its promise, so that a descent has to search. */
    static Descent.@Nullable End from(Objective objective, double[] start) {
        double[] point = start.clone();
        double[] step = new double[start.length];
        double cost = objective.cost(point);
        double[] begin = objective.parameters().clone();
        double longest = Double.NaN;
        for (int steps = 1; steps <= MOST_STEPS; steps++) {
            PivotedQr slopes = cost < Double.POSITIVE_INFINITY ? objective.slopes() : null;
            if (slopes == null || slopes.rank() < step.length) {
                return null;
            }
            double[] rotated = objective.rotated();
            double promise = Residuals.sumOfSquares(rotated, slopes.rank());
            slopes.solve(rotated, step);
            if (steps == 1) {
                double length = slopes.length(point);
                longest = LONGEST * (length > 0 ? length : 1);
            }
            if (!(slopes.length(step) <= longest)) {
                return null;
            }
            for (int k = 0; k < point.length; k++) {
                point[k] += step[k];
            }
            double reached = objective.cost(point);
            double gain = cost - reached;
            if (!(gain >= ENOUGH * promise)) {
                return null;
            }
            cost = reached;
            if (promise <= SMALL * reached && gain <= SMALL * reached) {
                return new Descent.End(begin, objective.parameters().clone(), steps, steps + 1);
            }
        }
        return null;
    }
}
