package org.interactiveml.engine.parameter;

import java.util.List;
import java.util.Set;
import org.interactiveml.engine.formula.Formula;
import org.interactiveml.engine.formula.FormulaException;

/**
 * A formula that a person types.
 *
 * @param names the names it may use; empty admits any, each becoming a parameter of the formula
 * @param suggestions to choose from instead of typing; may be empty
 */
public record FormulaParameter(
        String id, String label, Group group, Formula defaultValue, List<String> names, List<Suggestion> suggestions)
        implements Parameter<Formula> {

    public FormulaParameter {
        names = List.copyOf(names);
        suggestions = List.copyOf(suggestions);
    }

    /** A formula to type, without suggestions. */
    public FormulaParameter(String id, String label, Group group, Formula defaultValue, List<String> names) {
        this(id, label, group, defaultValue, names, List.of());
    }

    /** A formula with a name that people know it by. */
    public record Suggestion(String label, Formula formula) {}

    @Override
    public Formula read(Object plain) {
        if (!(plain instanceof String text)) {
            throw refusal("a formula in quotes", plain);
        }
        return parse(text);
    }

    @Override
    public Formula parse(String text) {
        try {
            return names.isEmpty() ? Formula.parse(text) : Formula.parse(text, Set.copyOf(names));
        } catch (FormulaException refused) {
            throw new InvalidInputException(id, id + ": " + refused.getMessage());
        }
    }

    @Override
    public Object write(Formula value) {
        return value.toString();
    }
}
