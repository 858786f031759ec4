package org.interactiveml.engine.model.linear;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * The uncertainty of coefficients by least squares under independent noise of equal variance.
 *
 * @param degreesOfFreedom n − p − 1, p counting the features that are not constant
 * @param residualVariance s² = Σ(y − ŷ)² / degreesOfFreedom; NaN without degrees of freedom
 * @param standardErrors of the constant and each slope, in the user's units; NaN where not defined
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, handed over and never compared
public record CoefficientErrors(int degreesOfFreedom, double residualVariance, double[] standardErrors) {

    /**
     * From the factor of the features' covariance: the slope's variance is s² (R⁻¹)_jj / n, the constant's s² (1 + mᵀ R⁻¹ m) / n
     * with m the means in standard deviations.
     *
     * @param residualSumOfSquares over the training rows
     */
    static CoefficientErrors of(
            LinearSample sample, PivotedFactor factor, double[] diagonal, double residualSumOfSquares) {
        FeatureScaling scaling = sample.scaling();
        int p = scaling.size();
        double n = sample.partition().trainingRows();
        int freedom = (int) n - factor.rank() - 1;
        double variance = freedom > 0 ? residualSumOfSquares / freedom : Double.NaN;
        double[] errors = new double[p + 1];
        double[] means = new double[p];
        for (int j = 0; j < p; j++) {
            means[j] = scaling.mean()[j] * scaling.rate()[j];
            errors[j + 1] = Math.sqrt(variance * diagonal[j] / n) * scaling.rate()[j];
        }
        errors[0] = Math.sqrt(variance * (1 + factor.inverseForm(means)) / n);
        return new CoefficientErrors(freedom, variance, errors);
    }

    /** The factor of a standard error that gives half the width of a two-sided interval, from Student's distribution. */
    public double quantile(double confidence) {
        return degreesOfFreedom > 0
                ? new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(0.5 + confidence / 2)
                : Double.NaN;
    }
}
