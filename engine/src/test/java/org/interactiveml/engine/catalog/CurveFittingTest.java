package org.interactiveml.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Report;
import org.junit.jupiter.api.Test;

class CurveFittingTest extends ExperimentKit {
    private static final CurveFitting EXPERIMENT = new CurveFitting();
    private static final Snapshot DEFAULTS = EXPERIMENT.parameters().defaults();

    CurveFittingTest() {
        super(EXPERIMENT);
    }

    private static Frame run(Snapshot snapshot) {
        return new Evaluation(EXPERIMENT.plan(), EXPERIMENT.viewed(), () -> 0)
                .run(snapshot, Fidelity.FULL, new Cancellation(), early -> {});
    }

    private static Snapshot with(Map<String, Object> plain) {
        return DEFAULTS.with(EXPERIMENT.parameters().read(plain));
    }

    private static List<String> reasons(Snapshot snapshot) {
        return run(snapshot).results().stream()
                .filter(result -> result.stage().id().equals("fit"))
                .map(result -> (Outcome.Failed<?>) result.outcome())
                .findFirst()
                .orElseThrow()
                .reasons();
    }

    private static Dataset dataset(boolean... test) {
        double[] x1 = {1, 2, 3, 4, 5, 6};
        double[] x2 = {0, 1, 0, 1, 0, 1};
        double[] y = new double[6];
        for (int i = 0; i < y.length; i++) {
            y[i] = 3 * StrictMath.exp(-0.5 * x1[i]) + 2 * x2[i];
        }
        return new Dataset(
                "own.csv", List.of("time", "dose"), new double[][] {x1, x2}, "y", y, test.length == 0 ? null : test);
    }

    @Test
    void withoutNoiseTheParametersComeBack() {
        Frame frame = run(with(Map.of("noise.sd", 0)));

        assertThat(frame.at("estimates.true")).contains(new Report.Column(new double[] {2, 0.3, 0.7}));
        Report.Column estimates = (Report.Column) frame.at("estimates.estimate").orElseThrow();
        assertThat(estimates.values()).containsExactly(new double[] {2, 0.3, 0.7}, within(1e-12));
        assertThat(frame.at("fit.converged")).contains(new Report.Flag(true));
    }

    @Test
    void theTrueValuesAreShownForTheTrueFormulaOnly() {
        Frame frame = run(with(Map.of("formula", "h/(1 + ((x - c)/w)^2)")));

        assertThat(frame.at("estimates.true")).isEmpty();
        assertThat(frame.at("grid.truth")).isPresent();
    }

    @Test
    void severalPredictorsOfOnesOwnAreFittedOnAllRows() {
        Frame frame = run(with(Map.of("formula", "a*exp(-k*time) + b*dose"))
                .with(Patch.of(CurveFitData.DATASET, Optional.of(dataset()))));

        assertThat(frame.at("fit.converged")).contains(new Report.Flag(true));
        assertThat(frame.at("fit.train.rows")).contains(new Report.Whole(6));
        assertThat(frame.at("grid.x")).isEmpty();
    }

    @Test
    void rowsThatTheDataMarkAsTestAreNotFitted() {
        Frame frame = run(with(Map.of("formula", "a*exp(-k*x1) + b*x2"))
                .with(Patch.of(CurveFitData.DATASET, Optional.of(dataset(false, false, false, false, false, true)))));

        assertThat(frame.at("fit.train.rows")).contains(new Report.Whole(5));
        assertThat(frame.at("fit.test.rows")).contains(new Report.Whole(1));
    }

    @Test
    void startValuesForAnotherFormulaAreGuessedInstead() {
        assertThat(curesThatHelp(with(Map.of("start", Map.of("b1", 1))))).containsExactly("Guess the start values");
    }

    @Test
    void badInputIsToldInOneLineEach() {
        assertThat(reasons(with(Map.of("formula", "2*x"))))
                .containsExactly("formula must have a parameter to estimate: a name besides x, as a in a*x");
        assertThat(reasons(with(Map.of("start", Map.of("b1", 1)))))
                .containsExactly("start must name parameters of the formula (a, mu, sigma), not b1");
        assertThatThrownBy(() -> with(Map.of("sigma", 0)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("sigma must be between ");
        assertThatThrownBy(() -> with(Map.of("formula", "a*foo(x)")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("\"foo\" is not a known function");
    }
}
