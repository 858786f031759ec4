package org.interactiveml.engine.model.linear;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RRQRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Cholesky;

/**
 * R = L Lᵀ of a correlation matrix with the largest pivot first, which shows how many of the features are independent.
 *
 * <p>Features of variance 0 take no part. Cost about p² rank / 2 multiply-adds. Source: N. Higham, "Accuracy and Stability of
 * Numerical Algorithms", 2nd ed., section 10.3. Immutable.
 */
final class PivotedFactor {
    /** A pivot below this share of the feature's variance is rounding: the feature follows from those before it. */
    private static final double NOISE = 1e-12;

    /** Loss from which the products of the rows say too little, and the rows themselves are asked. */
    private static final double DOUBTFUL = 1e8;
    /** Multiply-adds that the rows may cost: half a second. */
    private static final double AFFORDABLE = 2e8;
    /** The least share of a standard deviation that a decomposition of the rows resolves. */
    private static final double ROW_NOISE = 1e-13;

    private static final double ROUNDING = 0x1p-48;

    private final int p;
    /** The features in the order of their pivots, the independent ones first, the constant ones left out. */
    private final int[] order;

    private final int rank;
    /** Rows in this order, {@code rank} wide; the diagonal inverted. */
    private final double[] factor;

    private final double smallestPivot;

    private PivotedFactor(int p, int[] order, int rank, double[] factor, double smallestPivot) {
        this.p = p;
        this.order = order;
        this.rank = rank;
        this.factor = factor;
        this.smallestPivot = smallestPivot;
    }

    /**
     * The factor of a sample's training rows, from their products; where these leave a doubt, from the rows themselves, whose
     * digits are not squared away: the triangle of their QR decomposition is Lᵀ.
     */
    static PivotedFactor of(LinearSample sample, Cancellation cancellation) {
        PivotedFactor factor = of(sample.training().gram, sample.size(), cancellation);
        double cost = (double) sample.partition().trainingRows() * factor.order.length * factor.order.length;
        boolean doubtful = factor.loss() > DOUBTFUL || !factor.isFull();
        return doubtful && cost <= AFFORDABLE ? ofRows(sample, factor.order.clone()) : factor;
    }

    private static PivotedFactor ofRows(LinearSample sample, int[] varying) {
        int n = sample.partition().trainingRows();
        int m = varying.length;
        FeatureScaling scaling = sample.scaling();
        double[][] rows = new double[n][m];
        // What the last digit of a value means in standard deviations: no combination is known better.
        double noise = ROW_NOISE;
        for (int k = 0; k < m; k++) {
            int j = varying[k];
            double[] column = sample.data().features()[j];
            double mean = scaling.mean()[j];
            double rate = scaling.rate()[j];
            noise = Math.max(noise, ROUNDING * Math.abs(mean) * rate);
            int row = 0;
            for (int i = 0; i < column.length; i++) {
                if (!sample.partition().isTest(i)) {
                    rows[row++][k] = (column[i] - mean) * rate;
                }
            }
        }
        RRQRDecomposition decomposition = new RRQRDecomposition(new Array2DRowRealMatrix(rows, false));
        RealMatrix triangle = decomposition.getR();
        RealMatrix permutation = decomposition.getP();
        int[] order = new int[m];
        for (int k = 0; k < m; k++) {
            for (int j = 0; j < m; j++) {
                if (permutation.getEntry(j, k) != 0) {
                    order[k] = varying[j];
                }
            }
        }
        double norm = Math.sqrt(n);
        int rank = 0;
        double smallest = 1;
        while (rank < Math.min(m, n) && Math.abs(triangle.getEntry(rank, rank)) > noise * norm) {
            double pivot = triangle.getEntry(rank, rank) / norm;
            smallest = Math.min(smallest, pivot * pivot);
            rank++;
        }
        double[] factor = new double[m * rank];
        for (int i = 0; i < rank; i++) {
            double unit = Math.copySign(1 / norm, triangle.getEntry(i, i));
            for (int k = i; k < m; k++) {
                factor[k * rank + i] = unit * triangle.getEntry(i, k);
            }
            factor[i * rank + i] = 1 / factor[i * rank + i];
        }
        return new PivotedFactor(sample.size(), order, rank, factor, smallest);
    }

    /**
     * Factors a matrix.
     *
     * @param gram p×p, symmetric; not modified
     */
    static PivotedFactor of(double[] gram, int p, Cancellation cancellation) {
        int[] order = new int[p];
        double[] left = new double[p];
        int varying = 0;
        for (int j = 0; j < p; j++) {
            if (gram[j * p + j] > 0) {
                order[varying++] = j;
                left[j] = gram[j * p + j];
            }
        }
        order = Arrays.copyOf(order, varying);
        double[][] rows = new double[varying][varying];
        int rank = 0;
        double smallest = 1;
        while (rank < varying) {
            cancellation.check();
            int best = rank;
            for (int k = rank + 1; k < varying; k++) {
                if (left[order[k]] > left[order[best]]) {
                    best = k;
                }
            }
            int j = order[best];
            double pivot = left[j] / gram[j * p + j];
            if (!(pivot > NOISE)) {
                break;
            }
            smallest = Math.min(smallest, pivot);
            swap(order, rows, rank, best);
            extend(gram, p, order, rows, left, rank);
            rank++;
        }
        double[] factor = new double[varying * rank];
        for (int k = 0; k < varying; k++) {
            System.arraycopy(rows[k], 0, factor, k * rank, rank);
        }
        for (int k = 0; k < rank; k++) {
            factor[k * rank + k] = 1 / factor[k * rank + k];
        }
        return new PivotedFactor(p, order, rank, factor, smallest);
    }

