package org.interactiveml.engine.model.kernel;

import java.util.List;
import java.util.Optional;
import org.interactiveml.engine.model.Convergence;
import org.interactiveml.engine.model.Curve;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.NormalQuantile;

/**
 * Gaussian process regression, y = m + f(x) + e with f of covariance s²·k(d/ℓ) and independent noise e of standard deviation σ;
 * m is the mean of the training y.
 *
 * <p>The numbers are those of scikit-learn's {@code GaussianProcessRegressor(ConstantKernel(s²)*k(ℓ) + WhiteKernel(σ²),
 * alpha=0)} on centred y. Matérn kernels take time linear in the rows, RBF a matrix of some fifty nodes; both are exact to
 * rounding.
 */
public final class GaussianProcess implements Curve {
    private final Kernel kernel;
    private final double mean;
    private final double lengthScale;
    private final double signalVariance;
    private final double noiseVariance;
    private final double logMarginalLikelihood;
    private final Posterior posterior;
    private final Convergence convergence;
    private final List<String> notes;

    private GaussianProcess(
            KernelSample sample,
            Kernel kernel,
            Posterior posterior,
            double lengthScale,
            double signalVariance,
            double noiseVariance,
            Convergence convergence,
            List<String> notes) {
        this.kernel = kernel;
        this.mean = sample.rows().meanY();
        this.posterior = posterior;
        this.lengthScale = lengthScale;
        this.signalVariance = signalVariance;
        this.noiseVariance = noiseVariance;
        this.convergence = convergence;
        this.notes = List.copyOf(notes);
        int n = sample.rows().size();
        this.logMarginalLikelihood = -0.5
                * (posterior.quadraticForm() / signalVariance
                        + posterior.logDeterminant()
                        + n * StrictMath.log(2 * Math.PI * signalVariance));
    }

    /**
     * A process of given hyperparameters.
     *
     * @param lengthScale ℓ in units of x
     * @param signalSd s in units of y
     * @param noiseSd σ in units of y
     * @throws Infeasible where the rows are too many for the kernel, or the covariance is singular to working precision
     */
    public static GaussianProcess fixed(
            KernelSample sample,
            Kernel kernel,
            double lengthScale,
            double signalSd,
            double noiseSd,
            Cancellation cancellation) {
        double ratio = (noiseSd / signalSd) * (noiseSd / signalSd);
        Posterior posterior = sample.solver(kernel).posterior(lengthScale, ratio, cancellation);
        return new GaussianProcess(
                sample,
                kernel,
                posterior,
                lengthScale,
                signalSd * signalSd,
                noiseSd * noiseSd,
                new Convergence(true, 0, 0, "solved directly"),
                List.of());
    }

    /**
     * The process whose hyperparameters make the rows most likely: ℓ between 1/50 and 10 times the range of x, σ²/s² between
     * 1e-8 and 1e4.
     *
     * @throws Infeasible as {@link #fixed}, and for a constant y
     */
    public static GaussianProcess optimised(KernelSample sample, Kernel kernel, Cancellation cancellation) {
        int n = sample.rows().size();
        if (sample.rows().isConstantY()) {
            throw new Infeasible("the marginal likelihood needs training values of y that differ, but all " + n
                    + " are " + sample.rows().meanY() + ": with fixed hyperparameters the process can be fitted");
        }
        HyperSearch.Optimum optimum = HyperSearch.search(sample, kernel, cancellation);
        Posterior posterior =
                sample.solver(kernel).posterior(optimum.lengthScale(), optimum.noiseRatio(), cancellation);
        double signalVariance = posterior.quadraticForm() / n;
        return new GaussianProcess(
                sample,
                kernel,
                posterior,
                optimum.lengthScale(),
                signalVariance,
                signalVariance * optimum.noiseRatio(),
                optimum.convergence(),
                optimum.notes());
    }

    /** The covariance function. */
    public Kernel kernel() {
        return kernel;
    }

    /** ℓ, in units of x. */
    public double lengthScale() {
        return lengthScale;
    }

    /** s, in units of y. */
    public double signalSd() {
        return Math.sqrt(signalVariance);
    }

    /** σ, in units of y. */
    public double noiseSd() {
        return Math.sqrt(noiseVariance);
    }

    /** The log density of the centred training y. */
    public double logMarginalLikelihood() {
        return logMarginalLikelihood;
    }

    /** tr K(K + σ²I)⁻¹. */
    public double effectiveDegreesOfFreedom() {
        return posterior.effectiveDegreesOfFreedom();
    }

    /** How the hyperparameters were found. */
    public Convergence convergence() {
        return convergence;
    }

    /** What to know about the hyperparameters found. */
    public List<String> notes() {
        return notes;
    }

    @Override
    public void evaluate(double[] x, double[] out, int from, int to) {
        posterior.mean(x, out, from, to);
        for (int i = from; i < to; i++) {
            out[i] += mean;
        }
    }

    /** Normal intervals from the predictive distribution, without and with the noise. */
    @Override
    public Optional<Band> band(double[] x, double confidence, Cancellation cancellation) {
        double z = NormalQuantile.of(0.5 + confidence / 2);
        double[] curve = new double[x.length];
        double[] point = new double[x.length];
        posterior.variance(x, point, cancellation);
        for (int i = 0; i < x.length; i++) {
            double variance = signalVariance * point[i];
            curve[i] = z * Math.sqrt(variance);
            point[i] = z * Math.sqrt(variance + noiseVariance);
        }
        return Optional.of(new Band(curve, point));
    }
}
