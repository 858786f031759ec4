package org.interactiveml.engine.model.linear;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Cholesky;
import org.interactiveml.engine.numeric.Workers;

/**
 * Errors of one model trained on the first rows of the training order, for growing numbers of them.
 *
 * <p>One pass over the rows sums the moments between two sizes; each size then trains on the sums up to it.
 *
 * @param rows the sizes, ascending
 * @param train root of the mean squared error on these rows; NaN where they do not determine the model
 * @param test root of the mean squared error on the test rows; NaN likewise, or without test rows
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, handed over and never compared
public record LearningCurve(int[] rows, double[] train, double[] test) {
    private static final int MANY_ROWS = 1 << 16;

    /**
     * Computes the errors.
     *
     * @param model the kind of model; a penalty's own alpha does not matter
     * @param alpha the penalty at every size: that of the fit on all training rows; ignored by least squares
     * @param sizes ascending from 1 at least to all training rows, at most 100
     */
    public static LearningCurve of(
            PolynomialSample sample,
            int degree,
            LinearModel model,
            double alpha,
            int[] sizes,
            Workers workers,
            Cancellation cancellation) {
        Partition cut = sample.partition().cutAt(sizes, workers, cancellation);
        PolynomialSample pieces = sample.withPartition(cut);
        Moments moments = pieces.moments(degree, workers, cancellation);
        LearningCurve curve = new LearningCurve(sizes, new double[sizes.length], new double[sizes.length]);
        double unit = Math.scalb(1.0, sample.scaling().yExponent());
        int stride = MomentKernel.stride(moments.degree());
        Covariance test = new Covariance(degree);
        if (cut.testRows() > 0) {
            test.set(moments.sums(), cut.folds() * stride, moments.degree(), false);
        }
        Covariance train = new Covariance(degree);
        Sums sums = Sums.of(stride, false);
        for (int s = 0; s < sizes.length; s++) {
            cancellation.check();
            sums.add(moments.sums(), s * stride, 0, stride);
            train.set(sums, 0, moments.degree(), moments.constantY(0, s + 1, -1));
            double[] fit = model instanceof LinearModel.Ols
                    ? leastSquares(train, pieces, s, workers, cancellation)
                    : penalized(train, model, alpha, sample.scaling(), cancellation);
            double[] d = Arrays.copyOfRange(fit, 1, degree + 1);
            curve.train[s] = Math.sqrt(train.meanSquaredError(fit[0], d)) * unit;
            curve.test[s] = cut.testRows() > 0 ? Math.sqrt(test.meanSquaredError(fit[0], d)) * unit : Double.NaN;
        }
        return curve;
    }

    private static double[] penalized(
            Covariance train, LinearModel model, double alpha, Scaling scaling, Cancellation cancellation) {
        StandardizedPowers powers = new StandardizedPowers(train.degree, scaling, train);
        PenalizedSolver solver = Penalized.solver(model, train.degree, scaling.yRate());
        powers.covariance(train, solver.gram(), solver.xy());
        solver.start(train.rows);
        double[] d = new double[train.degree];
        powers.toChebyshev(solver.solve(alpha, cancellation), d);
        return withIntercept(train.intercept(d), d);
    }

    private static double[] leastSquares(
            Covariance train, PolynomialSample pieces, int last, Workers workers, Cancellation cancellation) {
        int p = train.degree;
        double[] undetermined = new double[p + 1];
        Arrays.fill(undetermined, Double.NaN);
        if (train.rows <= p) {
            return undetermined;
        }
        double[] factor = train.gram.clone();
        if (LeastSquaresSolver.factor(factor, p, train.square) < LeastSquaresSolver.VISIBLE_LOSS) {
            double[] d = train.xy.clone();
            Cholesky.forward(factor, p, p, d);
            Cholesky.backward(factor, p, p, d);
            return withIntercept(train.intercept(d), d);
        }
        boolean few = pieces.rows().size() > MANY_ROWS && train.rows <= MANY_ROWS;
        PolynomialSample first = few ? first(pieces, last) : pieces;
        int parts = few ? first.partition().folds() : last + 1;
        Moments exact = first.exactMoments(p, workers, cancellation);
        int stride = MomentKernel.stride(exact.degree());
        Sums sums = Sums.of(stride, true);
        for (int s = 0; s < parts; s++) {
            sums.add(exact.sums(), s * stride, 0, stride);
        }
        LeastSquaresSolver.Solution solution =
                LeastSquaresSolver.solveExactly(sums, exact.degree(), exact.constantY(0, parts, -1), p);
        return solution == null ? undetermined : solution.curve().hi();
    }

    // Only few rows train, and double-double is slow: no need to sum all the others too.
    private static PolynomialSample first(PolynomialSample pieces, int last) {
        byte[] part = pieces.partition().partOfRow();
        int[] rows =
                IntStream.range(0, part.length).filter(i -> part[i] <= last).toArray();
        Rows first = new Rows(
                Arrays.stream(rows).mapToDouble(i -> pieces.rows().x()[i]).toArray(),
                Arrays.stream(rows).mapToDouble(i -> pieces.rows().y()[i]).toArray());
        return pieces.withRows(first, Partition.inOrder(rows.length, Partition.MIN_FOLDS));
    }

    private static double[] withIntercept(double intercept, double[] d) {
        double[] curve = new double[d.length + 1];
        curve[0] = intercept;
        System.arraycopy(d, 0, curve, 1, d.length);
        return curve;
    }
}
