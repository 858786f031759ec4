package org.interactiveml.engine.model.curvefit;

import org.interactiveml.engine.numeric.Vectors;

/** Sums over rows. */
final class Residuals {
    private Residuals() {}

    /** Sets r to y − f; returns Σr², infinite where anything is not finite. */
    static double of(double[] y, double[] f, double[] r) {
        for (int i = 0; i < r.length; i++) {
            r[i] = y[i] - f[i];
        }
        return sumOfSquares(r);
    }

    static double sumOfSquares(double[] r) {
        return sumOfSquares(r, r.length);
    }

    /** Σr² over the entries below {@code to}. */
    static double sumOfSquares(double[] r, int to) {
        double sum = Vectors.dot(r, r, 0, to);
        return sum < Double.POSITIVE_INFINITY ? sum : Double.POSITIVE_INFINITY;
    }

    /** √Σr² over the entries from the given one on. */
    static double norm(double[] r, int from) {
        return norm(r, from, r.length);
    }

    /** √Σr² over the entries {@code from} up to but not including {@code to}. */
    static double norm(double[] r, int from, int to) {
        return Math.sqrt(Vectors.dot(r, r, from, to));
    }

    /** Whether the columns from the given one on hold finite numbers only. */
    static boolean areFinite(double[][] columns, int from) {
        for (int k = from; k < columns.length; k++) {
            double square = Vectors.dot(columns[k], columns[k], 0, columns[k].length);
            if (!Double.isFinite(square) && !isFinite(columns[k])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFinite(double[] column) {
        for (double v : column) {
            if (!Double.isFinite(v)) {
                return false;
            }
        }
        return true;
    }
}
