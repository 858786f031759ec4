package org.interactiveml.engine.data;

import java.util.List;

/** A file or a choice of columns that cannot be used; one line per problem, for its author. */
public final class TableException extends IllegalArgumentException {
    private final transient List<String> problems;

    TableException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** The lines to show, at most 21: the first twenty problems and how many more there are. */
    public List<String> problems() {
        return problems;
    }
}
