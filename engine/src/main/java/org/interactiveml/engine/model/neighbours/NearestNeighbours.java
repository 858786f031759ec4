package org.interactiveml.engine.model.neighbours;

import java.util.Optional;
import org.interactiveml.engine.model.Curve;
import org.interactiveml.engine.model.SortedRows;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.NormalQuantile;

/**
 * The mean of the k training rows nearest to x, as scikit-learn's {@code KNeighborsRegressor(k, weights)}.
 *
 * <p>The neighbours are a window of k rows in the order of x. Where two rows are equally far, the one with the smaller x is
 * taken (scikit-learn leaves open which). Weighted by distance, row i counts 1/|x − x_i|, and where rows lie exactly at x only
 * these count. Cost per point: a binary search and k steps.
 */
public final class NearestNeighbours implements Curve {

    /** How much each neighbour counts. */
    public enum Weights {
        UNIFORM("All alike"),
        DISTANCE("By distance");

        private final String label;

        Weights(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private final SortedRows rows;
    private final int k;
    private final Weights weights;

    /**
     * @param k from 1 to the number of training rows
     * @throws Infeasible for a larger k
     */
    public NearestNeighbours(SortedRows rows, int k, Weights weights) {
        if (k > rows.size()) {
            throw new Infeasible(
                    "neighbours must be at most the number of training rows, " + rows.size() + ", not " + k);
        }
        this.rows = rows;
        this.k = k;
        this.weights = weights;
    }

    @Override
    public void evaluate(double[] x, double[] out, int from, int to) {
        double[] w = new double[k];
        for (int i = from; i < to; i++) {
            out[i] = mean(weigh(x[i], w), w);
        }
    }

    /**
     * From the spread of the neighbours about their mean: with s their standard deviation (k − 1), the half widths are z·s/√k
     * for the mean and z·s·√(1 + 1/k) for a new point, z the normal quantile. That the true curve bends between the neighbours
     * is not accounted for. Not defined for a single neighbour, nor for weights that let one row count for nearly all.
     */
    @Override
    public Optional<Band> band(double[] x, double confidence, Cancellation cancellation) {
        if (k < 2 || weights != Weights.UNIFORM) {
            return Optional.empty();
        }
        double z = NormalQuantile.of(0.5 + confidence / 2);
        double[] curve = new double[x.length];
        double[] point = new double[x.length];
        double[] w = new double[k];
        for (int i = 0; i < x.length; i++) {
            cancellation.check();
            int first = weigh(x[i], w);
            double mean = mean(first, w);
            double squares = 0;
            for (int j = 0; j < k; j++) {
                double deviation = rows.y()[first + j] - mean;
                squares += deviation * deviation;
            }
            double sd = Math.sqrt(squares / (k - 1));
            curve[i] = z * sd / Math.sqrt(k);
            point[i] = z * sd * Math.sqrt(1 + 1.0 / k);
        }
        return Optional.of(new Band(curve, point));
    }

    private double mean(int first, double[] w) {
        double pivot = rows.y()[first];
        double sum = 0;
        for (int j = 0; j < k; j++) {
            sum += w[j] * (rows.y()[first + j] - pivot);
        }
        return pivot + sum;
    }

    /** Sets the weights of the neighbours, of sum 1, and returns the first of these k rows. */
    private int weigh(double at, double[] w) {
        int first = window(at);
        double[] x = rows.x();
        double nearest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < k; j++) {
            w[j] = Math.abs(x[first + j] - at);
            nearest = Math.min(nearest, w[j]);
        }
        double total = 0;
        for (int j = 0; j < k; j++) {
            boolean full = weights == Weights.UNIFORM || w[j] == nearest;
            w[j] = full ? 1 : nearest / w[j]; // 0 for all others where a row lies exactly at x
            total += w[j];
        }
        for (int j = 0; j < k; j++) {
            w[j] /= total;
        }
        return first;
    }

    /** The least begin of a window that no step to the right improves, found by bisection. */
    private int window(double at) {
        double[] x = rows.x();
        int low = 0;
        int high = x.length - k;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at - x[middle] > x[middle + k] - at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
