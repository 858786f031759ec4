package org.interactiveml.engine.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a tree into a list of values, each computed from earlier ones (value numbering: Muchnick, "Advanced Compiler Design and
 * Implementation", §12.4). What occurs twice is computed once, what is constant is computed now, and x^n for a small whole n
 * becomes products in a fixed order: x^2 = x·x, x^3 = x^2·x, x^4 = x^2·x^2.
 */
final class Compiler {
    /** Above this, the rounding of repeated products outgrows what {@link StrictMath#pow} costs. */
    private static final int MAX_PRODUCT_POWER = 32;

    /** What one entry of the list is. */
    sealed interface Value {
        record Fixed(double value) implements Value {}

        record Column(int index) implements Value {}

        record Parameter(int index) implements Value {}

        /** An operation on two earlier values; the same one twice for a function of one argument. */
        record Step(Op op, int left, int right) implements Value {}
    }

    private final List<String> columns;
    private final List<String> parameters;
    private final List<Value> values = new ArrayList<>();
    private final Map<Value, Integer> numbers = new HashMap<>();
    private final IdentityHashMap<Expr, Integer> compiled = new IdentityHashMap<>();

    private Compiler(List<String> columns, List<String> parameters) {
        this.columns = columns;
        this.parameters = parameters;
    }

    static CompiledFormula compile(List<Expr> expressions, List<String> columns, List<String> parameters) {
        Compiler compiler = new Compiler(columns, parameters);
        int[] results = expressions.stream().mapToInt(compiler::number).toArray();
        return new CompiledFormula(columns.size(), parameters.size(), compiler.values, results);
    }

    private int number(Expr expression) {
        Integer known = compiled.get(expression);
        if (known != null) {
            return known;
        }
        int number = switch (expression) {
            case Expr.Literal literal -> add(new Value.Fixed(literal.value()));
            case Expr.Constant constant -> add(new Value.Fixed(constant.value()));
            case Expr.Name name -> add(input(name.name()));
            // unlike 0 - a, this keeps the sign of a zero
            case Expr.Negation negation ->
                step(Operator.MULTIPLY, number(negation.operand()), add(new Value.Fixed(-1)));
            case Expr.Operation operation ->
                step(operation.operator(), number(operation.left()), number(operation.right()));
            case Expr.Call call ->
                step(
                        call.function(),
                        number(call.arguments().getFirst()),
                        number(call.arguments().getLast()));
        };
        compiled.put(expression, number);
        return number;
    }

    private Value input(String name) {
        if (columns.contains(name)) {
            return new Value.Column(columns.indexOf(name));
        }
        if (parameters.contains(name)) {
            return new Value.Parameter(parameters.indexOf(name));
        }
        throw new IllegalArgumentException(name + " is neither a column nor a parameter");
    }

    private int step(Op op, int left, int right) {
        boolean power = op == Operator.POWER || op == Function.POW;
        if (power
                && values.get(right) instanceof Value.Fixed(double exponent)
                && exponent == Math.rint(exponent)
                && Math.abs(exponent) <= MAX_PRODUCT_POWER) {
            int products = products(left, (int) Math.abs(exponent));
            return exponent < 0 ? step(Operator.DIVIDE, add(new Value.Fixed(1)), products) : products;
        }
        if (values.get(left) instanceof Value.Fixed(double a) && values.get(right) instanceof Value.Fixed(double b)) {
            return add(new Value.Fixed(op.apply(a, b)));
        }
        return add(new Value.Step(power ? Operator.POWER : op, left, right));
    }

    private int products(int base, int exponent) {
        if (exponent == 0) {
            return add(new Value.Fixed(1));
        }
        if (exponent == 1) {
            return base;
        }
        if (exponent % 2 == 1) {
            return step(Operator.MULTIPLY, products(base, exponent - 1), base);
        }
        int half = products(base, exponent / 2);
        return step(Operator.MULTIPLY, half, half);
    }

    private int add(Value value) {
        Integer known = numbers.putIfAbsent(value, values.size());
        if (known != null) {
            return known;
        }
        values.add(value);
        return values.size() - 1;
    }
}
