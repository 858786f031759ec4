package org.interactiveml.engine.model.curvefit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interactiveml.engine.formula.CompiledFormula;
import org.interactiveml.engine.formula.CompiledFormula.Evaluator;
import org.interactiveml.engine.formula.Formula;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.jspecify.annotations.Nullable;

/**
 * A formula f(x; b) with its exact derivatives, ready to be fitted: some of its names are predictors, which have a column each,
 * all others are parameters.
 *
 * <p>A parameter is <em>linear</em> here if f is an affine function of all linear ones together, whatever the others are: such
 * parameters are solved for and never searched. Immutable and thread-safe.
 */
public final class CurveModel {
    /** Rows between two looks at the cancellation. */
    private static final int STRETCH = 1 << 13;

    private final Formula formula;
    private final List<String> predictors;
    private final int[] columns;
    private final List<String> parameters;
    private final int[] linear;
    private final int[] nonlinear;
    private final CompiledFormula value;
    private final boolean shifted;
    private final CompiledFormula basis;
    private final CompiledFormula bends;
    private final CompiledFormula slopes;
    private final @Nullable Separation separation;
    private final CompiledFormula terms;
    private final List<Dimensions.Role> roles;

    private CurveModel(Formula formula, List<String> predictors, int[] columns, List<String> parameters) {
        this.formula = formula;
        this.predictors = List.copyOf(predictors);
        this.columns = columns;
        this.parameters = List.copyOf(parameters);
        List<Formula> derivatives = parameters.stream().map(formula::derivative).toList();
        linear = linear(parameters, derivatives);
        nonlinear = IntStream.range(0, parameters.size())
                .filter(k -> Arrays.stream(linear).noneMatch(l -> l == k))
                .toArray();
        value = formula.compile(predictors, parameters);
        Formula constant = formula.without(names(linear).collect(Collectors.toSet()));
        shifted = !constant.isZero();
        basis = compile(constant, derivatives, linear);
        bends = Formula.compile(pick(derivatives, nonlinear), predictors, parameters);
        slopes = compile(
                formula, derivatives, IntStream.range(0, parameters.size()).toArray());
        separation = Separation.of(formula, derivatives, linear, nonlinear, predictors, parameters);
        terms = Formula.compile(
                pick(constant, derivatives, linear),
                Stream.concat(predictors.stream(), names(nonlinear)).toList(),
                List.of());
        roles = Dimensions.of(formula, predictors, parameters);
    }

    private Stream<String> names(int[] of) {
        return Arrays.stream(of).mapToObj(parameters::get);
    }

    /**
     * Takes a formula for data with these columns. The predictors are the columns that the formula names; where it names none,
     * {@code x} is the only column and {@code x1, x2, …} are several.
     *
     * @throws Infeasible where the formula uses no column, or nothing else
     */
    public static CurveModel of(Formula formula, List<String> columnNames) {
        Set<String> names = formula.names();
        List<String> known = new ArrayList<>(columnNames);
        if (known.stream().noneMatch(names::contains)) {
            known.replaceAll(name -> columnNames.size() == 1 ? "x" : "x" + (columnNames.indexOf(name) + 1));
        }
        int[] columns = IntStream.range(0, known.size())
                .filter(column -> names.contains(known.get(column)))
                .toArray();
        List<String> predictors = Arrays.stream(columns).mapToObj(known::get).toList();
        List<String> parameters =
                names.stream().filter(name -> !predictors.contains(name)).toList();
        if (predictors.isEmpty()) {
            throw new Infeasible("formula must use a predictor (" + String.join(", ", known) + "), not only "
                    + (names.isEmpty() ? "numbers" : String.join(", ", names)));
        }
        if (parameters.isEmpty()) {
            throw new Infeasible("formula must have a parameter to estimate: a name besides "
                    + String.join(", ", predictors) + ", as a in a*" + predictors.getFirst());
        }
        return new CurveModel(formula, predictors, columns, parameters);
    }

    // Greedy: a parameter joins if its derivative names neither itself nor one that joined, and theirs do not name it.
    private static int[] linear(List<String> parameters, List<Formula> derivatives) {
        List<Integer> joined = new ArrayList<>();
        for (int k = 0; k < parameters.size(); k++) {
            Set<String> names = derivatives.get(k).names();
            String self = parameters.get(k);
            boolean joins = !names.contains(self)
                    && joined.stream()
                            .noneMatch(other -> names.contains(parameters.get(other))
                                    || derivatives.get(other).names().contains(self));
            if (joins) {
                joined.add(k);
            }
        }
        return joined.stream().mapToInt(Integer::intValue).toArray();
    }

    private CompiledFormula compile(Formula first, List<Formula> derivatives, int[] of) {
        return Formula.compile(pick(first, derivatives, of), predictors, parameters);
    }

    private static List<Formula> pick(Formula first, List<Formula> derivatives, int[] of) {
        return Stream.concat(Stream.of(first), pick(derivatives, of).stream()).toList();
    }

    private static List<Formula> pick(List<Formula> derivatives, int[] of) {
        return Arrays.stream(of).mapToObj(derivatives::get).toList();
    }

    /** The formula as it was given. */
    public Formula formula() {
        return formula;
    }

    /** The names that stand for columns. */
    public List<String> predictors() {
        return predictors;
    }

    /** The names to estimate, in order of first appearance. */
    public List<String> parameters() {
        return parameters;
    }

    int[] linear() {
        return linear;
    }

    int[] nonlinear() {
        return nonlinear;
    }

    /** Of all columns of the data those that the formula uses, in the order of {@link #predictors}. */
    public double[][] select(double[][] features) {
        return Arrays.stream(columns).mapToObj(column -> features[column]).toArray(double[][]::new);
    }

    /**
     * The curve at the given rows.
     *
     * @param x one column per predictor
     * @param b one value per parameter
     */
    public double[] values(double[][] x, double[] b, Cancellation cancellation) {
        double[] out = new double[x[0].length];
        run(value.evaluator(), x, b, new double[][] {out}, cancellation);
        return out;
    }

    /** Whether there is more to f than its linear terms. */
    boolean isShifted() {
        return shifted;
    }

    /** f without its linear terms, then its derivative by each linear parameter. */
    Evaluator basis() {
        return basis.evaluator();
    }

    /** As {@link #basis}, where the nonlinear parameters are columns beside the predictors. */
    Evaluator terms() {
        return terms.evaluator();
    }

    /** What the formula tells of each parameter. */
    List<Dimensions.Role> roles() {
        return roles;
    }

    /** The derivative of f by each parameter that is not linear. */
    Evaluator bends() {
        return bends.evaluator();
    }

    /** f, then its derivative by each parameter. */
    Evaluator slopes() {
        return slopes.evaluator();
    }

    /** The formula's terms, where they can be told apart. */
    @Nullable
    Separation separation() {
        return separation;
    }

    /** Evaluates all rows, looking at the cancellation from time to time. */
    static void run(Evaluator formula, double[][] x, double[] b, double[][] outs, Cancellation cancellation) {
        int rows = x[0].length;
        for (int row = 0; row < rows; row += STRETCH) {
            cancellation.check();
            formula.evaluate(x, b, row, Math.min(rows, row + STRETCH), outs);
        }
    }
}
