package org.interactiveml.engine.model.curvefit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last digits: Gauss–Newton steps with all parameters from where a descent ended, as long as they bring the gradient
 * closer to zero. A descent stops when the sum of squares no longer changes, which leaves half the digits of the parameters
 * open; the gradient tells the other half.
 */
final class Finish {
    private static final int MOST_STEPS = 100;
    /** Slower than this, and what is left is rounding. */
    private static final double PROGRESS = 0.9;
    /** The sum of squares may rise by its own rounding errors. */
    private static final double SLACK = 1 + 1e-9;
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
        double[] point = end.clone();
        double cost = objective.cost(point);
        PivotedQr qr = cost < Double.POSITIVE_INFINITY ? objective.slopes() : null;
        if (qr == null) {
            return null;
        }
        double slope = explained(qr);
        double[] step = new double[point.length];
        int steps = 0;
        boolean better = qr.rank() == point.length;
        while (better && steps < MOST_STEPS) {
            qr.solve(objective.rotated(), step);
            double[] next = point.clone();
            for (int k = 0; k < next.length; k++) {
                next[k] += step[k];
            }
            double nextCost = objective.cost(next);
            boolean usable = nextCost <= cost * SLACK + Double.MIN_NORMAL || nextCost <= square(ROUNDING * length);
            better = usable && objective.slopes() != null && qr.rank() == next.length;
            double nextSlope = better ? explained(qr) : slope;
            better &= nextSlope < PROGRESS * slope;
            if (better) {
                point = next;
                cost = nextCost;
                slope = nextSlope;
                steps++;
            }
        }
        return at(point, steps);
    }

    private Solution at(double[] point, int steps) {
        double cost = objective.cost(point);
        PivotedQr qr = objective.slopes();
        if (qr == null) {
            throw new IllegalStateException("derivatives were finite here");
        }
        double norm = Math.sqrt(cost);
        double gap = norm <= ROUNDING * length ? 0 : explained(qr) / norm;
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
        return Residuals.norm(Arrays.copyOf(objective.rotated(), qr.rank()), 0);
    }

    private static double square(double v) {
        return v * v;
    }
}
