package org.interactiveml.engine.model.curvefit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.interactiveml.engine.formula.Expr;
import org.interactiveml.engine.formula.Formula;
import org.interactiveml.engine.formula.Function;
import org.interactiveml.engine.formula.Operator;

/**
 * The units in which parameters are measured, as far as the formula tells: in {@code exp(-b*x)} the unit of b is one over that
 * of x, in {@code x - mu} that of mu is x's own. Sums need equal units, arguments of functions and exponents none; that makes
 * linear equations for the exponents of the units. Rules that contradict earlier ones are left out.
 *
 * <p>Also which parameters shift a predictor, and which stand inside a periodic function.
 */
final class Dimensions {
    private static final double TOLERANCE = 1e-9;
    private static final Set<Function> PERIODIC = Set.of(Function.SIN, Function.COS, Function.TAN);
    private static final Set<Function> KEEP = Set.of(Function.ABS, Function.FLOOR, Function.CEIL);

    private final List<String> parameters;
    private final List<String> predictors;
    private final List<double[]> rules = new ArrayList<>();
    private final Set<String> added = new HashSet<>();
    private final Set<String> subtracted = new HashSet<>();
    private final Set<String> periodic = new HashSet<>();
    /** Columns: the parameters, quantities of unknown unit, the predictors, y. */
    private final int width;

    private int unknown;

    private Dimensions(Formula formula, List<String> predictors, List<String> parameters) {
        this.parameters = parameters;
        this.predictors = predictors;
        unknown = parameters.size();
        width = parameters.size() + powers(formula.expression()) + predictors.size() + 1;
        double[] result = of(formula.expression(), false);
        result[width - 1] -= 1;
        rules.add(result);
    }

    /**
     * What is known of one parameter.
     *
     * @param exponents of the units of each predictor, then of y
     * @param subtracted whether it stands as in {@code x - b}
     * @param added whether it stands as in {@code x + b}
     * @param periodic whether it stands inside a periodic function
     */
    record Role(double[] exponents, boolean subtracted, boolean added, boolean periodic) {}

    /** One for each parameter. */
    static List<Role> of(Formula formula, List<String> predictors, List<String> parameters) {
        Dimensions dimensions = new Dimensions(formula, predictors, parameters);
        double[][] exponents = dimensions.solve();
        List<Role> roles = new ArrayList<>();
        for (int k = 0; k < dimensions.parameters.size(); k++) {
            String name = dimensions.parameters.get(k);
            roles.add(new Role(
                    exponents[k],
                    dimensions.subtracted.contains(name),
                    dimensions.added.contains(name),
                    dimensions.periodic.contains(name)));
        }
        return roles;
    }

    private static int powers(Expr expression) {
        return switch (expression) {
            case Expr.Literal literal -> 0;
            case Expr.Constant constant -> 0;
            case Expr.Name name -> 0;
            case Expr.Negation negation -> powers(negation.operand());
            case Expr.Operation operation ->
                powers(operation.left()) + powers(operation.right()) + (operation.operator() == Operator.POWER ? 1 : 0);
            case Expr.Call call ->
                call.arguments().stream().mapToInt(Dimensions::powers).sum()
                        + (call.function() == Function.POW ? 1 : 0);
        };
    }

    private double[] of(Expr expression, boolean inPeriodic) {
        return switch (expression) {
            case Expr.Literal literal -> none();
            case Expr.Constant constant -> none();
            case Expr.Name(String name) -> ofName(name, inPeriodic);
            case Expr.Negation negation -> of(negation.operand(), inPeriodic);
            case Expr.Operation operation -> ofOperation(operation, inPeriodic);
            case Expr.Call call -> ofCall(call, inPeriodic);
        };
    }

    private double[] ofName(String name, boolean inPeriodic) {
        if (inPeriodic && parameters.contains(name)) {
            periodic.add(name);
        }
        double[] unit = none();
        int predictor = predictors.indexOf(name);
        unit[predictor < 0 ? parameters.indexOf(name) : width - 1 - predictors.size() + predictor] = 1;
        return unit;
    }

