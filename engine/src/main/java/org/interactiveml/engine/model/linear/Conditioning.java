package org.interactiveml.engine.model.linear;

import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/**
 * How nearly the standardised powers depend on each other over the training rows.
 *
 * @param conditionNumber largest over smallest singular value of the standardised powers; infinite where the rows do not
 *     determine the coefficients
 * @param warning one line when so many digits are at stake that single coefficients mean little, else empty
 * @param advised the highest degree that would need no warning; the degree itself where there is none
 */
public record Conditioning(double conditionNumber, String warning, int advised) {
    private static final double WORTH_A_WARNING = 1e6;
    private static final int SWEEPS = 60;
    private static final double ORTHOGONAL = 1e-15;

    /**
     * Measures; about p³ · 20 operations.
     *
     * <p>With the covariance C = L Lᵀ of the Chebyshev polynomials and the powers' weights W, the singular values are those of W
     * L. One-sided Jacobi rotations find them, even the small ones, to high relative accuracy (J. Demmel, K. Veselić, SIAM J.
     * Matrix Anal. Appl. 13 (1992) 1204).
     */
    public static Conditioning of(PolynomialSample sample, int degree, Workers workers, Cancellation cancellation) {
        Moments moments = sample.moments(degree, workers, cancellation);
        Covariance train = new Covariance(degree);
        train.set(moments.trainingSums(-1), 0, moments.degree(), false);
        double[] factor = train.gram.clone();
        if (LeastSquaresSolver.factor(factor, degree, train.square) > LeastSquaresSolver.VISIBLE_LOSS) {
            Moments exact = sample.exactMoments(degree, workers, cancellation);
            LeastSquaresSolver.Solution solution =
                    LeastSquaresSolver.solveExactly(exact.trainingSums(-1), exact.degree(), false, degree);
            if (solution == null) {
                return new Conditioning(
                        Double.POSITIVE_INFINITY,
                        "the training rows do not determine a polynomial of degree " + degree,
                        degree);
            }
            train = solution.train();
            factor = solution.factor();
        }
        double[] columns = new StandardizedPowers(degree, sample.scaling(), train).times(factor);
        double condition = singularRatio(columns.clone(), degree, cancellation);
        if (condition < WORTH_A_WARNING) {
            return new Conditioning(condition, "", degree);
        }
        String warning =
                "the powers of x are nearly dependent (condition number %.0e): single coefficients mean little, the curve does"
                        .formatted(condition);
        return new Conditioning(condition, warning, advised(columns, degree, cancellation));
    }

    // Row k holds the power k in orthogonal coordinates of degrees up to k, so each leading block is a lower degree,
    // and
    // its condition number rises with the degree (singular values interlace).
    private static int advised(double[] columns, int degree, Cancellation cancellation) {
        int good = 1;
        int bad = degree;
        while (bad - good > 1) {
            int middle = (good + bad) / 2;
            double[] block = new double[middle * middle];
            for (int row = 0; row < middle; row++) {
                System.arraycopy(columns, row * degree, block, row * middle, middle);
            }
            if (singularRatio(block, middle, cancellation) < WORTH_A_WARNING) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }

    /** Largest over smallest singular value of a p×p matrix; its rows are rotated until they are orthogonal. */
    static double singularRatio(double[] a, int p, Cancellation cancellation) {
        boolean rotated = true;
        for (int sweep = 0; rotated && sweep < SWEEPS; sweep++) {
            rotated = false;
            for (int i = 1; i < p; i++) {
                cancellation.check();
                for (int j = 0; j < i; j++) {
                    rotated |= orthogonalize(a, i * p, j * p, p);
                }
            }
        }
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < p; i++) {
            double norm = Math.sqrt(dot(a, i * p, i * p, p));
            largest = Math.max(largest, norm);
            smallest = Math.min(smallest, norm);
        }
        return largest / smallest;
    }

    private static boolean orthogonalize(double[] a, int i, int j, int p) {
        double ii = dot(a, i, i, p);
        double jj = dot(a, j, j, p);
        double ij = dot(a, i, j, p);
        if (Math.abs(ij) <= ORTHOGONAL * Math.sqrt(ii * jj)) {
            return false;
        }
        double zeta = (jj - ii) / (2 * ij);
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = cosine * tangent;
        for (int k = 0; k < p; k++) {
            double ai = a[i + k];
            double aj = a[j + k];
            a[i + k] = cosine * ai - sine * aj;
            a[j + k] = sine * ai + cosine * aj;
        }
        return true;
    }

    private static double dot(double[] a, int i, int j, int p) {
        double sum = 0;
        for (int k = 0; k < p; k++) {
            sum += a[i + k] * a[j + k];
        }
        return sum;
    }
}
