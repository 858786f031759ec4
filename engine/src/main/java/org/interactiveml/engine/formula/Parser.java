package org.interactiveml.engine.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactiveml.engine.Quote;
import org.interactiveml.engine.formula.Expr.Constant;
import org.jspecify.annotations.Nullable;

/**
 * A Pratt parser ("Top down operator precedence", 1973) reading straight from the characters. Length, nesting and the depth of
 * the tree are bounded, so that no text can overflow the stack here or later.
 */
final class Parser {
    private static final int END = -1;
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_DEPTH = 200;
    private static final int MOST_NAMES_LISTED = 30;

    private final String text;
    private final @Nullable Set<String> names;
    private int at;
    private int depth;

    private Parser(String text, @Nullable Set<String> names) {
        this.text = text;
        this.names = names;
    }

    /** The tree of the text; {@code names} are those it may use, null for any. */
    static Expr parse(String text, @Nullable Set<String> names) {
        if (text.isBlank()) {
            throw new FormulaException("the formula is empty; write for example 2*x + sin(x)");
        }
        if (text.length() > MAX_LENGTH) {
            throw new FormulaException(
                    "the formula must have at most " + MAX_LENGTH + " characters, not " + text.length());
        }
        Parser parser = new Parser(text, names);
        Expr expression = parser.expression(0);
        if (parser.peek() != END) {
            throw parser.afterATerm("");
        }
        if (depth(expression) > MAX_DEPTH) {
            throw new FormulaException("the formula is deeper than " + MAX_DEPTH
                    + " levels, each operation in a row counting as one; group some in parentheses");
        }
        return expression;
    }

    /** A long sum costs the parser no stack, but everything that later walks its tree, equality included. */
    private static int depth(Expr expression) {
        return switch (expression) {
            case Expr.Literal literal -> 0;
            case Constant constant -> 0;
            case Expr.Name name -> 0;
            case Expr.Negation negation -> 1 + depth(negation.operand());
            case Expr.Operation operation -> 1 + Math.max(depth(operation.left()), depth(operation.right()));
            case Expr.Call call ->
                1 + call.arguments().stream().mapToInt(Parser::depth).max().orElse(0);
        };
    }

    private Expr expression(int lowest) {
        Expr left = operand();
        while (true) {
            Operator operator = operator();
            if (operator == null || operator.precedence() < lowest) {
                return left;
            }
            int start = at;
            at += text.startsWith("**", at) ? 2 : 1;
            // sums and products recurse only into what binds tighter; a tower of powers recurses into itself
            Expr right = operator == Operator.POWER
                    ? nested(start, operator.rightPrecedence())
                    : expression(operator.rightPrecedence());
            left = new Expr.Operation(operator, left, right);
        }
    }

    private Expr nested(int start, int lowest) {
        if (++depth > MAX_DEPTH) {
            throw FormulaException.at(start, "nested deeper than " + MAX_DEPTH + " levels");
        }
        Expr expression = expression(lowest);
        depth--;
        return expression;
    }

    private @Nullable Operator operator() {
        return switch (peek()) {
            case '+' -> Operator.ADD;
            case '-' -> Operator.SUBTRACT;
            case '*' -> text.startsWith("**", at) ? Operator.POWER : Operator.MULTIPLY;
            case '/' -> Operator.DIVIDE;
            case '^' -> Operator.POWER;
            default -> null;
        };
    }

    private Expr operand() {
        int next = peek();
        int start = at;
        if (next == '-' || next == '+') {
            at++;
            Expr operand = nested(start, Operator.SIGN_PRECEDENCE);
            return next == '-' ? new Expr.Negation(operand) : operand;
        }
        if (next == '(') {
            at++;
            Expr inner = nested(start, 0);
            close(start);
            return inner;
        }
        if (isDigit(next) || (next == '.' && isDigit(charAt(at + 1)))) {
            return number();
        }
        if (isNameStart(next)) {
            return name();
        }
        throw FormulaException.at(at, "expected a number, a name or \"(\", not " + shown());
    }

