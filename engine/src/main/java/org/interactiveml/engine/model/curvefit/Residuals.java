package org.interactiveml.engine.model.curvefit;

/** Sums over rows, in their order. */
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
        double sum = 0;
        for (double v : r) {
            sum += v * v;
        }
        return sum < Double.POSITIVE_INFINITY ? sum : Double.POSITIVE_INFINITY;
    }

    /** √Σr² over the entries from the given one on. */
    static double norm(double[] r, int from) {
        return norm(r, from, r.length);
    }

    /** √Σr² over the entries {@code from} up to but not including {@code to}. */
    static double norm(double[] r, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += r[i] * r[i];
        }
        return Math.sqrt(sum);
    }

    /** Whether the columns from the given one on hold finite numbers only. */
    static boolean areFinite(double[][] columns, int from) {
        for (int k = from; k < columns.length; k++) {
            for (double v : columns[k]) {
                if (!Double.isFinite(v)) {
                    return false;
                }
            }
        }
        return true;
    }
}
