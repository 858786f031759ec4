package org.interactiveml.engine.model.logistic;

import org.interactiveml.engine.data.LabelledRows;
import org.interactiveml.engine.data.PlaneGenerator;
import org.interactiveml.engine.data.Shape;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/** Data and calls that the tests of this package share. */
final class Samples {
    static final Workers WORKERS = Workers.callerOnly();
    static final Cancellation NEVER = new Cancellation();
    private static final LabelledRows NONE = new LabelledRows(new double[2][0], new double[0]);

    private Samples() {}

    static LabelledRows plane(Shape shape, int size, double noise, long seed) {
        return new PlaneGenerator(shape, -5, 5, noise, 0, 1, seed, seed).generate(size, WORKERS, NEVER);
    }

    static LogisticFit fit(LabelledRows rows, int degree, Penalty penalty, boolean standardized) {
        Monomials monomials = Monomials.of(rows.features().length, degree);
        Design design = Design.of(rows, monomials, WORKERS, NEVER);
        LabelledRows test = rows.features().length == 2
                ? NONE
                : new LabelledRows(new double[rows.features().length][0], new double[0]);
        return LogisticRegression.fit(design, test, penalty, standardized, WORKERS, NEVER);
    }
}
