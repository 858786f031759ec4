package org.interactiveml.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.engine.experiment.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for the page of each experiment of the catalogue. */
final class EveryExperimentTest {
    @RegisterExtension
    static final LaboratoryInChromium LABORATORY = new LaboratoryInChromium();

    @ParameterizedTest
    @CsvSource({
        "regression,      degree,          6",
        "classification,  noise.magnitude, 2.5",
        "curve-fit,       amplitude,       4.5",
        "kernel,          noise.magnitude, 1.5",
        "multivariate,    noise.sd,        1.5"
    })
    void itsPlotsFollowADragAndItsLastFrameEqualsTheReplayToTheLastBit(
            String experiment, String parameter, double target) {
        LaboratoryPage lab = LABORATORY.open(experiment);
        String plot = lab.page().locator("iml-plot").first().getAttribute("data-view");
        long before = lab.revision(plot);
        Object start = lab.frames().values().get(parameter);
        var hand = lab.grab(parameter);
        hand.moveTo(target);
        lab.revisionAfter(plot, before);
        hand.release();
        lab.await(() -> lab.frames().settled()
                && !Objects.equals(start, lab.frames().values().get(parameter)));

        Set<String> reported = Catalog.standard().find(experiment).orElseThrow().viewed().stream()
                .filter(Stage::isReported)
                .map(Stage::id)
                .collect(Collectors.toSet());
        Replay replay = Replay.of(experiment, reported, lab.frames().values());
        for (String stage : reported) {
            assertThat(lab.frames().value(stage)).as(stage).isEqualTo(replay.value(stage));
        }
    }

    @Test
    void eachPageLeadsToTheOthers() {
        LaboratoryPage lab = LABORATORY.open("regression");
        lab.page()
                .locator("nav a", new Page.LocatorOptions().setHasText("classification"))
                .click();
        lab.page().waitForURL(url -> url.endsWith("/classification"));
        lab.awaitDrawing();
        PlaywrightAssertions.assertThat(lab.page().locator("nav a[aria-current=page]"))
                .hasText("Logistic classification");
    }

    @Test
    void noExperimentIsLeftOut() throws NoSuchMethodException {
        var rows = EveryExperimentTest.class
                .getDeclaredMethod(
                        "itsPlotsFollowADragAndItsLastFrameEqualsTheReplayToTheLastBit",
                        String.class,
                        String.class,
                        double.class)
                .getAnnotation(CsvSource.class)
                .value();
        assertThat(rows)
                .extracting(row -> row.substring(0, row.indexOf(',')))
                .containsExactlyElementsOf(Catalog.standard().experiments().stream()
                        .map(experiment -> experiment.id())
                        .toList());
    }
}
