package org.interactiveml.engine.model.kernel;

import java.util.Optional;
import org.interactiveml.engine.model.Curve;
import org.interactiveml.engine.numeric.Cancellation;

/**
 * Kernel ridge regression, m + k(x, X)(K + αI)⁻¹(y − m) with m the mean of the training y: scikit-learn's {@code KernelRidge},
 * which has no intercept, on centred y.
 *
 * <p>It is the mean of the Gaussian process of noise ratio α; without its probabilities, so there is no band.
 */
public final class KernelRidge implements Curve {
    private final double mean;
    private final Posterior posterior;

    private KernelRidge(double mean, Posterior posterior) {
        this.mean = mean;
        this.posterior = posterior;
    }

    /**
     * Fits the curve.
     *
     * @param lengthScale ℓ in units of x
     * @param alpha penalty, above 0
     * @throws org.interactiveml.engine.numeric.Infeasible as {@link GaussianProcess#fixed}
     */
    public static KernelRidge fit(
            KernelSample sample, Kernel kernel, double lengthScale, double alpha, Cancellation cancellation) {
        return new KernelRidge(
                sample.rows().meanY(), sample.solver(kernel).posterior(lengthScale, alpha, cancellation));
    }

    /** tr K(K + αI)⁻¹. */
    public double effectiveDegreesOfFreedom() {
        return posterior.effectiveDegreesOfFreedom();
    }

    @Override
    public void evaluate(double[] x, double[] out, int from, int to) {
        posterior.mean(x, out, from, to);
        for (int i = from; i < to; i++) {
            out[i] += mean;
        }
    }

    @Override
    public Optional<Band> band(double[] x, double confidence, Cancellation cancellation) {
        return Optional.empty();
    }
}
