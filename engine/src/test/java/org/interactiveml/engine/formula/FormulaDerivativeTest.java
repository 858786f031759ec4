package org.interactiveml.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaDerivativeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7                     | 0",
                "x                     | 1",
                "b                     | 0",
                "3*x                   | 3",
                "x^2                   | 2*x",
                "x^3                   | 3*x^2",
                "5*x^3                 | 15*x^2",
                "-x                    | -1",
                "1/x                   | -(1/x^2)",
                "b^2*x + pi            | b^2",
                "x^b                   | b*x^(b - 1)",
                "b^x                   | b^x*log(b)",
                "exp(-b*x)             | -(exp(-b*x)*b)",
                "log(x)                | 1/x",
                "sin(x)                | cos(x)",
                "cos(2*x)              | -(sin(2*x)*2)",
                "arctan(x)             | 1/(1 + x^2)",
                "tanh(x)               | 1 - tanh(x)^2",
                "floor(x) + sign(x)    | 0",
                "2*x - 0.6*x^2 + 0.2*x^3 + 18*sin(x) | 2 - 1.2*x + 0.2*(3*x^2) + 18*cos(x)",
            })
    void hasTheClosedForm(String text, String derivative) {
        assertThat(Formula.parse(text).derivative("x")).hasToString(derivative);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2*x - 0.6*x^2 + 0.2*x^3 + 18*sin(x)",
                "b*exp(-(x - 1)^2/(2*b^2))",
                "b/(1 + exp(2 - 3*x))",
                "(1 + b*x + x^2)/(1 + 4*x + b*x^2)",
                "b - 2*x - arctan(b/(x + 4))/pi",
                "abs(x - 5)*sqrt(x)*cbrt(x + b)",
                "log(x)*log10(x + 1)*log2(x + b)",
                "tan(x/3) + asin(x/9) + acos(x/9) - atan(x)",
                "sinh(x)*cosh(b*x) + tanh(x*b)",
                "min(x, 9)*max(b*x, -x) + max(3, x)",
                "x^x + pow(x, b) + b^x + x^-2 + (x + b)^0.5",
                "(1 - (1 + b*x/2)^(-2))",
                "-(x*b)^2/(-x - 1)",
            })
    void agreesWithCentralDifferences(String text) {
        Formula formula = Formula.parse(text);
        CompiledFormula f = formula.compile(List.of("x"), List.of("b"));
        CompiledFormula byX = formula.derivative("x").compile(List.of("x"), List.of("b"));
        CompiledFormula byB = formula.derivative("b").compile(List.of("x"), List.of("b"));
        Random random = new Random(20);
        double h = 1e-5;
        for (int i = 0; i < 100; i++) {
            double x = 0.5 + 1.5 * random.nextDouble();
            double b = 0.5 + 1.5 * random.nextDouble();
            double slopeX = (f.at(x + h, b) - f.at(x - h, b)) / (2 * h);
            double slopeB = (f.at(x, b + h) - f.at(x, b - h)) / (2 * h);
            assertThat(byX.at(x, b)).as("%s by x at %s, %s", text, x, b).isCloseTo(slopeX, tolerance(slopeX));
            assertThat(byB.at(x, b)).as("%s by b at %s, %s", text, x, b).isCloseTo(slopeB, tolerance(slopeB));
        }
    }

    private static Offset<Double> tolerance(double slope) {
        return within(1e-7 * (1 + Math.abs(slope)));
    }
}
