package org.interactiveml.engine.model.curvefit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.interactiveml.engine.numeric.Vectors;

/**
 * A = Q R by Householder's reflections with column pivoting, the columns of A scaled to unit length before (G. Golub, C. Van
 * Loan, "Matrix Computations", 4th ed., section 5.4): n×p with few columns, n ≥ p, stored column by column.
 *
 * <p>Reused from one factorisation to the next, so that a fit allocates its buffers once. Cost: about 2 n p² multiply-adds.
 */
final class PivotedQr {
    /** Pivots below this are rounding errors of columns that depend on others. */
    private static final double NOISE = 1e-13;
    /** What a dependent column takes of another one to be named together with it. */
    private static final double SHARE = 1e-6;

    /** Above this, the squares that underflow are no part of the sum's digits. */
    private static final double LEAST_SQUARE = 0x1p-900;

    private final int size;
    private final double[] norms;
    private final double[] diagonal;
    private final double[] tau;
    private final int[] order;
    private double[][] columns = {};
    private int rank;

    PivotedQr(int size) {
        this.size = size;
        norms = new double[size];
        diagonal = new double[size];
        tau = new double[size];
        order = new int[size];
    }

    /** Factors the columns, which it keeps and overwrites. */
    void factor(double[][] newColumns) {
        factor(newColumns, new double[size]);
    }

    /**
     * Factors the columns, which it keeps and overwrites.
     *
     * @param least lengths up to which a column counts as zero, one for each
     */
    void factor(double[][] newColumns, double[] least) {
        columns = newColumns;
        for (int k = 0; k < size; k++) {
            order[k] = k;
            norms[k] = normalise(columns[k]);
            if (norms[k] <= least[k]) {
                Arrays.fill(columns[k], 0);
                norms[k] = 0;
            }
        }
        rank = 0;
        while (rank < size && pivot(rank)) {
            reflect(rank);
            rank++;
        }
    }

    /** Scales to unit length; returns the length, 0 for a column without effect. */
    private static double normalise(double[] column) {
        double square = Vectors.dot(column, column, 0, column.length);
        if (!(square > LEAST_SQUARE && square < Double.POSITIVE_INFINITY)) {
            return normaliseExtreme(column);
        }
        double length = Math.sqrt(square);
        double inverse = 1 / length;
        for (int i = 0; i < column.length; i++) {
            column[i] *= inverse;
        }
        return length;
    }

    /** The same where a square overflows or underflows on the way. */
    private static double normaliseExtreme(double[] column) {
        double largest = 0;
        for (double v : column) {
            largest = Math.max(largest, Math.abs(v));
        }
        if (!(largest >= Double.MIN_NORMAL)) {
            Arrays.fill(column, 0);
            return 0;
        }
        double sum = 0;
        for (double v : column) {
            double part = v / largest;
            sum += part * part;
        }
        double root = Math.sqrt(sum);
        for (int i = 0; i < column.length; i++) {
            column[i] = column[i] / largest / root;
        }
        return largest * root;
    }

    /** Brings the longest remaining column to the front; false where nothing remains. */
    private boolean pivot(int k) {
        int longest = k;
        double length = -1;
        for (int j = k; j < size; j++) {
            // At first all have unit length, or none.
            double square = k == 0 ? Math.signum(norms[j]) : Vectors.dot(columns[j], columns[j], k, columns[j].length);
            if (square > length) {
                length = square;
                longest = j;
            }
        }
        double[] column = columns[longest];
        columns[longest] = columns[k];
        columns[k] = column;
        int index = order[longest];
        order[longest] = order[k];
        order[k] = index;
        diagonal[k] = Math.sqrt(length);
        return diagonal[k] > NOISE;
    }

    private void reflect(int k) {
        double[] v = columns[k];
        double norm = diagonal[k];
        diagonal[k] = v[k] > 0 ? -norm : norm;
        v[k] -= diagonal[k];
        tau[k] = 1 / (norm * (norm + Math.abs(v[k] + diagonal[k])));
        for (int j = k + 1; j < size; j++) {
            reflect(k, columns[j]);
        }
    }

    private void reflect(int k, double[] column) {
        double[] v = columns[k];
        double factor = tau[k] * Vectors.dot(v, column, k, v.length);
        for (int i = k; i < column.length; i++) {
            column[i] -= factor * v[i];
        }
    }

    /** The number of independent columns. */
    int rank() {
        return rank;
    }

    /** The length of a column of A. */
    double norm(int column) {
        return norms[column];
    }

    /** The length of a point or step where each coordinate counts as much as its column is long. */
    double length(double[] point) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            double part = norms[k] * point[k];
            sum += part * part;
        }
        return Math.sqrt(sum);
    }

    /** Sets r to Qᵀ r; the first {@link #rank} entries are then the part that A can explain. */
    void rotate(double[] r) {
        for (int k = 0; k < rank; k++) {
            reflect(k, r);
        }
    }

    /**
     * Solves R z = q for the independent columns, the others 0, in units of A's columns.
     *
     * @param q at least {@link #rank} long, as {@link #rotate} leaves it; not modified
     * @param z one value per column
     */
    void solve(double[] q, double[] z) {
        Arrays.fill(z, 0);
        for (int i = rank - 1; i >= 0; i--) {
            double sum = q[i];
            for (int j = i + 1; j < rank; j++) {
                sum -= columns[j][i] * z[order[j]];
            }
            z[order[i]] = sum / diagonal[i];
        }
        for (int k = 0; k < size; k++) {
            z[k] = norms[k] == 0 ? 0 : z[k] / norms[k];
        }
    }

    /** R in units of A's columns and in their order, p×p, row by row: Rᵀ R = Aᵀ A. */
    double[][] triangle() {
        double[][] triangle = new double[size][size];
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < Math.min(j, rank); i++) {
                triangle[i][order[j]] = columns[j][i] * norms[order[j]];
            }
            if (j < rank) {
                triangle[j][order[j]] = diagonal[j] * norms[order[j]];
            }
        }
        return triangle;
    }

    /** R⁻¹ in units and order of A's columns, p×p, row by row: (Aᵀ A)⁻¹ = R⁻¹ R⁻ᵀ. Only with full rank. */
    double[][] inverse() {
        double[][] inverse = new double[size][size];
        double[] unit = new double[size];
        double[] z = new double[size];
        for (int k = 0; k < size; k++) {
            unit[k] = 1;
            solve(unit, z);
            unit[k] = 0;
            for (int i = 0; i < size; i++) {
                inverse[i][k] = z[i];
            }
        }
        return inverse;
    }

    /** Groups of columns of which only a combination matters, or one that does not matter at all. */
    List<int[]> dependent() {
        List<int[]> groups = new ArrayList<>();
        for (int j = rank; j < size; j++) {
            double[] z = new double[size];
            for (int i = rank - 1; i >= 0; i--) {
                double sum = columns[j][i];
                for (int l = i + 1; l < rank; l++) {
                    sum -= columns[l][i] * z[order[l]];
                }
                z[order[i]] = sum / diagonal[i];
            }
            z[order[j]] = 1;
            groups.add(
                    IntStream.range(0, size).filter(k -> Math.abs(z[k]) > SHARE).toArray());
        }
        return groups;
    }
}
