package org.interactiveml.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.interactiveml.engine.catalog.Regression.Model;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.formula.Formula;
import org.interactiveml.engine.model.linear.PolynomialFit;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data that no curve can be fitted to end in a failure with its reason, never in a NaN. */
class RegressionBadDataTest {
    private static final Regression REGRESSION = new Regression(Workers.callerOnly());
    private static final Snapshot DEFAULTS = REGRESSION.parameters().defaults();

    private static Frame run(Patch patch) {
        return new Evaluation(REGRESSION.plan(), REGRESSION.viewed(), () -> 0)
                .run(DEFAULTS.with(patch), Fidelity.FULL, new Cancellation(), early -> {});
    }

    private static List<String> reasons(Frame frame) {
        Outcome<PolynomialFit> outcome = frame.outcome(REGRESSION.fit()).orElseThrow();
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(frame.at("curve.y")).isEmpty();
        assertThat(frame.at("predictions.test.predicted")).isEmpty();
        return outcome instanceof Outcome.Failed<?> failed ? failed.reasons() : List.of();
    }

    private static Patch own(int rows, DoubleUnaryOperator toX, DoubleUnaryOperator toY) {
        double[] x = new double[rows];
        double[] y = new double[rows];
        Arrays.setAll(x, toX::applyAsDouble);
        Arrays.setAll(y, toY::applyAsDouble);
        boolean[] test = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            test[i] = i % 10 >= 7;
        }
        return Patch.of(
                OneVariable.DATASET, Optional.of(new Dataset("own", List.of("x"), new double[][] {x}, "y", y, test)));
    }

    @Test
    void fewerRowsThanCoefficients() {
        assertThat(reasons(run(own(6, i -> i, i -> i * i).and(Patch.of(Regression.DEGREE, 9)))))
                .containsExactly("least squares of degree 9 needs at least 10 training rows, not 6");
    }

    @Test
    void fewerDifferentRowsThanCoefficients() {
        assertThat(reasons(run(own(60, i -> i % 3, i -> i).and(Patch.of(Regression.DEGREE, 4)))))
                .containsExactly("least squares of degree 4 needs at least 5 different training values of x, not 3");
    }

    @Test
    void allXEqual() {
        assertThat(reasons(run(own(20, i -> 2.5, i -> i))))
                .containsExactly("x must take at least 2 different values, but all 20 are 2.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OLS", "RIDGE", "LASSO", "ELASTIC_NET"})
    void aConstantYIsFittedAndItsUndefinedScoresAreExplained(String model) {
        Frame frame = run(own(20, i -> i, i -> 4.25).and(Patch.of(Regression.MODEL_CHOICE, Model.valueOf(model))));

        assertThat(frame.at("fit.train.r2")).contains(new Report.Real(Double.NaN));
        assertThat(frame.at("fit.test.r2")).contains(new Report.Real(Double.NaN));
        assertThat(frame.at("fit.coefficients"))
                .hasValueSatisfying(
                        report -> assertThat(((Report.Column) report).values()).containsExactly(4.25, 0, 0, 0));
        assertThat(frame.at("fit.notes").orElseThrow())
                .asString()
                .contains(
                        "R² needs values of y that differ, and all 14 training values are equal",
                        "R² needs values of y that differ, and all 6 test values are equal");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e300, 1e-300})
    void extremeYIsRefusedWithItsValue(double unit) {
        assertThat(reasons(run(own(20, i -> i, i -> (i + 1) * unit))))
                .singleElement()
                .asString()
                .startsWith("the largest |y| must be between 1e-150 and 1e150")
                .contains("not " + 20 * unit);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e300, 1e-300})
    void extremeXIsRefusedForItsPowers(double unit) {
        assertThat(reasons(run(own(20, i -> (i + 1) * unit, i -> i))))
                .singleElement()
                .asString()
                .startsWith("x to the power 3 must be between 1e-300 and 1e300");
    }

    @Test
    void aFormulaOutsideItsDomainNamesTheFirstRow() {
        assertThat(reasons(run(Patch.of(OneVariable.FUNCTION, Formula.parse("log(x)")))))
                .singleElement()
                .asString()
                .matches("y must be finite, but row \\d+ \\(x = -\\d.*\\) has NaN");
        assertThat(reasons(run(Patch.of(OneVariable.FUNCTION, Formula.parse("exp(1000 + x)")))))
                .singleElement()
                .asString()
                .matches("y must be finite, but row 1 \\(x = .*\\) has Infinity");
    }

    @Test
    void foldsLargerThanTheTrainingPart() {
        assertThat(reasons(run(own(12, i -> i, i -> i * i % 7)
                        .and(Patch.of(Regression.MODEL_CHOICE, Model.LASSO))
                        .and(Patch.of(OneVariable.FOLDS, 20)))))
                .containsExactly("folds must be at most the number of training rows, 9, not 20");
    }

    @Test
    void powersThatLoseDigitsAreWarnedOf() {
        Frame narrow = run(own(60, i -> 1000 + i / 60.0, i -> i % 7).and(Patch.of(Regression.DEGREE, 3)));
        assertThat(narrow.at("conditioning.warning").orElseThrow())
                .asString()
                .contains("the powers of x are nearly dependent");

        assertThat(run(Patch.of(Regression.DEGREE, 3)).at("conditioning.warning"))
                .contains(new Report.Text(""));
    }
}
