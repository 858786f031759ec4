package org.interactiveml.engine.formula;

import static org.interactiveml.engine.formula.Terms.ONE;
import static org.interactiveml.engine.formula.Terms.TWO;
import static org.interactiveml.engine.formula.Terms.ZERO;
import static org.interactiveml.engine.formula.Terms.call;
import static org.interactiveml.engine.formula.Terms.difference;
import static org.interactiveml.engine.formula.Terms.isZero;
import static org.interactiveml.engine.formula.Terms.negation;
import static org.interactiveml.engine.formula.Terms.power;
import static org.interactiveml.engine.formula.Terms.product;
import static org.interactiveml.engine.formula.Terms.quotient;
import static org.interactiveml.engine.formula.Terms.sum;

import java.util.IdentityHashMap;
import java.util.List;

/** The rules of calculus over the tree, for one variable. Used once; remembers shared subtrees, which derivatives have. */
final class Derivative {
    private static final Expr THREE = new Expr.Literal(3);
    private static final Expr TEN = new Expr.Literal(10);

    private final String variable;
    private final IdentityHashMap<Expr, Expr> known = new IdentityHashMap<>();

    private Derivative(String variable) {
        this.variable = variable;
    }

    static Expr of(Expr expression, String variable) {
        return new Derivative(variable).of(expression);
    }

    private Expr of(Expr expression) {
        Expr found = known.get(expression);
        if (found != null) {
            return found;
        }
        Expr derivative = switch (expression) {
            case Expr.Literal literal -> ZERO;
            case Expr.Constant constant -> ZERO;
            case Expr.Name name -> name.name().equals(variable) ? ONE : ZERO;
            case Expr.Negation negation -> negation(of(negation.operand()));
            case Expr.Operation operation -> ofOperation(operation);
            case Expr.Call call -> ofCall(call.function(), call.arguments());
        };
        known.put(expression, derivative);
        return derivative;
    }

    private Expr ofOperation(Expr.Operation operation) {
        Expr u = operation.left();
        Expr v = operation.right();
        Expr du = of(u);
        Expr dv = of(v);
        return switch (operation.operator()) {
            case ADD -> sum(du, dv);
            case SUBTRACT -> difference(du, dv);
            case MULTIPLY -> sum(product(du, v), times(operation, dv));
            case DIVIDE ->
                isZero(dv) ? quotient(du, v) : quotient(difference(product(du, v), product(u, dv)), power(v, TWO));
            case POWER -> ofPower(u, v, du, dv);
        };
    }

    /** u · dv, as (u · v) · w where dv is v · w: so the derivative of a·exp(…) shares the product with its formula. */
    private static Expr times(Expr.Operation product, Expr dv) {
        if (dv instanceof Expr.Negation(Expr operand)) {
            return negation(times(product, operand));
        }
        return dv instanceof Expr.Operation(Operator operator, Expr left, Expr right)
                        && operator == Operator.MULTIPLY
                        && left.equals(product.right())
                ? product(product, right)
                : product(product.left(), dv);
    }

    /** A constant exponent keeps clear of the logarithm, which has no value where the base is negative. */
    private static Expr ofPower(Expr u, Expr v, Expr du, Expr dv) {
        Expr byBase = isZero(du) ? ZERO : product(product(v, power(u, difference(v, ONE))), du);
        Expr byExponent = isZero(dv) ? ZERO : product(product(power(u, v), call(Function.LOG, u)), dv);
        return sum(byBase, byExponent);
    }

    private Expr ofCall(Function function, List<Expr> arguments) {
        Expr u = arguments.getFirst();
        Expr du = of(u);
        if (function.arity() == 1) {
            return isZero(du) ? ZERO : chain(function, u, du);
        }
        Expr v = arguments.getLast();
        Expr dv = of(v);
        if (function == Function.POW) {
            return ofPower(u, v, du, dv);
        }
        // min and max are (u + v ∓ |u − v|)/2
        Expr apart = product(call(Function.SIGN, difference(u, v)), difference(du, dv));
        Expr both = sum(du, dv);
        return quotient(function == Function.MIN ? difference(both, apart) : sum(both, apart), TWO);
    }

    /** The derivative of f(u) where that of u is {@code du}. */
    private static Expr chain(Function function, Expr u, Expr du) {
        return switch (function) {
            case ABS -> product(call(Function.SIGN, u), du);
            case SQRT -> quotient(du, product(TWO, call(function, u)));
            case CBRT -> quotient(du, product(THREE, power(call(function, u), TWO)));
            case EXP -> product(call(function, u), du);
            case LOG -> quotient(du, u);
            case LOG10 -> quotient(du, product(u, call(Function.LOG, TEN)));
            case LOG2 -> quotient(du, product(u, call(Function.LOG, TWO)));
            case SIN -> product(call(Function.COS, u), du);
            case COS -> negation(product(call(Function.SIN, u), du));
            case TAN -> quotient(du, power(call(Function.COS, u), TWO));
            case ASIN -> quotient(du, call(Function.SQRT, difference(ONE, power(u, TWO))));
            case ACOS -> negation(quotient(du, call(Function.SQRT, difference(ONE, power(u, TWO)))));
            case ATAN -> quotient(du, sum(ONE, power(u, TWO)));
            case SINH -> product(call(Function.COSH, u), du);
            case COSH -> product(call(Function.SINH, u), du);
            case TANH -> product(difference(ONE, power(call(function, u), TWO)), du);
            case SIGN, FLOOR, CEIL -> ZERO;
            case MIN, MAX, POW -> throw new IllegalStateException(function + " has two arguments");
        };
    }
}
