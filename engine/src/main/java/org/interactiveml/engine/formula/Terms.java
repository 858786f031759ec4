package org.interactiveml.engine.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Builds terms and drops what is obvious: zeros, ones, double signs. Two numbers are folded into one only where the result is
 * exact, so simplifying never rounds.
 */
final class Terms {
    static final Expr ZERO = new Expr.Literal(0);
    static final Expr ONE = new Expr.Literal(1);
    static final Expr TWO = new Expr.Literal(2);

    private Terms() {}

    static Expr sum(Expr a, Expr b) {
        if (isZero(a)) {
            return b;
        }
        if (isZero(b)) {
            return a;
        }
        if (b instanceof Expr.Negation(Expr operand)) {
            return difference(a, operand);
        }
        return folded(Operator.ADD, a, b);
    }

    static Expr difference(Expr a, Expr b) {
        if (isZero(b)) {
            return a;
        }
        if (isZero(a)) {
            return negation(b);
        }
        if (b instanceof Expr.Negation(Expr operand)) {
            return sum(a, operand);
        }
        return folded(Operator.SUBTRACT, a, b);
    }

    static Expr negation(Expr a) {
        if (isZero(a)) {
            return a;
        }
        return a instanceof Expr.Negation(Expr operand) ? operand : new Expr.Negation(a);
    }

    static Expr product(Expr a, Expr b) {
        if (isZero(a) || isZero(b)) {
            return ZERO;
        }
        if (isOne(a)) {
            return b;
        }
        if (isOne(b)) {
            return a;
        }
        if (a instanceof Expr.Negation(Expr operand)) {
            return negation(product(operand, b));
        }
        if (b instanceof Expr.Negation(Expr operand)) {
            return negation(product(a, operand));
        }
        if (b instanceof Expr.Operation(Operator operator, Expr left, Expr right)
                && operator == Operator.MULTIPLY
                && folded(Operator.MULTIPLY, a, left) instanceof Expr.Literal factor) {
            return product(factor, right);
        }
        return folded(Operator.MULTIPLY, a, b);
    }

    static Expr quotient(Expr a, Expr b) {
        if (isZero(a) || isOne(b)) {
            return a;
        }
        if (a instanceof Expr.Negation(Expr operand)) {
            return negation(quotient(operand, b));
        }
        if (a instanceof Expr.Operation(Operator over, Expr.Literal factor, Expr rest)
                && over == Operator.MULTIPLY
                && b instanceof Expr.Operation(Operator under, Expr left, Expr divisor)
                && under == Operator.MULTIPLY
                && factor.equals(left)
                && factor.value() > 0) {
            return quotient(rest, divisor);
        }
        return folded(Operator.DIVIDE, a, b);
    }

    static Expr power(Expr a, Expr b) {
        if (isZero(b)) {
            return ONE;
        }
        return isOne(b) ? a : new Expr.Operation(Operator.POWER, a, b);
    }

    static Expr call(Function function, Expr... arguments) {
        return new Expr.Call(function, List.of(arguments));
    }

    static boolean isZero(Expr expression) {
        return expression instanceof Expr.Literal(double value) && value == 0;
    }

    /** The same expression with the names replaced by zero, what vanishes dropped. */
    static Expr without(Expr expression, Set<String> names) {
        return switch (expression) {
            case Expr.Literal literal -> literal;
            case Expr.Constant constant -> constant;
            case Expr.Name name -> names.contains(name.name()) ? ZERO : name;
            case Expr.Negation(Expr operand) -> negation(without(operand, names));
            case Expr.Operation(Operator operator, Expr left, Expr right) ->
                operation(operator, without(left, names), without(right, names));
            case Expr.Call(Function function, List<Expr> arguments) ->
                new Expr.Call(
                        function, arguments.stream().map(a -> without(a, names)).toList());
        };
    }

    private static Expr operation(Operator operator, Expr a, Expr b) {
        return switch (operator) {
            case ADD -> sum(a, b);
            case SUBTRACT -> difference(a, b);
            case MULTIPLY -> product(a, b);
            case DIVIDE -> quotient(a, b);
            case POWER -> power(a, b);
        };
    }

    private static boolean isOne(Expr expression) {
        return expression instanceof Expr.Literal(double value) && value == 1;
    }

    private static Expr folded(Operator operator, Expr left, Expr right) {
        if (left instanceof Expr.Literal(double a) && right instanceof Expr.Literal(double b)) {
            double value = operator.apply(a, b);
            if (Double.isFinite(value) && isExact(operator, a, b, value)) {
                return value < 0 ? new Expr.Negation(new Expr.Literal(-value)) : new Expr.Literal(value + 0.0);
            }
        }
        return new Expr.Operation(operator, left, right);
    }

    private static boolean isExact(Operator operator, double a, double b, double value) {
        BigDecimal x = new BigDecimal(a);
        BigDecimal y = new BigDecimal(b);
        BigDecimal rounded = new BigDecimal(value);
        return switch (operator) {
            case ADD -> x.add(y).compareTo(rounded) == 0;
            case SUBTRACT -> x.subtract(y).compareTo(rounded) == 0;
            case MULTIPLY -> x.multiply(y).compareTo(rounded) == 0;
            case DIVIDE -> rounded.multiply(y).compareTo(x) == 0;
            case POWER -> false;
        };
    }
}
