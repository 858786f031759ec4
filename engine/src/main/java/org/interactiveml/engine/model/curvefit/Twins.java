package org.interactiveml.engine.model.curvefit;

import java.util.ArrayList;
import java.util.List;

/**
 * Other parameters with the very same curve: the two exponentials of a sum exchanged, a width with its sign turned. Of all
 * those, a user expects the one that resembles the start: the same signs, the same order by size.
 */
final class Twins {
    private static final double SAME = 1e-9;

    private final ProjectedObjective objective;
    private final double[] start;

    Twins(ProjectedObjective objective, double[] start) {
        this.objective = objective;
        this.start = start;
    }

    /**
     * The twin that resembles the start most.
     *
     * @param nonlinear the nonlinear parameters of an end
     * @return those of its twin, or the same array
     */
    double[] of(double[] nonlinear) {
        if (strangeness(nonlinear) == 0) {
            return nonlinear;
        }
        double cost = objective.cost(nonlinear);
        double[] best = nonlinear;
        boolean found = true;
        while (found) {
            found = false;
            for (double[] twin : candidates(best)) {
                if (strangeness(twin) < strangeness(best)
                        && Math.abs(objective.cost(twin) - cost) <= SAME * cost + Double.MIN_NORMAL) {
                    best = twin;
                    found = true;
                    break;
                }
            }
        }
        return best;
    }

    /** One sign turned, one pair exchanged, two pairs exchanged. */
    private static List<double[]> candidates(double[] point) {
        List<double[]> candidates = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            double[] turned = point.clone();
            turned[i] = -turned[i];
            candidates.add(turned);
        }
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            for (int j = i + 1; j < point.length; j++) {
                pairs.add(new int[] {i, j});
            }
        }
        for (int[] first : pairs) {
            candidates.add(exchanged(point, first));
            for (int[] second : pairs) {
                boolean apart = second[0] > first[0] && second[0] != first[1] && second[1] != first[1];
                if (apart) {
                    candidates.add(exchanged(exchanged(point, first), second));
                }
            }
        }
        return candidates;
    }

    private static double[] exchanged(double[] point, int[] pair) {
        double[] exchanged = point.clone();
        exchanged[pair[0]] = point[pair[1]];
        exchanged[pair[1]] = point[pair[0]];
        return exchanged;
    }

    /** How many signs and how many pairs by size are not as in the start. */
    private int strangeness(double[] point) {
        int count = 0;
        for (int i = 0; i < point.length; i++) {
            count += point[i] * start[i] < 0 ? 1 : 0;
            for (int j = i + 1; j < point.length; j++) {
                count += (point[i] - point[j]) * (start[i] - start[j]) < 0 ? 1 : 0;
            }
        }
        return count;
    }
}
