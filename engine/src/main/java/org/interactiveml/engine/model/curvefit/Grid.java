package org.interactiveml.engine.model.curvefit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interactiveml.engine.formula.CompiledFormula.Evaluator;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Cholesky;
import org.interactiveml.engine.numeric.Vectors;

/**
 * Sums of squares at many points of the nonlinear parameters, to compare them by: the formula runs over the rows of several points at
 * a time, as short columns cost little less than long ones, and the linear parameters are solved for by normal equations where
 * these keep enough digits.
 */
final class Grid {
    /** Rows of all points in one run, unless one point has more. */
    private static final int RUN = 1 << 7;
    /** A pivot, as a part of the squared length of its column: where one is less, the equations keep too few digits. */
    private static final double RELIABLE = 1e-8;

    private static final double[] NONE = {};

    private final CurveModel model;
    private final CurveSample sample;
    private final Cancellation cancellation;
    private final Evaluator formula;
    private final int rows;
    private final int unknowns;
    private final double[] triangle;
    private final double[] pulls;
    /** What the linear parameters are fitted to: y − g, or y itself where the formula has no g. */
    private final double[] residuals;

    private final boolean shifted;
    private double square;
    /** Points in one run. */
    private final int most;
    /** For one run: a column for each predictor, its rows repeated, and one for each nonlinear parameter. */
    private final double[][] columns;

    private final double[][] terms;

    Grid(CurveModel model, CurveSample sample, Cancellation cancellation) {
        this.model = model;
        this.sample = sample;
        this.cancellation = cancellation;
        formula = model.terms();
        rows = sample.size();
        unknowns = model.linear().length;
        triangle = new double[unknowns * unknowns];
        pulls = new double[unknowns];
        shifted = model.isShifted();
        residuals = shifted ? new double[rows] : sample.y();
        square = Vectors.dot(residuals, residuals, 0, rows);
        most = Math.max(1, RUN / rows);
        columns = new double[sample.x().length + model.nonlinear().length][most * rows];
        terms = new double[1 + unknowns][most * rows];
        for (int j = 0; j < sample.x().length; j++) {
            for (int i = 0; i < most; i++) {
                System.arraycopy(sample.x()[j], 0, columns[j], i * rows, rows);
            }
        }
    }

    /** Σ(y − f)² with the linear parameters at their best for each point; infinite where f is not finite. */
    double[] costs(List<double[]> points) {
        double[] costs = new double[points.size()];
        for (int from = 0; from < costs.length; from += most) {
            cancellation.check();
            int count = Math.min(most, costs.length - from);
            for (int i = 0; i < count; i++) {
                double[] point = points.get(from + i);
                for (int k = 0; k < point.length; k++) {
                    Arrays.fill(columns[sample.x().length + k], i * rows, (i + 1) * rows, point[k]);
                }
            }
            formula.evaluate(columns, NONE, 0, count * rows, terms);
            for (int i = 0; i < count; i++) {
                double cost = cost(i * rows);
                costs[from + i] = Double.isNaN(cost) ? exact(points.get(from + i)) : cost;
            }
        }
        return costs;
    }

    private double exact(double[] point) {
        return ProjectedObjective.ofCosts(model, sample, cancellation).cost(point);
    }

    /** NaN where the normal equations are not to be relied on. */
    private double cost(int from) {
        if (shifted) {
            for (int i = 0; i < rows; i++) {
                residuals[i] = sample.y()[i] - terms[0][from + i];
            }
            square = Vectors.dot(residuals, residuals, 0, rows);
        }
        for (int j = 0; j < unknowns; j++) {
            pulls[j] = Vectors.dot(terms[1 + j], from, residuals, 0, rows);
            for (int k = 0; k <= j; k++) {
                triangle[j * unknowns + k] = Vectors.dot(terms[1 + j], from, terms[1 + k], from, rows);
            }
            double length = triangle[j * unknowns + j];
            double pivot = Cholesky.factorRow(triangle, unknowns, j, Double.MIN_NORMAL);
            if (!(pivot > RELIABLE * length && length < Double.POSITIVE_INFINITY)) {
                return Double.NaN;
            }
        }
        Cholesky.forward(triangle, unknowns, unknowns, pulls);
        double left = square - Vectors.dot(pulls, pulls, 0, unknowns);
        return left > RELIABLE * square ? left : Double.NaN;
    }

    /** All combinations of one value per coordinate, or about {@code most} of them, evenly spread. */
    static List<double[]> points(double[][] values, int most) {
        long size = 1;
        for (double[] choices : values) {
            size = Math.min(Long.MAX_VALUE / 1000, size * choices.length);
        }
        List<double[]> points = new ArrayList<>();
        for (long t = 0; t < Math.min(size, most); t++) {
            long index = size <= most ? t : spread(t, size);
            double[] point = new double[values.length];
            for (int k = 0; k < values.length; k++) {
                point[k] = values[k][(int) (index % values[k].length)];
                index /= values[k].length;
            }
            points.add(point);
        }
        return points;
    }

    /** The t-th of points spread evenly over 0 … size − 1: multiples of the golden ratio, modulo 1. */
    private static long spread(long t, long size) {
        double fraction = t * 0.6180339887498949;
        return Math.min(size - 1, (long) ((fraction - Math.floor(fraction)) * size));
    }
}
