package org.interactiveml.engine.model.kernel;

import org.interactiveml.engine.numeric.Cancellation;

/**
 * A Gaussian process of mean zero on n training rows, y = s·f(x) + e, with unit variance of f and noise variance δs²: what a
 * covariance K + δI can be asked. Thread-safe.
 */
interface ProcessSolver {

    /**
     * Log marginal likelihoods at the best signal variance for each noise ratio.
     *
     * @param lengthScale above 0
     * @param noiseRatios δ, above 0
     */
    double[] profile(double lengthScale, double[] noiseRatios, Cancellation cancellation);

    /** The same at one noise ratio, with its derivatives. */
    Slope slope(double lengthScale, double noiseRatio, Cancellation cancellation);

    /**
     * What the rows say about the curve.
     *
     * @throws org.interactiveml.engine.numeric.Infeasible where K + δI is singular to working precision
     */
    Posterior posterior(double lengthScale, double noiseRatio, Cancellation cancellation);

    /**
     * A log likelihood profiled over the signal variance.
     *
     * @param value −½(n·log(2π s²) + log|K + δI| + n) at s² = yᵀ(K + δI)⁻¹y / n
     * @param byLength its derivative along log ℓ
     * @param byNoise its derivative along log δ
     */
    record Slope(double value, double byLength, double byNoise) {}

    /** The value of {@link Slope}. */
    static double profiled(int n, double quadraticForm, double logDeterminant) {
        return -0.5 * (n * StrictMath.log(2 * Math.PI * quadraticForm / n) + logDeterminant + n);
    }

    /** A derivative of {@link #profiled} from those of its parts. */
    static double profiledSlope(int n, double quadraticForm, double quadraticSlope, double determinantSlope) {
        return -0.5 * (n * quadraticSlope / quadraticForm + determinantSlope);
    }
}
