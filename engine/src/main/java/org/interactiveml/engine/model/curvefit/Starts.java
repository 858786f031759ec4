package org.interactiveml.engine.model.curvefit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
        ProjectedObjective objective = new ProjectedObjective(model, sample, cancellation);
        double[][] values = values(model, sample, given, objective);
        List<Start> starts = new ArrayList<>();
        double[] point = new double[values.length];
        long size = 1;
        for (double[] choices : values) {
            size = Math.min(Long.MAX_VALUE / 1000, size * choices.length);
        }
        // Beyond the size of the grid that can be afforded, a step prime to every count of choices spreads the picks
        // evenly.
        long tries = Math.min(size, MOST);
        for (long t = 0; t < tries; t++) {
            long index = size <= MOST ? t : spread(t, size);
            for (int k = 0; k < values.length; k++) {
                point[k] = values[k][(int) (index % values[k].length)];
                index /= values[k].length;
            }
            double cost = objective.cost(point);
            if (cost < Double.POSITIVE_INFINITY) {
                starts.add(new Start(point.clone(), cost));
            }
        }
        starts.sort(Comparator.comparingDouble(Start::cost));
        return starts.subList(0, Math.min(count, starts.size()));
    }

    /** The t-th of points spread evenly over 0 … size − 1: multiples of the golden ratio, modulo 1. */
    private static long spread(long t, long size) {
        double fraction = t * 0.6180339887498949;
        return Math.min(size - 1, (long) ((fraction - Math.floor(fraction)) * size));
    }

    private static double[][] values(
            CurveModel model, CurveSample sample, double[] given, ProjectedObjective objective) {
        List<Dimensions.Role> roles = Dimensions.of(model);
        double[][] values = new double[model.nonlinear().length][];
        boolean places = roles.stream().anyMatch(Dimensions.Role::subtracted);
        for (int k = 0; k < values.length; k++) {
            int parameter = model.nonlinear()[k];
            values[k] = Double.isNaN(given[parameter])
                    ? values(roles.get(parameter), sample, places ? WIDTHS : SIZES)
                    : new double[] {given[parameter]};
        }
        for (int k = 0; k < values.length; k++) {
            if (values[k].length > 1 && isEven(objective, values, k)) {
                values[k] = Arrays.stream(values[k]).filter(v -> v >= 0).toArray();
            }
        }
        return values;
    }

    /** Whether the sign of a parameter makes no difference, as that of a width. */
    private static boolean isEven(ProjectedObjective objective, double[][] values, int k) {
        double[] point = new double[values.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = 0.9 * values[i][values[i].length / 2] + 0.1 * values[i][0];
        }
        double cost = objective.cost(point);
        point[k] = -point[k];
        return point[k] != 0 && cost < Double.POSITIVE_INFINITY && cost == objective.cost(point);
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
        Set<Double> values = new LinkedHashSet<>();
        if (role.subtracted() || role.added()) {
            int axis = axis(exponents);
            for (double at : locations(sample.x()[axis], sample.y())) {
                values.add(role.subtracted() ? at : -at);
            }
        }
        if (!role.subtracted()) {
            for (double factor : pure ? PURE : sizes) {
                values.add(factor * unit);
                values.add(-factor * unit);
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
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
