package org.interactiveml.engine.model.logistic;

import org.interactiveml.engine.data.LabelledRows;
import org.interactiveml.engine.evaluate.ClassScores;
import org.interactiveml.engine.evaluate.Confusion;
import org.interactiveml.engine.evaluate.Ranking;
import org.interactiveml.engine.model.Convergence;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Workers;

/** Fits as scikit-learn's {@code LogisticRegression} does when it is given time enough. Stateless. */
public final class LogisticRegression {
    private LogisticRegression() {}

    /**
     * From training rows to scores. A Newton step costs n·p²/2 multiply-adds for n rows and p columns, and there are about 8.
     *
     * @param design the training rows and their columns; both classes must occur
     * @param test rows to score only; may be none
     * @param standardized whether the penalty weighs the weights of standardised columns, as behind a {@code StandardScaler}; else
     *     those of the columns as they are
     * @throws Infeasible where weights without a penalty would grow for ever
     */
    public static LogisticFit fit(
            Design design,
            LabelledRows test,
            Penalty penalty,
            boolean standardized,
            Workers workers,
            Cancellation cancellation) {
        LogisticSolver solver = new LogisticSolver(design, penalty, standardized, workers, cancellation);
        Convergence convergence = solver.solve();
        double[] weights = solver.weights();
        double[] testLogOdds = design.logOdds(test, weights, workers, cancellation);
        return new LogisticFit(
                design,
                design.inUnits(weights),
                weights,
                convergence,
                scores(solver.logOdds(), solver.loss(), design.training().labels(), workers, cancellation),
                scores(
                        testLogOdds,
                        Logistic.loss(testLogOdds, test.labels(), cancellation),
                        test.labels(),
                        workers,
                        cancellation));
    }

    private static ClassScores scores(
            double[] f, double loss, double[] labels, Workers workers, Cancellation cancellation) {
        double logLoss = f.length == 0 ? Double.NaN : loss / f.length;
        Ranking ranking = Ranking.of(f, labels, workers, cancellation);
        return new ClassScores(Confusion.of(f, labels), logLoss, ranking.auc(), ranking);
    }
}
