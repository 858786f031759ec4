package org.interactiveml.engine.model.linear;

import org.apache.commons.math3.distribution.TDistribution;
import org.interactiveml.engine.numeric.Cholesky;

/**
 * The uncertainty of a least-squares fit under independent noise of equal variance.
 *
 * <p>With s² = Σ(y − ŷ)² / (n − p − 1) the variance of the curve at x is s² (1 + ‖L⁻¹(T(t) − T̄)‖²) / n, where L Lᵀ is the
 * covariance of the T_i over the training rows. Not defined (NaN) without degrees of freedom. Immutable.
 */
public final class LeastSquares {
    private final Scaling scaling;
    private final int degree;
    private final double rows;
    private final double[] mean;
    private final double[] factor;
    private final double residualVariance;

    /**
     * @param factor L as {@link Cholesky} leaves it; kept
     * @param residualSumOfSquares over the training rows, in the user's units
     */
    LeastSquares(Scaling scaling, Covariance training, double[] factor, double residualSumOfSquares) {
        this.scaling = scaling;
        this.degree = training.degree;
        this.rows = training.rows;
        this.mean = training.mean;
        this.factor = factor;
        int freedom = degreesOfFreedom();
        this.residualVariance = freedom > 0 ? residualSumOfSquares / freedom : Double.NaN;
    }

    /** n − p − 1. */
    public int degreesOfFreedom() {
        return (int) rows - degree - 1;
    }

    /** s², the estimated variance of the noise; NaN without degrees of freedom. */
    public double residualVariance() {
        return residualVariance;
    }

    /** The factor of a standard error that gives half the width of a two-sided interval, from Student's distribution. */
    public double quantile(double confidence) {
        int freedom = degreesOfFreedom();
        return freedom > 0
                ? new TDistribution(null, freedom).inverseCumulativeProbability(0.5 + confidence / 2)
                : Double.NaN;
    }

    /**
     * Sets {@code out[i]} to the standard error of the curve at {@code x[i]}; a new observation there has variance out² + s².
     * About p² / 2 multiply-adds a point.
     */
    public void standardErrors(double[] x, double[] out) {
        double[] w = new double[degree];
        for (int i = 0; i < x.length; i++) {
            double t = (x[i] - scaling.centre()) * scaling.rate();
            double before = 1;
            double current = t;
            for (int k = 0; k < degree; k++) {
                w[k] = current - mean[k];
                double next = 2 * t * current - before;
                before = current;
                current = next;
            }
            out[i] = Math.sqrt(residualVariance * (1 + squaredNorm(w)) / rows);
        }
    }

    /** Standard errors of the coefficients of 1, x, x², … in the user's units. */
    public double[] coefficientStandardErrors() {
        double[] errors = new double[degree + 1];
        double[] matrix = PowerBasis.matrix(scaling, degree);
        double[] w = new double[degree];
        for (int k = 0; k <= degree; k++) {
            for (int i = 0; i < degree; i++) {
                w[i] = matrix[(i + 1) * (degree + 1) + k] - (k == 0 ? mean[i] : 0);
            }
            errors[k] = Math.sqrt(residualVariance * ((k == 0 ? 1 : 0) + squaredNorm(w)) / rows);
        }
        return errors;
    }

    private double squaredNorm(double[] w) {
        Cholesky.forward(factor, degree, degree, w);
        double sum = 0;
        for (double v : w) {
            sum += v * v;
        }
        return sum;
    }
}