    private double[] ofOperation(Expr.Operation operation, boolean inPeriodic) {
        double[] left = of(operation.left(), inPeriodic);
        if (operation.operator() == Operator.POWER) {
            return ofPower(left, operation.right(), inPeriodic);
        }
        double[] right = of(operation.right(), inPeriodic);
        return switch (operation.operator()) {
            case ADD, SUBTRACT -> {
                shift(operation);
                rules.add(combined(left, right, -1));
                yield left;
            }
            case MULTIPLY -> combined(left, right, 1);
            default -> combined(left, right, -1);
        };
    }

    private void shift(Expr.Operation operation) {
        Set<String> shifted = operation.operator() == Operator.ADD ? added : subtracted;
        if (operation.left() instanceof Expr.Name(String a) && operation.right() instanceof Expr.Name(String b)) {
            if (predictors.contains(a)) {
                shifted.add(b);
            } else if (predictors.contains(b)) {
                shifted.add(a);
            }
        }
    }

    private double[] ofPower(double[] base, Expr exponent, boolean inPeriodic) {
        double power = constant(exponent);
        if (!Double.isNaN(power)) {
            return scaled(base, power);
        }
        rules.add(of(exponent, inPeriodic));
        double[] fresh = none();
        fresh[unknown++] = 1;
        return fresh;
    }

    private static double constant(Expr exponent) {
        return switch (exponent) {
            case Expr.Literal(double value) -> value;
            case Expr.Constant constant -> constant.value();
            case Expr.Negation(Expr operand) -> -constant(operand);
            case Expr.Operation(Operator operator, Expr left, Expr right) ->
                operator.apply(constant(left), constant(right));
            default -> Double.NaN;
        };
    }

    private double[] ofCall(Expr.Call call, boolean inPeriodic) {
        boolean inside = inPeriodic || PERIODIC.contains(call.function());
        double[] first = of(call.arguments().getFirst(), inside);
        return switch (call.function()) {
            case POW -> ofPower(first, call.arguments().getLast(), inPeriodic);
            case MIN, MAX -> {
                rules.add(combined(first, of(call.arguments().getLast(), inside), -1));
                yield first;
            }
            case SQRT -> scaled(first, 0.5);
            case CBRT -> scaled(first, 1.0 / 3);
            default -> {
                if (KEEP.contains(call.function())) {
                    yield first;
                }
                rules.add(first);
                yield none();
            }
        };
    }

    private double[] none() {
        return new double[width];
    }

    private static double[] scaled(double[] unit, double factor) {
        return Arrays.stream(unit).map(v -> v * factor).toArray();
    }

    private static double[] combined(double[] left, double[] right, double factor) {
        double[] sum = left.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * right[i];
        }
        return sum;
    }

    /** Gauss–Jordan over the rules in their order; what stays open has no unit. */
    private double[][] solve() {
        int units = predictors.size() + 1;
        int unknowns = width - units;
        List<double[]> reduced = new ArrayList<>();
        List<Integer> pivots = new ArrayList<>();
        for (double[] rule : rules) {
            double[] row = rule.clone();
            for (int i = 0; i < reduced.size(); i++) {
                row = combined(row, reduced.get(i), -row[pivots.get(i)]);
            }
            int pivot = largest(row, unknowns);
            if (pivot < 0) {
                continue;
            }
            row = scaled(row, 1 / row[pivot]);
            for (int i = 0; i < reduced.size(); i++) {
                reduced.set(i, combined(reduced.get(i), row, -reduced.get(i)[pivot]));
            }
            reduced.add(row);
            pivots.add(pivot);
        }
        double[][] exponents = new double[parameters.size()][units];
        for (int i = 0; i < pivots.size(); i++) {
            if (pivots.get(i) < parameters.size()) {
                for (int u = 0; u < units; u++) {
                    exponents[pivots.get(i)][u] = 0.0 - reduced.get(i)[unknowns + u];
                }
            }
        }
        return exponents;
    }

    private static int largest(double[] row, int unknowns) {
        int largest = -1;
        for (int i = 0; i < unknowns; i++) {
            if (Math.abs(row[i]) > (largest < 0 ? TOLERANCE : Math.abs(row[largest]))) {
                largest = i;
            }
        }
        return largest;
    }
}