    private static void swap(int[] order, double[][] rows, int a, int b) {
        int feature = order[a];
        order[a] = order[b];
        order[b] = feature;
        double[] row = rows[a];
        rows[a] = rows[b];
        rows[b] = row;
    }

    // Column `rank` of L, for the pivot's row and all below it.
    private static void extend(double[] gram, int p, int[] order, double[][] rows, double[] left, int rank) {
        int varying = order.length;
        int j = order[rank];
        double[] pivotRow = rows[rank];
        double diagonal = Math.sqrt(left[j]);
        pivotRow[rank] = diagonal;
        for (int k = rank + 1; k < varying; k++) {
            int i = order[k];
            double[] row = rows[k];
            double sum = gram[i * p + j];
            for (int c = 0; c < rank; c++) {
                sum -= row[c] * pivotRow[c];
            }
            double l = sum / diagonal;
            row[rank] = l;
            left[i] -= l * l;
        }
    }

    /** The number of independent features. */
    int rank() {
        return rank;
    }

    /** The features that are not constant, the independent ones first. */
    int[] order() {
        return order;
    }

    /** Whether all features that are not constant are independent. */
    boolean isFull() {
        return rank == order.length;
    }

    /** 1 / smallest pivot: the factor by which rounding errors grew. */
    double loss() {
        return 1 / smallestPivot;
    }

    /** Sets {@code b} to R⁺ g: the solution of R b = g, that of least norm where there are many. */
    void solve(double[] g, double[] b) {
        Arrays.fill(b, 0);
        if (isFull()) {
            double[] w = permuted(g);
            Cholesky.forward(factor, rank, rank, w);
            Cholesky.backward(factor, rank, rank, w);
            for (int k = 0; k < rank; k++) {
                b[order[k]] = w[k];
            }
            return;
        }
        // R⁺ = L (LᵀL)⁻² Lᵀ.
        double[] inner = new double[rank * rank];
        double[] w = new double[rank];
        for (int k = 0; k < order.length; k++) {
            for (int i = 0; i < rank && i <= k; i++) {
                double l = entry(k, i);
                w[i] += l * g[order[k]];
                for (int j = 0; j <= i; j++) {
                    inner[i * rank + j] += l * entry(k, j);
                }
            }
        }
        for (int k = 0; k < rank; k++) {
            Cholesky.factorRow(inner, rank, k, Double.MIN_NORMAL);
        }
        for (int twice = 0; twice < 2; twice++) {
            Cholesky.forward(inner, rank, rank, w);
            Cholesky.backward(inner, rank, rank, w);
        }
        for (int k = 0; k < order.length; k++) {
            double sum = 0;
            for (int i = 0; i < rank && i <= k; i++) {
                sum += entry(k, i) * w[i];
            }
            b[order[k]] = sum;
        }
    }

    private double entry(int k, int i) {
        double l = factor[k * rank + i];
        return k == i ? 1 / l : l;
    }

    private double[] permuted(double[] g) {
        double[] w = new double[rank];
        for (int k = 0; k < rank; k++) {
            w[k] = g[order[k]];
        }
        return w;
    }

    /** vᵀ R⁻¹ v, of a full factor. */
    double inverseForm(double[] v) {
        double[] w = permuted(v);
        Cholesky.forward(factor, rank, rank, w);
        return squaredNorm(w, 0);
    }

    /** The diagonal of R⁻¹ by feature, of a full factor; NaN for constant features. About p³ / 6 multiply-adds. */
    double[] inverseDiagonal(Cancellation cancellation) {
        double[] diagonal = new double[p];
        Arrays.fill(diagonal, Double.NaN);
        double[] w = new double[rank];
        for (int k = 0; k < rank; k++) {
            cancellation.check();
            Arrays.fill(w, 0);
            w[k] = factor[k * rank + k];
            for (int i = k + 1; i < rank; i++) {
                double sum = 0;
                for (int c = k; c < i; c++) {
                    sum -= factor[i * rank + c] * w[c];
                }
                w[i] = sum * factor[i * rank + i];
            }
            diagonal[order[k]] = squaredNorm(w, k);
        }
        return diagonal;
    }

    private static double squaredNorm(double[] w, int from) {
        double sum = 0;
        for (int i = from; i < w.length; i++) {
            sum += w[i] * w[i];
        }
        return sum;
    }

    /** The weights with which the dependent feature {@code order()[position]} follows from the independent ones, in order. */
    double[] combination(int position) {
        double[] weights = Arrays.copyOfRange(factor, position * rank, (position + 1) * rank);
        Cholesky.backward(factor, rank, rank, weights);
        return weights;
    }

    /** L, square, its diagonal as it is, of a full factor. */
    double[] lower() {
        double[] lower = factor.clone();
        for (int k = 0; k < rank; k++) {
            lower[k * rank + k] = 1 / lower[k * rank + k];
        }
        return lower;
    }
}
