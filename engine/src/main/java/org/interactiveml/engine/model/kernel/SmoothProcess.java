package org.interactiveml.engine.model.kernel;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.DenseCholesky;
import org.interactiveml.engine.numeric.Exponential;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Tridiagonal;

/**
 * A process with the RBF covariance, through a {@link NodeBasis}: m³ where the plain way takes n³, for the same numbers to
 * rounding. The number of nodes m grows with range / length scale: 48 for a tenth.
 */
final class SmoothProcess implements ProcessSolver {
    /** Rows for which a basis is still found within a fraction of a second. */
    static final int MOST_ROWS = 10_000;
    /** The largest matrix that is factored. */
    static final int MOST_NODES = 1024;

    private final double[] x;
    private final double[] y;
    private final ConcurrentHashMap<Integer, NodeBasis> bases = new ConcurrentHashMap<>();

    /**
     * @param x ascending; kept
     * @param y centred; kept
     * @throws Infeasible for more than {@value #MOST_ROWS} rows
     */
    SmoothProcess(double[] x, double[] y) {
        if (x.length > MOST_ROWS) {
            throw new Infeasible("the RBF kernel takes at most " + MOST_ROWS + " training rows, not " + x.length
                    + "; Matérn kernels take any number");
        }
        this.x = x;
        this.y = y;
    }

    private NodeBasis basis(double lengthScale, Cancellation cancellation) {
        int n = x.length;
        int size = NodeBasis.sizeFor(x[n - 1] - x[0], lengthScale);
        if (Math.min(size, n) > MOST_NODES) {
            throw new Infeasible("the length scale must be larger for " + n + " training rows with the RBF kernel: at "
                    + lengthScale + " it takes more than " + MOST_NODES + " nodes");
        }
        return bases.computeIfAbsent(Math.min(size, n), m -> NodeBasis.of(x, y, m, cancellation));
    }

    /** K between the nodes. */
    private static double[] covariance(NodeBasis basis, double lengthScale) {
        double[] nodes = basis.nodes();
        int m = nodes.length;
        double[] k = new double[m * m];
        double[] exponents = new double[m];
        double[] values = new double[m];
        for (int i = 0; i < m; i++) {
            rbf(nodes[i], nodes, lengthScale, exponents, values, i);
            for (int j = 0; j < i; j++) {
                k[i * m + j] = values[j];
                k[j * m + i] = values[j];
            }
            k[i * m + i] = 1;
        }
        return k;
    }

    /** The covariance of one x with each of the first {@code count} others, into {@code values}. */
    static void rbf(double x, double[] others, double lengthScale, double[] exponents, double[] values, int count) {
        for (int j = 0; j < count; j++) {
            double d = (x - others[j]) / lengthScale;
            exponents[j] = -0.5 * d * d;
        }
        Exponential.exp(exponents, values, 0, count);
    }

    /** R K Rᵀ + δI, both triangles. */
    private static double[] compressed(NodeBasis basis, double[] k, double delta, Cancellation cancellation) {
        int m = basis.size();
        if (basis.isRows()) {
            double[] s = k.clone();
            for (int i = 0; i < m; i++) {
                s[i * m + i] += delta;
            }
            return s;
        }
        double[] s = new double[m * m];
        double[] line = new double[m];
        for (int i = 0; i < m; i++) {
            cancellation.check();
            Arrays.fill(line, 0);
            for (int l = i; l < m; l++) {
                double factor = basis.r()[i * m + l];
                if (factor != 0) {
                    for (int j = 0; j < m; j++) {
                        line[j] += factor * k[l * m + j];
                    }
                }
            }
            for (int l = 0; l < m; l++) {
                double factor = line[l];
                int end = Math.min(l, i);
                for (int j = 0; j <= end; j++) {
                    s[i * m + j] += factor * basis.transposed()[l * m + j];
                }
            }
            for (int j = 0; j < i; j++) {
                s[j * m + i] = s[i * m + j];
            }
            s[i * m + i] += delta;
        }
        return s;
    }

    @Override
    public double[] profile(double lengthScale, double[] noiseRatios, Cancellation cancellation) {
        NodeBasis basis = basis(lengthScale, cancellation);
        int m = basis.size();
        int n = x.length;
        double[] s = compressed(basis, covariance(basis, lengthScale), 0, cancellation);
        Tridiagonal reduced = Tridiagonal.reduce(s, m, basis.z(), cancellation);
        double[] values = new double[noiseRatios.length];
        double[] solved = new double[2];
        for (int i = 0; i < values.length; i++) {
            double delta = noiseRatios[i];
            values[i] = reduced.solve(delta, solved)
                    ? ProcessSolver.profiled(
                            n, solved[1] + basis.rest() / delta, solved[0] + (n - m) * StrictMath.log(delta))
                    : Double.NEGATIVE_INFINITY;
        }
        return values;
    }