    private Expr number() {
        int start = at;
        at = numberEnd(start);
        double value = Double.parseDouble(text.substring(start, at));
        if (Double.isInfinite(value)) {
            throw FormulaException.at(start, Quote.of(text.substring(start, at)) + " is too large a number");
        }
        return new Expr.Literal(value);
    }

    private int numberEnd(int start) {
        int end = digits(start);
        if (charAt(end) == '.') {
            end = digits(end + 1);
        }
        if (charAt(end) == 'e' || charAt(end) == 'E') {
            int sign = charAt(end + 1) == '-' || charAt(end + 1) == '+' ? 1 : 0;
            // without digits it is no exponent but a name, and the caller will ask for an operator
            if (isDigit(charAt(end + 1 + sign))) {
                end = digits(end + 1 + sign);
            }
        }
        return end;
    }

    private Expr name() {
        int start = at;
        at = nameEnd(start);
        String name = text.substring(start, at);
        boolean called = peek() == '(';
        Function function = Function.named().get(name);
        if (called && function != null) {
            return new Expr.Call(function, arguments(function, start));
        }
        if (names != null && names.contains(name)) {
            return new Expr.Name(name);
        }
        if (called) {
            throw FormulaException.at(
                    start, Quote.of(name) + " is not a known function; known are " + listed(Function.named()));
        }
        if (function != null) {
            throw FormulaException.at(start, Quote.of(name) + " is a function and needs \"(\" after it");
        }
        for (Constant constant : Constant.values()) {
            if (constant.symbol().equals(name)) {
                return constant;
            }
        }
        if (names != null) {
            throw FormulaException.at(start, Quote.of(name) + " is not a known name; known are " + listed(names));
        }
        return new Expr.Name(name);
    }

    private List<Expr> arguments(Function function, int start) {
        int open = at++;
        List<Expr> arguments = new ArrayList<>();
        if (peek() != ')') {
            arguments.add(nested(open, 0));
            while (peek() == ',') {
                at++;
                arguments.add(nested(open, 0));
            }
        }
        close(open);
        if (arguments.size() != function.arity()) {
            String values = function.arity() == 1 ? " value" : " values";
            throw FormulaException.at(
                    start,
                    text.substring(start, nameEnd(start)) + " takes " + function.arity() + values + ", not "
                            + arguments.size());
        }
        return arguments;
    }

    private void close(int open) {
        if (peek() != ')') {
            throw afterATerm(" or \")\" for the \"(\" at position " + (open + 1));
        }
        at++;
    }

    private FormulaException afterATerm(String orElse) {
        String hint = peek() == ',' && isDigit(charAt(at + 1)) ? "; decimals take a point, as in 0.5" : "";
        return FormulaException.at(at, "expected an operator" + orElse + ", not " + shown() + hint);
    }

    private static String listed(Map<String, Function> functions) {
        return String.join(", ", functions.keySet());
    }

    private static String listed(Set<String> names) {
        Stream<String> constants = Stream.of(Constant.values()).map(Constant::symbol);
        return Stream.concat(new TreeSet<>(names).stream().limit(MOST_NAMES_LISTED), constants)
                .collect(Collectors.joining(", "));
    }

    /** The next token, quoted. */
    private String shown() {
        int next = peek();
        if (next == END) {
            return "the end";
        }
        int end = isNameStart(next) ? nameEnd(at) : isDigit(next) ? numberEnd(at) : text.offsetByCodePoints(at, 1);
        return Quote.of(text.substring(at, end));
    }

    private int peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return charAt(at);
    }

    private int charAt(int index) {
        return index < text.length() ? text.charAt(index) : END;
    }

    private int digits(int start) {
        int end = start;
        while (isDigit(charAt(end))) {
            end++;
        }
        return end;
    }

    private int nameEnd(int start) {
        int end = start;
        while (isNameStart(charAt(end)) || isDigit(charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(int c) {
        return c == '_' || (c != END && Character.isLetter(c));
    }
}
