package org.interactiveml.engine.model.linear;

import org.interactiveml.engine.model.Convergence;
import org.interactiveml.engine.numeric.Cancellation;

/**
 * Solves one penalised problem, given by covariances of standardised powers, for one alpha after another.
 *
 * <p>Holds its workspace; not thread-safe.
 */
interface PenalizedSolver {
    /** R: covariances of the powers, p×p, symmetric; to be filled before {@link #start}. */
    double[] gram();

    /** g: covariances of the powers with z; to be filled before {@link #start}. */
    double[] xy();

    /**
     * Takes on the problem in {@link #gram} and {@link #xy}.
     *
     * @param rows the number of rows behind it
     */
    void start(double rows);

    /**
     * The coefficients for {@code alpha}, in an array that the next call reuses. Fastest when alphas fall.
     */
    double[] solve(double alpha, Cancellation cancellation);

    /**
     * How the last solution, which was that for {@code alpha}, fulfils the optimality conditions.
     *
     * @param yVariance variance of z over the same rows
     */
    Convergence certify(double alpha, double yVariance);
}
