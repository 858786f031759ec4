package org.interactiveml.engine.experiment;

import java.util.List;

/** A computation cannot be done with these parameters and data, for reasons a user can act on. No stack trace is recorded. */
public final class InfeasibleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    /** Gives up for the given reasons, at least one, each a whole line. */
    public InfeasibleException(String... reasons) {
        super(String.join("\n", reasons), null, false, false);
        this.reasons = List.of(reasons);
    }

    /** Why, one line each. */
    public List<String> reasons() {
        return reasons;
    }
}
