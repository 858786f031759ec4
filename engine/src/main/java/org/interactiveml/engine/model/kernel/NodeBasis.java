package org.interactiveml.engine.model.kernel;

import java.util.Arrays;
import org.interactiveml.engine.numeric.Cancellation;

/**
 * The rows seen through a few nodes, without loss: a smooth covariance between n rows is, to rounding, that between m Chebyshev
 * nodes interpolated to the rows, K = W K_nodes Wᵀ with W of n×m, and W = QR leaves
 *
 * <pre>K = Q (R K_nodes Rᵀ) Qᵀ,   z = Qᵀy,   ‖y‖² = ‖z‖² + rest,</pre>
 *
 * so that whatever is asked of K + δI is asked of an m×m matrix: the other n − m eigenvalues are 0 + δ. It does not depend on the
 * length scale but through m. Where m would reach n, the rows themselves are the nodes and R is the identity.
 *
 * <p>Source: L. N. Trefethen, "Approximation Theory and Approximation Practice", ch. 5 and 8.
 *
 * @param rows their number n
 * @param nodes m points of x
 * @param r R, m×m row by row
 * @param transposed Rᵀ
 * @param z m numbers
 * @param rest the part of ‖y‖² that no curve of these lengths reaches
 */
@SuppressWarnings("ArrayRecordComponent") // shared by agreement
record NodeBasis(int rows, double[] nodes, double[] r, double[] transposed, double[] z, double rest) {
    /** −log of the interpolation error allowed: below the rounding of the largest covariance. */
    private static final double DIGITS = 37;

    private static final int[] SIZES = {
        16, 24, 32, 40, 48, 64, 80, 96, 128, 160, 192, 256, 320, 384, 512, 640, 768, 1024
    };
    private static final int MORE = 1024;

    /** Whether the rows themselves are the nodes, and R is the identity. */
    boolean isRows() {
        return rows == nodes.length;
    }

    /** The number of nodes m. */
    int size() {
        return nodes.length;
    }

    /**
     * Nodes that hold exp(−d²/2ℓ²) over a range to rounding; rounded up, so that neighbouring length scales share a basis.
     *
     * <p>On the ellipse of semi-minor axis b about [−1, 1] the covariance reaches exp(b²/2ℓ²), and m-point interpolation errs by
     * about that times (b + √(1 + b²))^−m; the least m over all b will do.
     */
    static int sizeFor(double range, double lengthScale) {
        double scale = 2 * lengthScale / range;
        double least = Double.POSITIVE_INFINITY;
        double b = 1e-3;
        for (int k = 0; k < 60; k++, b *= 1.25) {
            double sinh = StrictMath.log(b + Math.sqrt(1 + b * b));
            least = Math.min(least, (0.5 * (b / scale) * (b / scale) + DIGITS) / sinh);
        }
        if (!(least < 1e9)) {
            return Integer.MAX_VALUE;
        }
        int wanted = (int) least + 3;
        for (int size : SIZES) {
            if (size >= wanted) {
                return size;
            }
        }
        return (wanted + MORE - 1) / MORE * MORE;
    }

    /**
     * A basis of {@code size} Chebyshev nodes, about 2·n·m² floating-point operations, or the rows themselves.
     *
     * @param x ascending
     */
    static NodeBasis of(double[] x, double[] y, int size, Cancellation cancellation) {
        int n = x.length;
        if (size >= n) {
            double[] identity = new double[n * n];
            for (int i = 0; i < n; i++) {
                identity[i * n + i] = 1;
            }
            return new NodeBasis(n, x, identity, identity, y, 0);
        }
        double[] nodes = new double[size];
        double middle = x[0] / 2 + x[n - 1] / 2;
        double half = x[n - 1] / 2 - x[0] / 2;
        for (int j = 0; j < size; j++) {
            nodes[j] = middle - half * StrictMath.cos(Math.PI * j / (size - 1));
        }
        int width = size + 1;
        double[] w = new double[n * width];
        for (int i = 0; i < n; i++) {
            interpolate(x[i], nodes, w, i * width);
            w[i * width + size] = y[i];
        }
        triangularize(w, n, size, cancellation);
        double[] r = new double[size * size];
        double[] transposed = new double[size * size];
        double[] z = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                r[i * size + j] = w[i * width + j];
                transposed[j * size + i] = w[i * width + j];
            }
            z[i] = w[i * width + size];
        }
        double rest = 0;
        for (int i = size; i < n; i++) {
            rest += w[i * width + size] * w[i * width + size];
        }
        return new NodeBasis(n, nodes, r, transposed, z, rest);
    }

    // The barycentric formula for Chebyshev nodes of the second kind.
    private static void interpolate(double x, double[] nodes, double[] w, int at) {
        int m = nodes.length;
        double sum = 0;
        for (int j = 0; j < m; j++) {
            double distance = x - nodes[j];
            if (distance == 0) {
                Arrays.fill(w, at, at + m, 0);
                w[at + j] = 1;
                return;
            }
            double weight = (j % 2 == 0 ? 1 : -1) * (j == 0 || j == m - 1 ? 0.5 : 1) / distance;
            w[at + j] = weight;
            sum += weight;
        }
        for (int j = 0; j < m; j++) {
            w[at + j] /= sum;
        }
    }

    /** Householder reflections on the first m of m + 1 columns, applied to all; loops run along rows, in vector registers. */
    private static void triangularize(double[] w, int n, int m, Cancellation cancellation) {
        int width = m + 1;
        double[] v = new double[n];
        double[] product = new double[width];
        for (int k = 0; k < m; k++) {
            cancellation.check();
            double squares = 0;
            for (int i = k; i < n; i++) {
                v[i] = w[i * width + k];
                squares += v[i] * v[i];
            }
            if (squares == 0) {
                continue;
            }
            double norm = v[k] > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
            double scale = 1 / (squares - v[k] * norm);
            v[k] -= norm;
            Arrays.fill(product, k, width, 0);
            for (int i = k; i < n; i++) {
                double factor = v[i] * scale;
                int row = i * width;
                for (int j = k; j < width; j++) {
                    product[j] += factor * w[row + j];
                }
            }
            for (int i = k; i < n; i++) {
                double factor = v[i];
                int row = i * width;
                for (int j = k; j < width; j++) {
                    w[row + j] -= factor * product[j];
                }
            }
        }
    }
}
