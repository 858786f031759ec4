package org.interactiveml.engine.model.logistic;

import java.util.List;
import org.interactiveml.engine.evaluate.ClassScores;
import org.interactiveml.engine.model.Convergence;

/**
 * A fitted classifier: log-odds of class 1 = coefficients[0] + Σ coefficients[j + 1] · column j.
 *
 * @param design what the columns are
 * @param coefficients intercept, then a weight for each column, in the user's units
 * @param standardized for each column, its weight per standard deviation over the training rows
 * @param convergence how the solver ended
 * @param train scores on the training part
 * @param test scores on the test part, which may be empty
 * @param constantColumns columns that do not vary over the training rows; their weights are 0
 */
public record LogisticFit(
        Design design,
        double[] coefficients,
        double[] standardized,
        Convergence convergence,
        ClassScores train,
        ClassScores test,
        List<Integer> constantColumns) {}
