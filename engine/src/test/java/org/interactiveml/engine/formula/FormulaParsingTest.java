package org.interactiveml.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaParsingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2*3            | 7",
                "(1 + 2)*3          | 9",
                "-2^2               | -4",
                "2^-1               | 0.5",
                "2^3^2              | 512",
                "2**3**2            | 512",
                "10 - 4 - 3         | 3",
                "100/10/5           | 2",
                "2*-3               | -6",
                "--3                | 3",
                "+3                 | 3",
                "-2*-3^2            | 18",
                ".5 + 1e-3 + 2.     | 2.501",
                "1.5E+2             | 150",
                "sqrt(16) + cbrt(27)| 7",
                "log2(536870912)    | 29",
                "log2(0.125)        | -3",
                "log10(1000)        | 3",
                "ln(e)              | 1",
                "arctan(1)*4 - pi   | 0",
                "min(3, 2) + max(3, 2)| 5",
                "pow(2, 10)         | 1024",
                "sign(-3)*abs(-4)   | -4",
                "floor(-1.5) + ceil(-1.5)| -3",
                "0^0                | 1",
                "(-8)^3             | -512",
            })
    void followsTheRulesOfAlgebra(String text, double expected) {
        assertThat(Formula.parse(text).compile(List.of(), List.of()).at()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sn(x)        | at position 1: \"sn\" is not a known function; known are abs, acos, arccos, arcsin, arctan,"
                        + " asin, atan, cbrt, ceil, cos, cosh, exp, floor, ln, log, log10, log2, max, min, pow, sign, sin, sinh,"
                        + " sqrt, tan, tanh",
                "2*x + z      | at position 7: \"z\" is not a known name; known are x, pi, e",
                "x)           | at position 2: expected an operator, not \")\"",
                "(x + 1       | at position 7: expected an operator or \")\" for the \"(\" at position 1, not the end",
                "2*           | at position 3: expected a number, a name or \"(\", not the end",
                "2*/x         | at position 3: expected a number, a name or \"(\", not \"/\"",
                "2x           | at position 2: expected an operator, not \"x\"",
                "x 2.50       | at position 3: expected an operator, not \"2.50\"",
                "x(2)         | at position 2: expected an operator, not \"(\"",
                "0,5*x        | at position 2: expected an operator, not \",\"; decimals take a point, as in 0.5",
                "sin x        | at position 1: \"sin\" is a function and needs \"(\" after it",
                "Sin(x)       | at position 1: \"Sin\" is not a known function; known are abs, acos, arccos, arcsin, arctan,"
                        + " asin, atan, cbrt, ceil, cos, cosh, exp, floor, ln, log, log10, log2, max, min, pow, sign, sin, sinh,"
                        + " sqrt, tan, tanh",
                "max(x)       | at position 1: max takes 2 values, not 1",
                "sin()        | at position 1: sin takes 1 value, not 0",
                "sin(x, x)    | at position 1: sin takes 1 value, not 2",
                "1e999        | at position 1: \"1e999\" is too large a number",
                "x = 2        | at position 3: expected an operator, not \"=\"",
                "x − 1        | at position 3: expected an operator, not \"−\"",
                "x.class      | at position 2: expected an operator, not \".\"",
                "java.lang.Runtime | at position 1: \"java\" is not a known name; known are x, pi, e",
                "`${x}`       | at position 1: expected a number, a name or \"(\", not \"$\"",
                "''           | at position 1: expected a number, a name or \"(\", not \"'\"",
                "x 😀          | at position 3: expected an operator, not \"😀\"",
                "``           | the formula is empty; write for example 2*x + sin(x)",
            })
    void namesPlaceAndExpectationOfAMistake(String text, String line) {
        assertThatThrownBy(() -> Formula.parse(text, Set.of("x")))
                .isInstanceOf(FormulaException.class)
                .hasMessage(line);
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> Formula.parse("-".repeat(20_000) + "x"))
                .hasMessage("the formula must have at most 2000 characters, not 20001");
        assertThatThrownBy(() -> Formula.parse("(".repeat(20_000) + "x" + ")".repeat(20_000)))
                .hasMessage("the formula must have at most 2000 characters, not 40001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "+", "sin(", "2^", "1+(", "max(1, "})
    void endlessNestingIsRefused(String opening) {
        assertThatThrownBy(() -> Formula.parse(opening.repeat(1_900 / opening.length()) + "x"))
                .hasMessageMatching("at position \\d+: nested deeper than 200 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x+", "x*", "x/"})
    void anEndlessChainIsRefused(String link) {
        assertThatThrownBy(() -> Formula.parse(link.repeat(201) + "x"))
                .hasMessage("the formula is deeper than 200 levels, each operation in a row counting as one;"
                        + " group some in parentheses");
    }

    @Test
    void twoHundredLevelsAreFine() {
        String text = "(".repeat(200) + "x" + ")".repeat(200);
        assertThat(Formula.parse(text)).isEqualTo(Formula.parse("x"));
    }

    @Test
    void theDeepestFormulasNeedLittleStack() throws InterruptedException {
        String sum = "x+".repeat(200) + "x";
        String quotient = "x/".repeat(200) + "x";
        String tower = "exp(-".repeat(100) + "x" + ")".repeat(100);
        StringBuilder done = new StringBuilder();
        Runnable work = () -> {
            for (String text : new String[] {sum, quotient, tower}) {
                Formula formula = Formula.parse(text);
                Formula derivative = formula.derivative("x");
                double slope = derivative.compile(List.of("x"), List.of()).at(1);
                assertThat(slope).isFinite();
                assertThat(formula).isEqualTo(Formula.parse(text)).hasSameHashCodeAs(Formula.parse(text));
                done.append(derivative.toString().isEmpty() ? 'e' : '.');
            }
        };
        Thread small = new Thread(null, work, "small stack", 512 * 1024);
        small.start();
        small.join();
        assertThat(done.toString()).isEqualTo("...");
    }

    @Test
    void collectsNamesInOrderOfAppearance() {
        assertThat(Formula.parse("b1*exp(-b2*x)/(b3 + b1*x) + pi").names()).containsExactly("b1", "b2", "x", "b3");
    }

    @Test
    void aDeclaredNameHidesTheConstant() {
        assertThat(Formula.parse("2*e", Set.of("e")).names()).containsExactly("e");
        assertThat(Formula.parse("2*e", Set.of("x")).names()).isEmpty();
    }

    @Test
    void caseMatters() {
        assertThat(Formula.parse("X + x").names()).containsExactly("X", "x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2*x-0.6*x**2+0.2*x^3+18*sin(x) | 2*x - 0.6*x^2 + 0.2*x^3 + 18*sin(x)",
                "((a))-(b-c)                    | a - (b - c)",
                "(a-b)-c                        | a - b - c",
                "a/(b*c)*d                      | a/(b*c)*d",
                "(-x)^2 + -x^2                  | (-x)^2 + (-x^2)",
                "(a^b)^c^d                      | (a^b)^c^d",
                "2^(-1)                         | 2^(-1)",
                "max(a , b+1)                   | max(a, b + 1)",
                "1e300 + 1.50 + 1e-7 + 1.25e-9  | 1e300 + 1.5 + 1e-7 + 1.25e-9",
                "arctan(x)/pi                   | atan(x)/pi",
            })
    void printsTheCanonicalText(String text, String canonical) {
        assertThat(Formula.parse(text)).hasToString(canonical);
        assertThat(Formula.parse(canonical)).isEqualTo(Formula.parse(text));
    }

    @RepeatedTest(300)
    void printingAndParsingGivesTheSameTree(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Formula formula = new Formula(RandomExpr.tree(new Random(seed), 6));
        assertThat(Formula.parse(formula.toString()))
                .as("seed %d: %s", seed, formula)
                .isEqualTo(formula);
    }

    @RepeatedTest(300)
    void anyTextGivesAFormulaOrOneLine(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        String alphabet = "x1.e+-*/^(),sin max\t\n\"\\$😀π²";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        try {
            Formula formula = Formula.parse(text.toString());
            assertThat(Formula.parse(formula.toString()))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(formula);
        } catch (FormulaException e) {
            assertThat(e.problem()).as("seed %d: %s", seed, text).isNotBlank().doesNotContain("\n");
        }
    }
}
