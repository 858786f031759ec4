package org.interactiveml.engine.model.linear;

import org.interactiveml.engine.numeric.DoubleDouble;

/** Means and covariances as in {@link Covariance}, in double-double. */
final class ExactCovariance {
    final int degree;
    final double rows;
    final Sums mean;
    /** Lower triangle of the p×p matrix, row by row. */
    final Sums gram;

    final Sums xy;
    private final double[] square;
    private final DoubleDouble yMean = new DoubleDouble();
    private final DoubleDouble yVariance = new DoubleDouble();

    /** @param sums the sums of the set, in double-double, begin at {@code base} */
    ExactCovariance(int degree, Sums sums, int base, int momentDegree) {
        this.degree = degree;
        this.rows = sums.hi()[base];
        this.mean = Sums.of(degree, true);
        this.gram = Sums.of(degree * degree, true);
        this.xy = Sums.of(degree, true);
        this.square = new double[degree];
        int v = base + MomentKernel.xyOffset(momentDegree);
        int yy = base + MomentKernel.yyOffset(momentDegree);
        DoubleDouble value = new DoubleDouble();
        yMean.set(sums.hi()[v], sums.lo()[v]).divide(rows, 0);
        yVariance.set(sums.hi()[yy], sums.lo()[yy]).divide(rows, 0);
        yVariance.subtractProduct(yMean.hi(), yMean.lo(), yMean.hi(), yMean.lo());
        for (int i = 0; i < degree; i++) {
            store(value.set(sums.hi()[base + i + 1], sums.lo()[base + i + 1]).divide(rows, 0), mean, i);
            value.set(sums.hi()[v + i + 1], sums.lo()[v + i + 1]).divide(rows, 0);
            store(value.subtractProduct(mean.hi()[i], mean.lo()[i], yMean.hi(), yMean.lo()), xy, i);
        }
        for (int i = 0; i < degree; i++) {
            for (int j = 0; j <= i; j++) {
                int sum = base + i + j + 2;
                int difference = base + i - j;
                value.set(sums.hi()[sum], sums.lo()[sum]).add(sums.hi()[difference], sums.lo()[difference]);
                value.divide(2 * rows, 0);
                if (i == j) {
                    square[i] = value.hi();
                }
                value.subtractProduct(mean.hi()[i], mean.lo()[i], mean.hi()[j], mean.lo()[j]);
                store(value, gram, i * degree + j);
            }
        }
    }

    private static void store(DoubleDouble value, Sums into, int at) {
        into.hi()[at] = value.hi();
        into.lo()[at] = value.lo();
    }

    /** Sets all but what {@link Covariance#set} derives itself. */
    void roundInto(Covariance rounded) {
        rounded.rows = rows;
        rounded.yMean = yMean.value();
        rounded.yVariance = Math.max(0, yVariance.value());
        System.arraycopy(mean.hi(), 0, rounded.mean, 0, degree);
        System.arraycopy(xy.hi(), 0, rounded.xy, 0, degree);
        System.arraycopy(gram.hi(), 0, rounded.gram, 0, degree * degree);
        System.arraycopy(square, 0, rounded.square, 0, degree);
    }

    /** The d_0 with which the curve d_0 + Σ d_i T_i has mean error zero over this set. */
    void intercept(Sums d, DoubleDouble out) {
        out.set(yMean.hi(), yMean.lo());
        for (int i = 0; i < degree; i++) {
            out.subtractProduct(d.hi()[i], d.lo()[i], mean.hi()[i], mean.lo()[i]);
        }
    }
}