    @Override
    public Slope slope(double lengthScale, double noiseRatio, Cancellation cancellation) {
        NodeBasis basis = basis(lengthScale, cancellation);
        int m = basis.size();
        int n = x.length;
        double[] k = covariance(basis, lengthScale);
        double[] u = factored(basis, k, noiseRatio, cancellation);
        double[] w = basis.z().clone();
        DenseCholesky.forward(u, m, w, 1, cancellation);
        double quadratic = basis.rest() / noiseRatio;
        for (double v : w) {
            quadratic += v * v;
        }
        DenseCholesky.backward(u, m, w);
        double squares = 0;
        for (double v : w) {
            squares += v * v;
        }
        double[] weights = onNodes(basis, w);
        double[] gram = gram(root(basis, u, cancellation), m, cancellation);
        double freedom = 0;
        double determinantByLength = 0;
        double quadraticByLength = 0;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                double twice = i == j ? 1 : 2;
                double d = (basis.nodes()[i] - basis.nodes()[j]) / lengthScale;
                double value = twice * k[i * m + j];
                double slope = value * d * d; // dK / d log ℓ
                freedom += gram[i * m + j] * value;
                determinantByLength += gram[i * m + j] * slope;
                quadraticByLength -= weights[i] * weights[j] * slope;
            }
        }
        double logDeterminant = DenseCholesky.logDeterminant(u, m) + (n - m) * StrictMath.log(noiseRatio);
        return new Slope(
                ProcessSolver.profiled(n, quadratic, logDeterminant),
                ProcessSolver.profiledSlope(n, quadratic, quadraticByLength, determinantByLength),
                ProcessSolver.profiledSlope(
                        n, quadratic, -noiseRatio * squares - basis.rest() / noiseRatio, n - freedom));
    }

    /** U⁻ᵀR. */
    private static double[] root(NodeBasis basis, double[] u, Cancellation cancellation) {
        int m = basis.size();
        if (basis.isRows()) {
            return DenseCholesky.inverse(u, m, cancellation);
        }
        double[] root = basis.r().clone();
        DenseCholesky.forward(u, m, root, m, cancellation);
        return root;
    }

    /** Rᵀ(R K Rᵀ + δI)⁻¹R, lower triangle, from its square root. */
    private static double[] gram(double[] root, int m, Cancellation cancellation) {
        double[] gram = new double[m * m];
        for (int k = 0; k < m; k++) {
            cancellation.check();
            for (int i = 0; i < m; i++) {
                double factor = root[k * m + i];
                for (int j = 0; j <= i && factor != 0; j++) {
                    gram[i * m + j] += factor * root[k * m + j];
                }
            }
        }
        return gram;
    }

    private static double[] factored(NodeBasis basis, double[] k, double delta, Cancellation cancellation) {
        double[] u = compressed(basis, k, delta, cancellation);
        if (!DenseCholesky.factor(u, basis.size(), cancellation)) {
            throw new Infeasible("the covariance of the rows is singular to working precision with noise variance "
                    + delta + " of the signal's: the noise must be larger");
        }
        return u;
    }

    /** Rᵀ w: the weight of each node. */
    private static double[] onNodes(NodeBasis basis, double[] w) {
        int m = basis.size();
        double[] weights = new double[m];
        for (int i = 0; i < m; i++) {
            for (int j = i; j < m; j++) {
                weights[j] += basis.r()[i * m + j] * w[i];
            }
        }
        return weights;
    }

    @Override
    public Posterior posterior(double lengthScale, double noiseRatio, Cancellation cancellation) {
        NodeBasis basis = basis(lengthScale, cancellation);
        int m = basis.size();
        double[] u = factored(basis, covariance(basis, lengthScale), noiseRatio, cancellation);
        double[] w = basis.z().clone();
        DenseCholesky.forward(u, m, w, 1, cancellation);
        double quadratic = basis.rest() / noiseRatio;
        for (double v : w) {
            quadratic += v * v;
        }
        DenseCholesky.backward(u, m, w);
        return new SmoothPosterior(
                basis,
                lengthScale,
                u,
                onNodes(basis, w),
                quadratic,
                DenseCholesky.logDeterminant(u, m) + (x.length - m) * StrictMath.log(noiseRatio),
                m - noiseRatio * DenseCholesky.inverseTrace(u, m, cancellation));
    }
}
