package org.interactiveml.engine.catalog;

import java.util.List;
import org.interactiveml.engine.view.Report;

/**
 * What people ask about the numbers of a fit, answered in words.
 *
 * @param score whether a penalty is part of the score
 * @param scaling whether the data were scaled, and in which units the coefficients are
 */
record About(String score, String scaling) {
    /** Where the answers are, for the view of the scores. */
    static final List<String> PATHS = List.of("about.score", "about.scaling");

    private static final String PLAIN_ERRORS = "R² and RMSE compare the predictions with the points as they are.";
    private static final String NO_PENALTY = PLAIN_ERRORS + " Least squares has no penalty.";
    private static final String PENALTY_OUTSIDE =
            PLAIN_ERRORS + " The penalty acts while fitting and is no part of them;"
                    + " where cross-validation chooses it, the test rows have no say.";

    static About ofPolynomial(Regression.Model model) {
        return model == Regression.Model.OLS
                ? new About(
                        NO_PENALTY,
                        "The coefficients are those of 1, x, x² … in your units; scaling the data would not change the curve.")
                : new About(
                        PENALTY_OUTSIDE,
                        "The powers of x are standardised by the training rows alone, so that the penalty weighs them alike;"
                                + " the coefficients are given in your units again. The constant is not penalised.");
    }

    static About ofFeatures(Regression.Model model) {
        return model == Regression.Model.OLS
                ? new About(
                        NO_PENALTY,
                        "The coefficients are in the units of the features; scaling the data would not change the predictions.")
                : new About(
                        PENALTY_OUTSIDE,
                        "The features are standardised by the training rows alone, so that the penalty weighs them alike;"
                                + " the table gives the coefficients in your units again. The constant is not penalised.");
    }

    static About ofClasses(Classification.Norm penalty, boolean standardized) {
        String scores = "Accuracy, log-loss and AUC compare the predicted probabilities with the classes as they are.";
        if (penalty == Classification.Norm.NONE) {
            return new About(
                    scores + " There is no penalty.",
                    "The weights are in the units of the features; scaling the data would not change the border.");
        }
        return new About(
                scores + " The penalty acts while fitting and is no part of them.",
                (standardized
                                ? "The features are standardised by the training rows alone, so that the penalty weighs them alike;"
                                        + " the weights are given in your units again."
                                : "The features are not scaled, so the penalty weighs most on those with small numbers.")
                        + " The constant is not penalised.");
    }

    static About ofFormula() {
        return new About(
                "R² and RMSE compare the curve with the points as they are; there is no penalty, and every row counts alike.",
                "Nothing is scaled: the estimates are in the units of your formula.");
    }

    static About ofCurve(KernelMethods.Model model) {
        String scaling = "x is not scaled; the mean of the training y is taken off before the fit and added again.";
        return switch (model) {
            case GAUSSIAN_PROCESS ->
                new About(
                        PLAIN_ERRORS + " The likelihood that chooses the hyperparameters is no part of them.",
                        scaling + " The length scale is in units of x.");
            case KERNEL_RIDGE ->
                new About(
                        PLAIN_ERRORS + " The penalty alpha acts while fitting and is no part of them.",
                        scaling + " The length scale is in units of x.");
            case SMOOTHING_SPLINE ->
                new About(
                        PLAIN_ERRORS + " The penalty on bends acts while fitting and is no part of them.",
                        "The data are not scaled: lambda is in units of x cubed.");
            case NATURAL_SPLINE -> new About(PLAIN_ERRORS + " There is no penalty.", "The data are not scaled.");
            case K_NEAREST ->
                new About(
                        PLAIN_ERRORS + " There is no penalty.",
                        "The data are not scaled: distances are in units of x.");
        };
    }

    Report report() {
        return Report.group().put("score", score).put("scaling", scaling).build();
    }
}
