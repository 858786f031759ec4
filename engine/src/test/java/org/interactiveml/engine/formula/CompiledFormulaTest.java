package org.interactiveml.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.interactiveml.engine.numeric.Trigonometry;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CompiledFormulaTest {
    private static final String DEFAULT = "2*x - 0.6*x^2 + 0.2*x^3 + 18*sin(x)";

    @Test
    void theDefaultFunctionHasTheBitsOfItsPlainJavaForm() {
        double[] x = new Random(1).doubles(1_000, -5, 5).toArray();
        double[] y = compile(DEFAULT).evaluate(x);
        for (int i = 0; i < x.length; i++) {
            double square = x[i] * x[i];
            assertThat(y[i]).isEqualTo(2 * x[i] - 0.6 * square + 0.2 * (square * x[i]) + 18 * Trigonometry.sin(x[i]));
        }
    }

    @RepeatedTest(300)
    void columnsAndSingleRowsHaveTheSameBitsAsTheTree(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        Expr tree = RandomExpr.tree(random, 5);
        CompiledFormula compiled = new Formula(tree).compile(List.of("x"), List.of("b"));
        double[] x = random.doubles(600, -4, 4).toArray();
        double[] b = {random.nextDouble()};
        double[] y = new double[x.length];
        compiled.evaluate(new double[][] {x}, b, 0, x.length, y);
        double[] oneByOne = Arrays.stream(x).map(v -> compiled.at(v, b[0])).toArray();
        double[] interpreted =
                Arrays.stream(x).map(v -> interpret(tree, v, b[0])).toArray();
        assertThat(y)
                .as("seed %d: %s", seed, new Formula(tree))
                .isEqualTo(oneByOne)
                .isEqualTo(interpreted);
    }

    @Test
    void whereTheRowsAreCutDoesNotShow() {
        CompiledFormula compiled = compile(DEFAULT);
        double[] x = new Random(2).doubles(1_000, -5, 5).toArray();
        double[] pieces = new double[x.length];
        for (int cut = 0; cut < x.length; cut += 37) {
            compiled.evaluate(new double[][] {x}, new double[0], cut, Math.min(cut + 37, x.length), pieces);
        }
        assertThat(pieces).isEqualTo(compiled.evaluate(x));
    }

    @Test
    void onlyTheRowsAskedForAreWritten() {
        double[] out = {7, 7, 7, 7};
        compile("x^2").evaluate(new double[][] {{1, 2, 3, 4}}, new double[0], 1, 3, out);
        assertThat(out).containsExactly(7, 4, 9, 7);
    }

    @Test
    void theResultMayReplaceItsColumn() {
        double[] x = new Random(3).doubles(1_000, -5, 5).toArray();
        double[] expected = compile(DEFAULT).evaluate(x);
        compile(DEFAULT).evaluate(new double[][] {x}, new double[0], 0, x.length, x);
        assertThat(x).isEqualTo(expected);
    }

    @Test
    void constantsAndBareColumnsFillTheRows() {
        double[] x = {1, 2, 3};
        assertThat(compile("2*pi").evaluate(x)).containsOnly(2 * Math.PI);
        assertThat(compile("x").evaluate(x)).containsExactly(1, 2, 3);
        assertThat(compile("x").evaluate(new double[0])).isEmpty();
    }

    @Test
    void twoPredictorsAndParametersKeepTheirOrder() {
        CompiledFormula compiled =
                Formula.parse("b1 - b2*x1*exp(-b3*x2)").compile(List.of("x1", "x2"), List.of("b1", "b2", "b3"));
        double[] out = new double[2];
        compiled.evaluate(new double[][] {{1, 2}, {0, 0}}, new double[] {10, 3, 5}, 0, 2, out);
        assertThat(out).containsExactly(7, 4);
        assertThat(compiled.at(2, 0, 10, 3, 5)).isEqualTo(4);
    }

    @Test
    void aDerivativeThatSharesItsPartsStaysCheap() {
        Formula slope = Formula.parse("x*".repeat(199) + "x").derivative("x");
        double[] out = slope.compile(List.of("x"), List.of()).evaluate(new double[] {1, -1});
        assertThat(out).containsExactly(200, -200);
    }

    @Test
    void aNameThatIsNeitherColumnNorParameterIsABug() {
        assertThatThrownBy(() -> Formula.parse("x + b").compile(List.of("x"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("b is neither a column nor a parameter");
    }

    private static CompiledFormula compile(String text) {
        return Formula.parse(text).compile(List.of("x"), List.of());
    }

    /** The oracle: walks the tree, with powers as the documentation defines them. */
    private static double interpret(Expr tree, double x, double b) {
        return switch (tree) {
            case Expr.Literal literal -> literal.value();
            case Expr.Constant constant -> constant.value();
            case Expr.Name name -> name.name().equals("x") ? x : b;
            case Expr.Negation negation -> -interpret(negation.operand(), x, b);
            case Expr.Operation(Operator operator, Expr left, Expr right) ->
                operator == Operator.POWER
                        ? power(
                                interpret(left, x, b),
                                interpret(right, x, b),
                                new Formula(right).names().isEmpty())
                        : operator.apply(interpret(left, x, b), interpret(right, x, b));
            case Expr.Call(Function function, List<Expr> arguments) -> {
                double[] values =
                        arguments.stream().mapToDouble(a -> interpret(a, x, b)).toArray();
                boolean fixed = new Formula(arguments.getLast()).names().isEmpty();
                yield function == Function.POW
                        ? power(values[0], values[1], fixed)
                        : function.apply(values[0], Arrays.stream(values).reduce(0, (first, last) -> last));
            }
        };
    }

    private static double power(double base, double exponent, boolean fixed) {
        if (!fixed || exponent != Math.rint(exponent) || Math.abs(exponent) > 32) {
            return StrictMath.pow(base, exponent);
        }
        double product = products(base, (int) Math.abs(exponent));
        return exponent < 0 ? 1 / product : product;
    }

    private static double products(double base, int exponent) {
        if (exponent == 0) {
            return 1;
        }
        double half = exponent % 2 == 1 ? products(base, exponent - 1) : products(base, exponent / 2);
        return exponent == 1 ? base : exponent % 2 == 1 ? half * base : half * half;
    }

    @Test
    void severalFormulasTogetherGiveTheSameBitsAsEachAlone() {
        Formula formula = Formula.parse("a*exp(-(x - mu)^2/(2*sigma^2)) + 7");
        List<String> parameters = List.of("a", "mu", "sigma", "unused");
        List<Formula> all = List.of(
                formula,
                formula.derivative("a"),
                formula.derivative("mu"),
                formula.derivative("sigma"),
                formula.derivative("unused"),
                Formula.parse("x"),
                Formula.parse("mu^2"));
        double[] x = new double[700];
        for (int i = 0; i < x.length; i++) {
            x[i] = -3 + 0.01 * i;
        }
        double[] values = {2, 0.3, 0.7, 5};

        CompiledFormula together = Formula.compile(all, List.of("x"), parameters);
        double[][] outs = new double[together.size()][x.length];
        together.evaluate(new double[][] {x}, values, 0, x.length, outs);

        for (int k = 0; k < outs.length; k++) {
            double[] alone = new double[x.length];
            all.get(k).compile(List.of("x"), parameters).evaluate(new double[][] {x}, values, 0, x.length, alone);
            assertThat(outs[k]).as("%s", all.get(k)).isEqualTo(alone);
        }
    }
}
