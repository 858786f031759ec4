package org.interactiveml.engine.experiment;

import java.util.List;
import java.util.Optional;

/**
 * How a stage ended. Errors are values here: a frame always holds an outcome for each of its stages.
 *
 * @param <T> the type of the stage's value
 */
public sealed interface Outcome<T> {

    /** It has a value. */
    record Ready<T>(T value) implements Outcome<T> {}

    /**
     * It could not be computed.
     *
     * @param stage which one is to blame: the stage itself, or an internal one that it reads
     * @param reasons why, one line each
     * @param cures changes with which it could be computed
     * @param bug the exception where the program itself is to blame, for the log
     */
    record Failed<T>(String stage, List<String> reasons, List<Cure> cures, Optional<RuntimeException> bug)
            implements Outcome<T> {
        public Failed {
            reasons = List.copyOf(reasons);
            cures = List.copyOf(cures);
        }

        /** A failure that the inputs are to blame for, and that some changes would mend. */
        public Failed(String stage, List<String> reasons, List<Cure> cures) {
            this(stage, reasons, cures, Optional.empty());
        }

        /** A failure that the inputs are to blame for. */
        public Failed(String stage, List<String> reasons) {
            this(stage, reasons, List.of());
        }
    }

    /** It was not tried, because these stages failed. */
    record Blocked<T>(List<String> by) implements Outcome<T> {
        public Blocked {
            by = List.copyOf(by);
        }
    }

    /** Nobody waits for it any more. */
    record Cancelled<T>() implements Outcome<T> {}
}
