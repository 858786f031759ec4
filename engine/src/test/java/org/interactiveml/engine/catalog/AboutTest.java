package org.interactiveml.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Report;
import org.interactiveml.engine.view.ViewSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AboutTest {

    static List<Experiment> experiments() {
        return Catalog.standard().experiments();
    }

    private static String text(Experiment experiment, Snapshot snapshot, String path) {
        Frame frame = new Evaluation(experiment.plan(), experiment.viewed(), () -> 0)
                .run(snapshot, Fidelity.DRAFT, new Cancellation(), early -> {});
        return ((Report.Text) frame.at(path).orElseThrow()).value();
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void everyExperimentSaysWhatIsInItsScores(Experiment experiment) {
        assertThat(experiment.views())
                .filteredOn(ViewSpec.Scores.class::isInstance)
                .singleElement()
                .satisfies(view -> assertThat(((ViewSpec.Scores) view).about())
                        .hasSize(2)
                        .allSatisfy(path -> assertThat(
                                        text(experiment, experiment.parameters().defaults(), path))
                                .endsWith(".")));
    }

    @ParameterizedTest
    @EnumSource(Regression.Model.class)
    void onlyAPenaltyIsSaidToActWhileFitting(Regression.Model model) {
        Experiment regression = Catalog.standard().find("regression").orElseThrow();
        Snapshot snapshot = regression.parameters().defaults().with(Patch.of(Regression.MODEL_CHOICE, model));

        assertThat(text(regression, snapshot, "about.score"))
                .contains(
                        model == Regression.Model.OLS ? "has no penalty" : "acts while fitting and is no part of them");
    }
}
