package org.interactiveml.engine.formula;

/** A text that is not a formula; the message is one line for its author, naming the position and what was expected. */
public final class FormulaException extends IllegalArgumentException {
    FormulaException(String problem) {
        super(problem);
    }

    static FormulaException at(int index, String problem) {
        return new FormulaException("at position " + (index + 1) + ": " + problem);
    }

    /** The line to show. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
