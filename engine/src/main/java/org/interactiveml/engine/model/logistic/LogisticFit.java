package org.interactiveml.engine.model.logistic;

import java.util.Arrays;
import java.util.List;
import org.interactiveml.engine.data.LabelledRows;
import org.interactiveml.engine.evaluate.ClassScores;
import org.interactiveml.engine.model.Convergence;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/**
 * A fitted classifier: log-odds of class 1 = coefficients[0] + Σ coefficients[j + 1] · column j.
 *
 * @param design what the columns are
 * @param coefficients intercept, then a weight for each column, in the user's units
 * @param weights the same for columns of mean 0 and standard deviation 1 over the training rows
 * @param convergence how the solver ended
 * @param train scores on the training part
 * @param test scores on the test part, which may be empty
 */
public record LogisticFit(
        Design design,
        double[] coefficients,
        double[] weights,
        Convergence convergence,
        ClassScores train,
        ClassScores test) {

    /** For each column, its weight per standard deviation over the training rows. */
    public double[] standardized() {
        return Arrays.copyOfRange(weights, 1, weights.length);
    }

    /** The columns that do not vary over the training rows; their weights are 0. */
    public List<Integer> constantColumns() {
        return design.constantColumns();
    }

    /** The probability of class 1 for each of the rows. */
    public double[] probabilities(LabelledRows rows, Workers workers, Cancellation cancellation) {
        double[] f = design.logOdds(rows, weights, workers, cancellation);
        Logistic.probabilities(f, f, 0, f.length);
        return f;
    }
}
