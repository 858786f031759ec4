package org.interactiveml.engine.model.kernel;

import org.interactiveml.engine.numeric.Cancellation;

/**
 * A Matérn process, which is Markov: exact likelihood, gradient and predictions by a Kalman filter along x, linear in the rows.
 *
 * <p>Source: J. Hartikainen, S. Särkkä, MLSP 2010; for the backward recursion J. Durbin, S. Koopman, "Time Series Analysis by
 * State Space Methods", 2nd ed., sections 4.4 and 4.5.
 */
final class MarkovProcess implements ProcessSolver {
    private static final int POLL = 1 << 10;

    private final Kernel kernel;
    private final double[] x;
    private final double[] y;

    /**
     * @param x ascending; kept
     * @param y centred; kept
     */
    MarkovProcess(Kernel kernel, double[] x, double[] y) {
        this.kernel = kernel;
        this.x = x;
        this.y = y;
    }

    @Override
    public double[] profile(double lengthScale, double[] noiseRatios, Cancellation cancellation) {
        double[] values = new double[noiseRatios.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = slope(lengthScale, noiseRatios[k], false, cancellation).value();
        }
        return values;
    }

    @Override
    public Slope slope(double lengthScale, double noiseRatio, Cancellation cancellation) {
        return slope(lengthScale, noiseRatio, true, cancellation);
    }

    private Slope slope(double lengthScale, double noiseRatio, boolean derivatives, Cancellation cancellation) {
        Transition step = new Transition(kernel);
        KalmanFilter filter = new KalmanFilter(step, noiseRatio);
        FilterSlope byLength = new FilterSlope(filter, 0);
        FilterSlope byNoise = new FilterSlope(filter, noiseRatio);
        double rate = step.rate(lengthScale);
        double quadratic = 0;
        double determinant = 0;
        for (int i = 0; i < x.length; i++) {
            if (i % POLL == 0) {
                cancellation.check();
            }
            if (i > 0) {
                double u = (x[i] - x[i - 1]) * rate;
                step.set(u);
                if (derivatives) {
                    byLength.predict(-u); // du/d log ℓ = −u
                    byNoise.predict(0);
                }
                filter.predict();
            }
            filter.innovate(y[i]);
            if (derivatives) {
                byLength.update();
                byNoise.update();
            }
            filter.update();
            quadratic += filter.innovation * filter.innovation / filter.variance;
            determinant += StrictMath.log(filter.variance);
        }
        int n = x.length;
        return new Slope(
                ProcessSolver.profiled(n, quadratic, determinant),
                ProcessSolver.profiledSlope(n, quadratic, byLength.quadratic, byLength.determinant),
                ProcessSolver.profiledSlope(n, quadratic, byNoise.quadratic, byNoise.determinant));
    }

    @Override
    public Posterior posterior(double lengthScale, double noiseRatio, Cancellation cancellation) {
        return new MarkovPosterior(kernel, x, y, lengthScale, noiseRatio, cancellation);
    }
}
