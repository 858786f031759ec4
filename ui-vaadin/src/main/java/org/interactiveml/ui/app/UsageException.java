package org.interactiveml.ui.app;

import java.util.List;

/** Bad usage or bad input, as one line per problem; the program prints them and ends with status 2. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    UsageException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    UsageException(String problem) {
        this(List.of(problem));
    }

    List<String> problems() {
        return problems;
    }
}
