package org.interactiveml.engine.model.linear;

/**
 * The cross-validation that chose alpha.
 *
 * @param alphas the candidates, in the order in which the first of equals wins
 * @param meanSquaredError for each alpha the mean over the folds of the fold's mean squared error
 * @param meanR2 for each alpha the mean over the folds of the fold's R², by which ridge chooses; with scikit-learn's convention
 *     for a fold of equal y (1 for a perfect prediction, otherwise 0), NaN with a fold of one row
 * @param byFold mean squared error [alpha][fold]
 * @param chosen index of the winner
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, handed over and never compared
public record CrossValidation(
        double[] alphas, double[] meanSquaredError, double[] meanR2, double[][] byFold, int chosen) {}
