package org.interactiveml.ui.share;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.interactiveml.engine.formula.Expr;
import org.interactiveml.engine.formula.Formula;
import org.interactiveml.engine.formula.Function;
import org.interactiveml.engine.formula.Operator;

/** Formulas in Python, over columns of numpy. Its names are those of the formula where Python has no other use for them. */
final class PythonFormula {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;
    private static final double LARGEST_PLAIN = 1e15;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_\\p{IsGreek}][A-Za-z0-9_\\p{IsGreek}]*");

    /** Python's keywords, and what our programs call their own things. */
    private static final Set<String> TAKEN = Set.of(
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield",
            "False",
            "None",
            "True",
            "X",
            "np",
            "len");

    private final Map<String, String> names = new LinkedHashMap<>();

    /** For formulas that use these names. */
    PythonFormula(List<String> names) {
        for (String name : names) {
            // Python takes names for equal that differ in form alone.
            String python = Normalizer.normalize(name, Normalizer.Form.NFKC);
            if (!PLAIN.matcher(python).matches()) {
                python = "p" + (this.names.size() + 1);
            }
            while (TAKEN.contains(python) || this.names.containsValue(python)) {
                python += "_";
            }
            this.names.put(name, python);
        }
    }

    /** The name in Python of one that the formula uses. */
    String name(String name) {
        return names.getOrDefault(name, name);
    }

    /** The formula as an expression of numpy. */
    String text(Formula formula) {
        return text(formula.expression(), 0);
    }

    private String text(Expr expression, int lowest) {
        String text = switch (expression) {
            case Expr.Literal literal -> number(literal.value());
            case Expr.Constant constant -> "np." + constant.symbol();
            case Expr.Name name -> name(name.name());
            case Expr.Negation negation -> "-" + text(negation.operand(), POWER);
            case Expr.Operation operation -> operation(operation);
            case Expr.Call call -> call(call.function(), call.arguments());
        };
        return precedence(expression) < lowest ? "(" + text + ")" : text;
    }

    private String operation(Expr.Operation operation) {
        Expr left = operation.left();
        Expr right = operation.right();
        return switch (operation.operator()) {
            case ADD -> text(left, SUM) + " + " + text(right, PRODUCT);
            case SUBTRACT -> text(left, SUM) + " - " + text(right, PRODUCT);
            case MULTIPLY -> text(left, PRODUCT) + "*" + text(right, SIGN);
            case DIVIDE ->
                isPlain(operation)
                        ? text(left, PRODUCT) + "/" + text(right, SIGN)
                        : call("np.divide", List.of(left, right));
            case POWER ->
                isPlain(operation)
                        ? text(left, ATOM) + "**" + text(right, right instanceof Expr.Negation ? ATOM : POWER)
                        : call("np.float_power", List.of(left, right));
        };
    }

    /**
     * Whether numpy does the arithmetic: some name is in it. Python's own numbers refuse to be divided by zero, and have complex
     * powers.
     */
    private static boolean isPlain(Expr.Operation operation) {
        return !new Formula(operation).names().isEmpty();
    }

    private String call(Function function, List<Expr> arguments) {
        return switch (function) {
            case ABS, SQRT, CBRT, EXP, LOG, LOG10, LOG2, SIN, COS, TAN, SINH, COSH, TANH, SIGN, FLOOR, CEIL ->
                call("np." + function.symbol(), arguments);
            case ASIN, ACOS, ATAN -> call("np.arc" + function.symbol().substring(1), arguments);
            case MIN, MAX -> call("np." + function.symbol() + "imum", arguments);
            case POW -> call("np.float_power", arguments);
        };
    }

    private String call(String function, List<Expr> arguments) {
        return arguments.stream()
                .map(argument -> text(argument, 0))
                .collect(Collectors.joining(", ", function + "(", ")"));
    }

    private static int precedence(Expr expression) {
        return switch (expression) {
            case Expr.Negation negation -> SIGN;
            case Expr.Operation operation ->
                isPlain(operation) ? precedence(operation.operator()) : constant(operation);
            default -> ATOM;
        };
    }

    private static int precedence(Operator operator) {
        return switch (operator) {
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE -> PRODUCT;
            case POWER -> POWER;
        };
    }

    /** Without names, quotients and powers are calls. */
    private static int constant(Expr.Operation operation) {
        return switch (operation.operator()) {
            case DIVIDE, POWER -> ATOM;
            case ADD, SUBTRACT, MULTIPLY -> precedence(operation.operator());
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) && value < LARGEST_PLAIN
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
