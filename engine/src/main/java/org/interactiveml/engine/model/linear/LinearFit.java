package org.interactiveml.engine.model.linear;

import java.util.List;
import org.interactiveml.engine.model.Convergence;
import org.interactiveml.engine.model.Scores;
import org.jspecify.annotations.Nullable;

/**
 * A fitted linear model of several features and how good it is.
 *
 * @param coefficients the constant, then the slope of each feature, in the user's units
 * @param standardized what one standard deviation of each feature over the training rows changes: the scale on which a penalty
 *     acts, and on which features compare
 * @param function the same model in the form that evaluates accurately
 * @param alpha the penalty used; NaN for least squares
 * @param crossValidation how alpha was chosen, null if it was given
 * @param convergence how the solver ended
 * @param train scores on the training rows
 * @param test scores on the test rows
 * @param errors what only least squares has, and only of independent features; else null
 * @param notes what a reader of the numbers should know, one line each; mostly empty
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, handed over and never compared
public record LinearFit(
        double[] coefficients,
        double[] standardized,
        LinearFunction function,
        double alpha,
        @Nullable CrossValidation crossValidation,
        Convergence convergence,
        Scores train,
        Scores test,
        @Nullable CoefficientErrors errors,
        List<String> notes) {}
