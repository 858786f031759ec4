package org.interactiveml.ui.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.interactiveml.engine.formula.Formula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonFormulaTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a*exp(-(x-mu)^2/(2*sigma^2)); a*np.exp(-(x - mu)**2/(2*sigma**2))",
                "-x^2; -x**2",
                "(-x)^2; (-x)**2",
                "x^-2; x**(-2)",
                "x^a^2; x**a**2",
                "(x^a)^2; (x**a)**2",
                "x-(a-b); x - (a - b)",
                "x/(a*b); x/(a*b)",
                "x*(a/b); x*(a/b)",
                "-(x+a)*b; -(x + a)*b",
                "2^(-2)*x; np.float_power(2, -2)*x",
                "x^(1/3); x**np.divide(1, 3)",
                "(1/2+1)*x; (np.divide(1, 2) + 1)*x",
                "arctan(x)+ln(x)+min(x, a); np.arctan(x) + np.log(x) + np.minimum(x, a)",
                "pow(x, a)-pi*e; np.float_power(x, a) - np.pi*np.e",
                "1.5e-7*x; 1.5E-7*x",
            })
    void theTreeIsWrittenAsPythonReadsIt(String formula, String python) {
        assertThat(new PythonFormula(List.of("x", "a", "b", "mu", "sigma")).text(Formula.parse(formula)))
                .isEqualTo(python);
    }

    @Test
    void namesThatPythonHasAnotherUseForAreChanged() {
        PythonFormula python = new PythonFormula(List.of("lambda", "lambda_", "np", "β", "\u1d6fd", "\u4e2d"));
        assertThat(python.text(Formula.parse("lambda+lambda_+np+β+\u4e2d")))
                .isEqualTo("lambda_ + lambda__ + np_ + β + p6");
        assertThat(python.name("\u1d6fd")).isNotEqualTo("β");
    }
}
