package org.interactiveml.engine.model.curvefit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interactiveml.engine.numeric.Cancellation;

/**
 * Where a descent may start, guessed from formula and data: each nonlinear parameter takes a few values of the size that its
 * unit has in these data, and the points of that grid are compared with the linear parameters solved for.
 *
 * <p>Deterministic. Cost: at most {@value #MOST} evaluations over at most {@value #ROWS} rows.
 */
final class Starts {
    private static final int MOST = 600;
    private static final int ROWS = 200;
    private static final double[] LOCATIONS = {0.1, 0.5, 0.9};
    private static final double[] SIZES = {0.03, 0.12, 0.4, 1.5, 6};
    /** Beside places, which tell much by themselves. */
    private static final double[] WIDTHS = {0.04, 0.15, 0.6, 3};

    private static final double[] PURE = {0.3, 1, 2.5, 6};
    private static final int MOST_PERIODS = 64;
    private static final double[] PHASES = {0, 0.8, 1.6, 2.4};

    private Starts() {}

    /** A point of the grid: the nonlinear parameters, and the sum of squares there. */
    record Start(double[] nonlinear, double cost) {}

    /**
     * The grid's best points, best first, none of infinite cost.
     *
     * @param given one value per parameter, NaN where it is to be guessed
     */
    static List<Start> guess(CurveModel model, CurveSample all, double[] given, int count, Cancellation cancellation) {
        CurveSample sample = all.thinned(ROWS);
        Grid grid = new Grid(model, sample, cancellation);
        List<double[]> points = Grid.points(values(model, sample, given, grid), MOST);
        double[] costs = grid.costs(points);
        return best(points, costs, count);
    }

    private static List<Start> best(List<double[]> points, double[] costs, int count) {
        List<Start> best = new ArrayList<>();
        for (int i = 0; i < costs.length; i++) {
            int place = best.size();
            while (place > 0 && costs[i] < best.get(place - 1).cost()) {
                place--;
            }
            if (place < count && costs[i] < Double.POSITIVE_INFINITY) {
                best.add(place, new Start(points.get(i), costs[i]));
                if (best.size() > count) {
                    best.removeLast();
                }
            }
        }
        return best;
    }

    private static double[][] values(CurveModel model, CurveSample sample, double[] given, Grid grid) {
        List<Dimensions.Role> roles = model.roles();
        double[][] values = new double[model.nonlinear().length][];
        boolean places = false;
        for (Dimensions.Role role : roles) {
            places |= role.subtracted();
        }
        for (int k = 0; k < values.length; k++) {
            int parameter = model.nonlinear()[k];
            values[k] = Double.isNaN(given[parameter])
                    ? values(roles.get(parameter), sample, places ? WIDTHS : SIZES)
                    : new double[] {given[parameter]};
        }
        dropTwins(values, grid);
        return values;
    }

    /** Drops the negative values of parameters whose sign makes no difference, as that of a width. */
    private static void dropTwins(double[][] values, Grid grid) {
        double[] point = new double[values.length];
        for (int k = 0; k < point.length; k++) {
            point[k] = 0.9 * values[k][values[k].length / 2] + 0.1 * values[k][0];
        }
        List<double[]> points = new ArrayList<>(List.of(point));
        for (int k = 0; k < point.length; k++) {
            double[] turned = point.clone();
            turned[k] = -turned[k];
            points.add(turned);
        }
        double[] costs = grid.costs(points);
        for (int k = 0; k < point.length; k++) {
            boolean even = point[k] != 0 && costs[0] < Double.POSITIVE_INFINITY && costs[0] == costs[1 + k];
            if (even && values[k].length > 1) {
                values[k] = withoutNegatives(values[k]);
            }
        }
    }

    private static double[] withoutNegatives(double[] values) {
        double[] kept = new double[values.length];
        int count = 0;
        for (double value : values) {
            if (value >= 0) {
                kept[count++] = value;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static double[] values(Dimensions.Role role, CurveSample sample, double[] sizes) {
        double[] exponents = role.exponents();
        double unit = StrictMath.pow(size(sample.y()), exponents[exponents.length - 1]);
        boolean pure = Math.abs(exponents[exponents.length - 1]) < 1e-6;
        for (int j = 0; j < exponents.length - 1; j++) {
            unit *= StrictMath.pow(spread(sample.x()[j]), exponents[j]);
            pure &= Math.abs(exponents[j]) < 1e-6;
        }
        if (role.periodic()) {
            return pure ? PHASES : periods(unit, exponents, sample.size());
        }
        List<Double> values = new ArrayList<>();
        if (role.subtracted() || role.added()) {
            int axis = axis(exponents);
            for (double at : locations(sample.x()[axis], sample.y())) {
                double value = role.subtracted() ? at : -at;
                if (!values.contains(value)) {
                    values.add(value);
                }
            }
        }
        if (!role.subtracted()) {
            for (double factor : pure ? PURE : sizes) {
                values.add(factor * unit);
                values.add(-factor * unit);
            }
        }
        double[] array = new double[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }

    private static int axis(double[] exponents) {
        for (int j = 0; j < exponents.length - 1; j++) {
            if (Math.abs(exponents[j] - 1) < 1e-6) {
                return j;
            }
        }
        return 0;
    }

    /** From half a period over the data to two rows a period; a frequency times 2π, or a length over it. */
    private static double[] periods(double unit, double[] exponents, int rows) {
        boolean length = Arrays.stream(exponents).sum() > 0;
        int count = Math.min(MOST_PERIODS, Math.max(8, rows));
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            double rate = Math.PI * (k + 1);
            values[k] = length ? unit / (rate / (2 * Math.PI)) : unit * rate;
        }
        return values;
    }

    /** Where y is largest, where it is least, and places over the range of x. */
    private static double[] locations(double[] x, double[] y) {
        int highest = 0;
        int lowest = 0;
        double min = x[0];
        double max = x[0];
        for (int i = 0; i < x.length; i++) {
            highest = y[i] > y[highest] ? i : highest;
            lowest = y[i] < y[lowest] ? i : lowest;
            min = Math.min(min, x[i]);
            max = Math.max(max, x[i]);
        }
        double[] values = new double[2 + LOCATIONS.length];
        values[0] = x[highest];
        values[1] = x[lowest];
        for (int k = 0; k < LOCATIONS.length; k++) {
            values[2 + k] = min + (max - min) * LOCATIONS[k];
        }
        return values;
    }

    private static double spread(double[] x) {
        double min = x[0];
        double max = x[0];
        for (double v : x) {
            min = Math.min(min, v);
            max = Math.max(max, v);
        }
        return max > min ? max - min : size(x);
    }

    private static double size(double[] x) {
        double max = 0;
        for (double v : x) {
            max = Math.max(max, Math.abs(v));
        }
        return max > 0 ? max : 1;
    }
}
