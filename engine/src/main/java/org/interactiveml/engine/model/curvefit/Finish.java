package org.interactiveml.engine.model.curvefit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last digits: Gauss–Newton steps with all parameters from where a descent ended, as long as they bring the gradient
 * closer to zero. A descent stops when the sum of squares no longer changes, which leaves half the digits of the parameters
 * open; the gradient tells the other half.
 *
 * <p>Where residuals are large and the curve bends, such steps shrink by the same factors each time: {@link Acceleration} adds what
 * all later ones would.
 */
final class Finish {
    private static final int MOST_STEPS = 100;
    /** Steps in a row that bring the gradient no closer to zero. */
    private static final int PATIENCE = 3;
    /** A cosine this small leaves the parameters ten digits within their standard errors. */
    private static final double ENOUGH = 1e-11;
    /** The sum of squares may rise by its own rounding errors, and a little on the way. */
    private static final double SLACK = 1 + 1e-6;
    /** Residuals this small, relative to y, are rounding errors: the curve passes through all points. */
    private static final double ROUNDING = 1e-14;

    private static final double NO_EFFECT = 1e-10;
    private static final double NO_IDEA = 1e6;

    private final FullObjective objective;
    private final double length;
    private final int rows;

    Finish(FullObjective objective, CurveSample sample) {
        this.objective = objective;
        length = Residuals.norm(sample.y(), 0);
        rows = sample.size();
    }

    /** Takes the end of a descent to its last digits; null where the curve or its derivatives are not finite there. */
    @Nullable
    Solution of(double[] end) {
        int p = end.length;
        double[] best = end;
        double[] point = end;
        Acceleration acceleration = new Acceleration(p);
        double bestCost = Double.POSITIVE_INFINITY;
        double bestSlope = Double.POSITIVE_INFINITY;
        int steps = 0;
        int failures = 0;
        while (true) {
            double cost = objective.cost(point);
            boolean usable = steps == 0
                    ? cost < Double.POSITIVE_INFINITY
                    : cost <= bestCost * SLACK || cost <= square(ROUNDING * length);
            PivotedQr qr = usable ? objective.slopes() : null;
            if (qr == null || qr.rank() < p) {
                break;
            }
            double slope = explained(qr);
            if (slope < bestSlope) {
                best = point;
                bestCost = cost;
                bestSlope = slope;
                failures = 0;
            } else {
                failures++;
            }
            boolean last = slope <= ENOUGH * Math.sqrt(cost);
            if (!last && (failures == PATIENCE || steps == MOST_STEPS)) {
                break;
            }
            double[] step = new double[p];
            qr.solve(objective.rotated(), step);
            double[] next = acceleration.move(qr, step);
            for (int k = 0; k < p; k++) {
                next[k] += point[k];
            }
            if (last) {
                // So short a step changes nothing but the last digits of the parameters.
                return solution(next, cost, qr, steps);
            }
            point = next;
            steps++;
        }
        double cost = objective.cost(best);
        PivotedQr qr = cost < Double.POSITIVE_INFINITY ? objective.slopes() : null;
        return qr == null ? null : solution(best, cost, qr, steps);
    }

    private Solution solution(double[] point, double cost, PivotedQr qr, int steps) {
        double norm = Math.sqrt(cost);
        double slope = explained(qr);
        double gap = slope <= ROUNDING * length ? 0 : slope / norm;
        List<int[]> undetermined = new ArrayList<>(qr.dependent());
        double[][] inverse = undetermined.isEmpty() ? qr.inverse() : null;
        if (inverse != null) {
            double deviation = norm / Math.sqrt(Math.max(1, rows - point.length));
            for (int k = 0; k < point.length; k++) {
                double error = deviation * Residuals.norm(inverse[k], 0);
                double size = Math.abs(point[k]);
                if (qr.norm(k) * size <= NO_EFFECT * length && error > NO_IDEA * size) {
                    undetermined.add(new int[] {k});
                }
            }
        }
        return new Solution(point, cost, gap, undetermined.isEmpty() ? inverse : null, undetermined, steps);
    }

    private double explained(PivotedQr qr) {
        return Residuals.norm(objective.rotated(), 0, qr.rank());
    }

    private static double square(double v) {
        return v * v;
    }
}
