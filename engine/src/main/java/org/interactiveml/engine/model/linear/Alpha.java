package org.interactiveml.engine.model.linear;

/** How the penalty is chosen. */
public sealed interface Alpha {

    /** By cross-validation over the partition's folds. */
    record CrossValidated() implements Alpha {}

    /**
     * As given.
     *
     * @param value positive
     */
    record Fixed(double value) implements Alpha {
        public Fixed {
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("alpha must be positive and finite, not " + value);
            }
        }
    }
}
