package org.interactiveml.engine.model.linear;

import java.util.List;
import org.interactiveml.engine.model.Convergence;
import org.interactiveml.engine.model.Scores;
import org.jspecify.annotations.Nullable;

/**
 * A fitted polynomial and how good it is.
 *
 * @param coefficients of 1, x, x², … in the user's units
 * @param curve the same polynomial in the form that evaluates accurately
 * @param standardized coefficients of the standardised powers of x, x², … over the training rows: the scale on which a penalty
 *     acts, and on which coefficients compare
 * @param alpha the penalty used; NaN for least squares
 * @param crossValidation how alpha was chosen, null if it was given
 * @param convergence how the solver ended
 * @param train scores on the training rows
 * @param test scores on the test rows
 * @param leastSquares what only least squares has: standard errors, prediction band; null for the penalised models
 * @param notes what a reader of the numbers should know, one line each; mostly empty
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, handed over and never compared
public record PolynomialFit(
        double[] coefficients,
        Polynomial curve,
        double[] standardized,
        double alpha,
        @Nullable CrossValidation crossValidation,
        Convergence convergence,
        Scores train,
        Scores test,
        @Nullable LeastSquares leastSquares,
        List<String> notes) {}
