package org.interactiveml.engine.model.kernel;

import org.interactiveml.engine.numeric.Cancellation;

/** A process given its training rows, at a length scale and a noise ratio δ. Immutable, thread-safe. */
interface Posterior {

    /** yᵀ(K + δI)⁻¹y. */
    double quadraticForm();

    /** log|K + δI|. */
    double logDeterminant();

    /** tr K(K + δI)⁻¹, between 0 and n. */
    double effectiveDegreesOfFreedom();

    /** Sets {@code out[i]} to the mean at {@code x[i]}; both may be the same array. */
    void mean(double[] x, double[] out, int from, int to);

    /** Sets {@code out[i]} to the variance of the curve at {@code x[i]}, in units of the signal variance. */
    void variance(double[] x, double[] out, Cancellation cancellation);
}
