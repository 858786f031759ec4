package org.interactiveml.engine.numeric;

import java.util.List;

/**
 * The input cannot be computed with: one line per reason, each naming the thing, the rule and the value.
 *
 * <p>An expected outcome rather than a bug, so it carries no stack trace.
 */
public final class Infeasible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    public Infeasible(List<String> reasons) {
        super(String.join("; ", reasons), null, false, false);
        this.reasons = List.copyOf(reasons);
    }

    public Infeasible(String reason) {
        this(List.of(reason));
    }

    /** All that is wrong, one line each; never empty. */
    public List<String> reasons() {
        return reasons;
    }
}
