package org.interactiveml.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What moves while a hand moves. */
final class LiveTest {
    @RegisterExtension
    static final LaboratoryInChromium LABORATORY = new LaboratoryInChromium();

    @Test
    void plotsFollowTheHandWhileItDrags() {
        LaboratoryPage lab = LABORATORY.open("regression");
        long before = lab.revision("fit");
        Set<Long> during = new TreeSet<>();
        var hand = lab.grab("degree");
        for (int degree = 4; degree <= 8; degree++) {
            hand.moveTo(degree);
            during.add(lab.revisionAfter("fit", during.isEmpty() ? before : ((TreeSet<Long>) during).last()));
        }
        assertThat(during).hasSizeGreaterThanOrEqualTo(5).allMatch(version -> version > before);
        hand.release();
        assertThat(lab.number("degree")).hasValue("8");
        lab.await(() -> lab.frames().settled()
                && Long.valueOf(8).equals(lab.frames().values().get("degree")));
        lab.await(() -> lab.revision("fit") == lab.frames().version());
        assertThat(lab.thumb("degree")).hasValue("8");
    }

    @Test
    void theLastFrameOfADragEqualsItsReplayToTheLastBit() {
        LaboratoryPage lab = LABORATORY.open("regression?model=lasso&samples=120&degree=2");
        var hand = lab.grab("noise.magnitude");
        hand.moveTo(4.5);
        hand.moveTo(1.15);
        hand.release();
        hand = lab.grab("degree");
        hand.moveTo(9);
        hand.release();
        lab.await(() -> lab.frames().settled()
                && Long.valueOf(9).equals(lab.frames().values().get("degree")));
        assertThat(lab.frames().values().get("model")).isEqualTo("lasso");
        assertThat(lab.frames().values().get("noise.magnitude")).isNotEqualTo(3.0);
        Replay replay = Replay.of(
                "regression",
                Set.of("curve", "predictions", "points"),
                lab.frames().values());
        for (String stage : new String[] {"fit", "points", "predictions"}) {
            assertThat(lab.frames().value(stage)).as(stage).isEqualTo(replay.value(stage));
        }
        assertThat(lab.frames().value("curve").get("y"))
                .isEqualTo(replay.value("curve").get("y"));
    }

    @Test
    void aTypingErrorInAFormulaIsToldAtItsFieldAndThePageLivesOn() {
        LaboratoryPage lab = LABORATORY.open("regression");
        long before = lab.revision("fit");
        var formula = lab.control("function");
        formula.locator("input").fill("2*x +");
        assertThat(formula).hasAttribute("invalid", "");
        assertThat(formula.locator("[slot=error-message]")).not().isEmpty();
        assertThat(lab.view("fit")).hasAttribute("data-revision", Long.toString(before));

        lab.thumb("degree").press("ArrowRight");
        long moved = lab.revisionAfter("fit", before);
        assertThat(formula.locator("input")).hasValue("2*x +");

        formula.locator("input").fill("2*x + 1");
        lab.revisionAfter("fit", moved);
        assertThat(formula).not().hasAttribute("invalid", "");
        lab.await(() -> "2*x + 1".equals(lab.frames().values().get("function")));
    }

    @Test
    void arrowKeysOnTheFocusedSliderChangeTheDegree() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=4");
        long before = lab.revision("fit");
        lab.thumb("degree").focus();
        lab.page().keyboard().press("ArrowRight");
        before = lab.revisionAfter("fit", before);
        assertThat(lab.number("degree")).hasValue("5");
        lab.page().keyboard().press("ArrowLeft");
        before = lab.revisionAfter("fit", before);
        lab.page().keyboard().press("ArrowLeft");
        lab.revisionAfter("fit", before);
        assertThat(lab.number("degree")).hasValue("3");
        assertThat(lab.thumb("degree")).isFocused();
    }
}
