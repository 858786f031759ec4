package org.interactiveml.engine.evaluate;

/**
 * How well probabilities of two classes agree with one part of the data.
 *
 * @param confusion the counts, and with them the accuracy
 * @param logLoss the mean of −log(probability given to the true class); NaN without rows
 * @param auc the area under the ROC curve, NaN where one class has no rows
 * @param ranking the scores in order, for the curve itself
 */
public record ClassScores(Confusion confusion, double logLoss, double auc, Ranking ranking) {}
