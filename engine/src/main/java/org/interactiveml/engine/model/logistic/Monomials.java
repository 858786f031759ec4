package org.interactiveml.engine.model.logistic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.interactiveml.engine.numeric.Infeasible;

/**
 * All products of the features up to a degree, the constant left out: x1, x2, x1², x1·x2, x2², … in the order of scikit-learn's
 * {@code PolynomialFeatures}. Immutable.
 */
public final class Monomials {
    /** More columns than these make a step of the solver too slow to be felt as live. */
    static final int MOST = 500;

    private final int features;
    private final int degree;
    // Column j is column parent[j] times feature[j]; those of degree 1 have no parent.
    private final int[] parent;
    private final int[] feature;

    private Monomials(int features, int degree, int[] parent, int[] feature) {
        this.features = features;
        this.degree = degree;
        this.parent = parent;
        this.feature = feature;
    }

    /**
     * The products of {@code features} features.
     *
     * @throws Infeasible where there are too many
     */
    public static Monomials of(int features, int degree) {
        int size = count(features, degree);
        int[] parent = new int[size];
        int[] feature = new int[size];
        for (int k = 0; k < features; k++) {
            parent[k] = -1;
            feature[k] = k;
        }
        int from = 0;
        int to = features;
        for (int d = 2; d <= degree; d++) {
            int next = to;
            for (int j = from; j < to; j++) {
                for (int k = feature[j]; k < features; k++) {
                    parent[next] = j;
                    feature[next++] = k;
                }
            }
            from = to;
            to = next;
        }
        return new Monomials(features, degree, parent, feature);
    }

    // Of (features + degree over degree) − 1.
    private static int count(int features, int degree) {
        double count = 1;
        for (int d = 1; d <= degree; d++) {
            count = count * (features + d) / d;
        }
        if (count - 1 > MOST) {
            throw new Infeasible(
                    "degree %d of %d features makes %.0f products, and there must be at most %d: choose a lower degree or fewer features"
                            .formatted(degree, features, count - 1, MOST));
        }
        return (int) Math.rint(count) - 1;
    }

    /** The number of columns. */
    public int size() {
        return parent.length;
    }

    /** The number of features. */
    public int features() {
        return features;
    }

    /** The highest degree. */
    public int degree() {
        return degree;
    }

    /** How often feature {@code k} occurs in column {@code j}. */
    public int power(int j, int k) {
        int power = 0;
        for (int at = j; at >= 0; at = parent[at]) {
            power += feature[at] == k ? 1 : 0;
        }
        return power;
    }

    /** Each column in words: x1, x1^2, x1 x2. */
    public List<String> names(List<String> featureNames) {
        List<String> names = new ArrayList<>();
        for (int j = 0; j < size(); j++) {
            List<String> factors = new ArrayList<>();
            for (int k = 0; k < features; k++) {
                int power = power(j, k);
                if (power > 0) {
                    factors.add(featureNames.get(k) + (power == 1 ? "" : "^" + power));
                }
            }
            names.add(factors.stream().collect(Collectors.joining(" ")));
        }
        return names;
    }

    /**
     * Writes the columns of rows {@code from .. from + n - 1} to the beginnings of {@code out[first]} and those after it.
     *
     * @param columns one per feature
     */
    void fill(double[][] columns, int from, int n, double[][] out, int first) {
        for (int k = 0; k < features; k++) {
            System.arraycopy(columns[k], from, out[first + k], 0, n);
        }
        for (int j = features; j < parent.length; j++) {
            multiply(out[first + parent[j]], out[first + feature[j]], out[first + j], n);
        }
    }

    // One index for all arrays: only so does the compiler make vector instructions.
    private static void multiply(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }
}
