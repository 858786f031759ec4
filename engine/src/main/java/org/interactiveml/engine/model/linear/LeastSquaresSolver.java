package org.interactiveml.engine.model.linear;

import java.util.Arrays;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Cholesky;
import org.interactiveml.engine.numeric.DoubleDouble;
import org.interactiveml.engine.numeric.ExactCholesky;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Solves the normal equations of least squares in Chebyshev polynomials: in double precision where that suffices, else in
 * double-double.
 *
 * <p>Normal equations square the condition number κ of the problem. With 32 digits that costs less than what the orthogonal
 * methods lose in double precision: (κ · 10⁻¹⁶)² against κ · 10⁻¹⁶. And they need the rows for one pass only.
 */
final class LeastSquaresSolver {
    /** Loss (about κ²) from which double precision would show in the curve. */
    static final double VISIBLE_LOSS = 1e7;

    private static final double UNIT_ROUNDOFF = 0x1p-53;
    /** Up to here a pass in double-double is not felt, and every digit is worth it. */
    private static final int FEW_ROWS = 1 << 16;

    private static final double ALL_DIGITS = 1e-15;
    private static final double TEN_DIGITS = 1e-10;
    /** Pivots smaller than this, relative to what cancels in them, are noise even in double-double. */
    private static final double EXACT_NOISE = 1e-27;

    private LeastSquaresSolver() {}

    /**
     * What solves the equations.
     *
     * @param curve d_0 … d_p, with low parts if {@code exact}
     * @param factor L of the covariance, as {@link Cholesky} leaves it
     * @param exact whether double-double was used
     */
    record Solution(Sums curve, double[] factor, Covariance train, boolean exact) {}

    static Solution solve(
            PolynomialSample sample,
            Covariance train,
            Precision precision,
            Workers workers,
            Cancellation cancellation) {
        int p = train.degree;
        double[] factor = train.gram.clone();
        double loss = factor(factor, p, train.square);
        if (loss < VISIBLE_LOSS) {
            double[] d = train.xy.clone();
            Cholesky.forward(factor, p, p, d);
            Cholesky.backward(factor, p, p, d);
            Sums curve = Sums.of(p + 1, true);
            curve.hi()[0] = train.intercept(d);
            System.arraycopy(d, 0, curve.hi(), 1, p);
            if (precision == Precision.FAST || accurate(sample, curve.hi(), loss, tolerance(sample, precision))) {
                return new Solution(curve, factor, train, false);
            }
        }
        return solveExactly(sample, p, workers, cancellation);
    }

    /**
     * Factors a covariance in place.
     *
     * @return what the pivots lost, infinite where a curve would show what double precision loses
     */
    static double factor(double[] gram, int p, double[] square) {
        double loss = Cholesky.factor(gram, p, square);
        // Rows that leave an end of the range empty can have fair pivots and yet hardly determine the curve.
        boolean fair = loss < VISIBLE_LOSS && Cholesky.growth(gram, p, square) < VISIBLE_LOSS;
        return fair ? loss : Double.POSITIVE_INFINITY;
    }

    private static double tolerance(PolynomialSample sample, Precision precision) {
        boolean all = precision == Precision.EXACT && sample.rows().size() <= FEW_ROWS;
        return all ? ALL_DIGITS : TEN_DIGITS;
    }

    // Whether the estimated error of every coefficient of a power of x is small enough.
    private static boolean accurate(PolynomialSample sample, double[] d, double loss, double tolerance) {
        int p = d.length - 1;
        double[] matrix = PowerBasis.matrix(sample.scaling(), p);
        double size = 0;
        for (double di : d) {
            size = Math.max(size, Math.abs(di));
        }
        for (int k = 0; k <= p; k++) {
            double coefficient = 0;
            double reach = 0;
            for (int i = 0; i <= p; i++) {
                double m = matrix[i * (p + 1) + k];
                coefficient += d[i] * m;
                reach = Math.max(reach, Math.abs(m));
            }
            if (UNIT_ROUNDOFF * loss * size * reach > tolerance * Math.abs(coefficient)) {
                return false;
            }
        }
        return true;
    }

    private static Solution solveExactly(PolynomialSample sample, int p, Workers workers, Cancellation cancellation) {
        Moments moments = sample.exactMoments(p, workers, cancellation);
        boolean constantY = moments.constantY(0, sample.partition().folds(), -1);
        Solution solution = solveExactly(moments.trainingSums(-1), moments.degree(), constantY, p);
        if (solution == null) {
            throw undetermined(sample, p);
        }
        return solution;
    }

    /**
     * Solves for one set of rows.
     *
     * @param sums in double-double, of moments of {@code momentDegree}
     * @return null where the rows do not determine the coefficients
     */
    static @Nullable Solution solveExactly(Sums sums, int momentDegree, boolean constantY, int p) {
        ExactCovariance exact = new ExactCovariance(p, sums, 0, momentDegree);
        Covariance train = new Covariance(p);
        train.set(sums, 0, momentDegree, constantY);
        double[] floor = new double[p];
        for (int k = 0; k < p; k++) {
            floor[k] = EXACT_NOISE * train.square[k];
        }
        double[] hi = exact.gram.hi();
        double[] lo = exact.gram.lo();
        if (train.rows <= p || !ExactCholesky.factor(hi, lo, p, floor)) {
            return null;
        }
        Sums d = Sums.of(p, true);
        if (!constantY) {
            d.add(exact.xy, 0, 0, p);
            ExactCholesky.solve(hi, lo, p, d.hi(), d.lo());
        }
        DoubleDouble intercept = new DoubleDouble();
        exact.intercept(d, intercept);
        Sums curve = Sums.of(p + 1, true);
        curve.hi()[0] = intercept.hi();
        curve.lo()[0] = intercept.lo();
        curve.add(d, 0, 1, p);
        return new Solution(curve, hi, train, true);
    }

    private static Infeasible undetermined(PolynomialSample sample, int degree) {
        Partition partition = sample.partition();
        double[] x = new double[partition.trainingRows()];
        int count = 0;
        for (int i = 0; i < partition.size(); i++) {
            if (!partition.isTest(i)) {
                x[count++] = sample.rows().x()[i];
            }
        }
        long different = Arrays.stream(x).distinct().limit(degree + 1L).count();
        if (different <= degree) {
            return new Infeasible("least squares of degree " + degree + " needs at least " + (degree + 1)
                    + " different training values of x, not " + different);
        }
        return new Infeasible("least squares of degree " + degree
                + " needs training values of x that lie further apart: these do not determine the coefficients");
    }
}
