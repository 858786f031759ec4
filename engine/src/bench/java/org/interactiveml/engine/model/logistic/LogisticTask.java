package org.interactiveml.engine.model.logistic;

import org.interactiveml.engine.data.LabelledRows;
import org.interactiveml.engine.model.Convergence;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/** A logistic fit without what the engine adds to it, as scikit-learn's {@code fit} has none: scores of both parts. */
public final class LogisticTask {
    private LogisticTask() {}

    /** From training rows, already apart, to weights. */
    public static Convergence fit(LabelledRows training, Monomials monomials, Penalty penalty) {
        Workers one = Workers.callerOnly();
        Cancellation never = new Cancellation();
        Design design = Design.of(training, monomials, one, never);
        LogisticSolver solver = new LogisticSolver(design, penalty, false, one, never);
        Convergence convergence = solver.solve();
        design.inUnits(solver.weights());
        return convergence;
    }
}
