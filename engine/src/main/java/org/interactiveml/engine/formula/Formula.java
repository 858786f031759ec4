package org.interactiveml.engine.formula;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A formula such as {@code 2*x - 0.6*x^2 + 18*sin(x)}: numbers, names, {@code + - * / ^} ({@code **} is {@code ^}),
 * parentheses, the {@link Function functions} and the constants {@code pi} and {@code e}; case matters.
 *
 * <p>{@link #toString()} is canonical: parsing it gives an equal formula. Immutable and thread-safe.
 */
public record Formula(Expr expression) {

    /**
     * Parses a text that may use any name, each becoming a variable or parameter; {@code pi} and {@code e} are the constants.
     *
     * @throws FormulaException with one line for the user: longer than 2 000 characters, nested deeper than 200 levels, or
     *     not a formula, with the position and what was expected there
     */
    public static Formula parse(String text) {
        return new Formula(Parser.parse(text, null));
    }

    /**
     * Parses a text that may use these names only; one of them may be {@code pi} or {@code e} and then hides the constant.
     *
     * @throws FormulaException as {@link #parse(String)}, and for any other name
     */
    public static Formula parse(String text, Set<String> names) {
        return new Formula(Parser.parse(text, Set.copyOf(names)));
    }

    /** The names it uses, in order of first appearance. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        collect(expression, names);
        return Collections.unmodifiableSet(names);
    }

    private static void collect(Expr expression, Set<String> names) {
        switch (expression) {
            case Expr.Literal literal -> {}
            case Expr.Constant constant -> {}
            case Expr.Name name -> names.add(name.name());
            case Expr.Negation negation -> collect(negation.operand(), names);
            case Expr.Operation operation -> {
                collect(operation.left(), names);
                collect(operation.right(), names);
            }
            case Expr.Call call -> call.arguments().forEach(argument -> collect(argument, names));
        }
    }

    /**
     * The partial derivative by one name, zero where the formula does not use it. Where a branch of {@code abs, sign, floor,
     * ceil, min, max} meets another it is the mean of both sides or zero.
     */
    public Formula derivative(String name) {
        return new Formula(Derivative.of(expression, name));
    }

    /** The formula where these names are 0, as far as that makes terms vanish. */
    public Formula without(Set<String> names) {
        return new Formula(Terms.without(expression, names));
    }

    /** Whether it is the number 0. */
    public boolean isZero() {
        return Terms.isZero(expression);
    }

    /**
     * Compiles to a form that runs over rows: {@code columns} vary from row to row, {@code parameters} from call to call.
     *
     * @throws IllegalArgumentException where the formula uses a name that is neither
     */
    public CompiledFormula compile(List<String> columns, List<String> parameters) {
        return Compiler.compile(List.of(expression), columns, parameters);
    }

    /**
     * Compiles several formulas to one form that computes what they have in common once.
     *
     * @throws IllegalArgumentException where a formula uses a name that is neither
     */
    public static CompiledFormula compile(List<Formula> formulas, List<String> columns, List<String> parameters) {
        return Compiler.compile(formulas.stream().map(Formula::expression).toList(), columns, parameters);
    }

    @Override
    public String toString() {
        return Printer.print(expression);
    }
}
