package org.interactiveml.engine.parameter;

import java.util.List;
import java.util.stream.Collectors;

/** An input was refused as a whole; carries every problem that was found in it, in the order of the input. */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Refuses an input for the given problems, at least one. */
    public InvalidInputException(List<Problem> problems) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Refuses an input for one problem. */
    public InvalidInputException(String subject, String message) {
        this(List.of(new Problem(subject, message)));
    }

    /** All that is wrong, never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
