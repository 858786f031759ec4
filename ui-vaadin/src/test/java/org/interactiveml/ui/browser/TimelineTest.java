package org.interactiveml.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way back: by key, by the browser's own buttons, along the timeline. */
final class TimelineTest {
    @RegisterExtension
    static final LaboratoryInChromium LABORATORY = new LaboratoryInChromium();

    private static Locator track(LaboratoryPage lab) {
        return lab.page().getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("History"));
    }

    private static void awaitEntries(LaboratoryPage lab, int count) {
        assertThat(track(lab)).hasAttribute("aria-valuemax", Integer.toString(count));
    }

    private static void drag(LaboratoryPage lab, String parameter, double... values) {
        var hand = lab.grab(parameter);
        for (double value : values) {
            hand.moveTo(value);
        }
        hand.release();
    }

    @Test
    void theKeysTakeBackADragAsAWholeAndBringItAgain() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=2");
        drag(lab, "degree", 5, 9, 7);
        awaitEntries(lab, 2);
        assertThat(track(lab)).hasAttribute("aria-valuetext", "Degree 2 → 7, 2 of 2");
        lab.page().keyboard().press("Control+z");
        assertThat(lab.number("degree")).hasValue("2");
        lab.await(() -> Long.valueOf(2).equals(lab.frames().values().get("degree")));
        lab.page().keyboard().press("Control+Shift+z");
        assertThat(lab.number("degree")).hasValue("7");
        lab.page().keyboard().press("Control+z");
        assertThat(lab.number("degree")).hasValue("2");
        lab.page().keyboard().press("Control+y");
        assertThat(lab.number("degree")).hasValue("7");
        assertThat(lab.page().getByText("Redo")).isDisabled();
        lab.page().getByText("Undo").click();
        assertThat(lab.number("degree")).hasValue("2");
        assertThat(lab.page().getByText("Undo")).isDisabled();
    }

    @Test
    void theKeysLeaveAFieldAloneThatHasAnUndoOfItsOwn() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=2");
        lab.thumb("degree").press("ArrowRight");
        awaitEntries(lab, 2);
        Locator formula = lab.control("function").locator("input");
        String before = formula.inputValue();
        formula.press("End");
        formula.pressSequentially("+");
        formula.press("Control+z");
        assertThat(formula).hasValue(before);
        assertThat(lab.number("degree")).hasValue("3");
    }

    @Test
    void backAndForwardOfTheBrowserAreUndoAndRedoWithoutAReload() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=2");
        lab.page().evaluate("window.stillTheSamePage = true");
        lab.type("degree", "5");
        awaitEntries(lab, 2);
        lab.type("samples", "80");
        awaitEntries(lab, 3);
        assertThat(lab.page()).hasURL(Pattern.compile("\\?v=1&(samples=80&degree=5|degree=5&samples=80)$"));
        lab.page().goBack();
        assertThat(lab.number("samples")).hasValue("50");
        lab.page().goBack();
        assertThat(lab.number("degree")).hasValue("2");
        assertThat(lab.page()).hasURL(Pattern.compile("\\?v=1&degree=2$"));
        lab.page().goForward();
        assertThat(lab.number("degree")).hasValue("5");
        lab.page().keyboard().press("Control+z");
        assertThat(lab.number("degree")).hasValue("2");
        assertThat(lab.page()).hasURL(Pattern.compile("\\?v=1&degree=2$"));
        assertThat(track(lab)).hasAttribute("aria-valuemax", "3");
        assertThat(lab.page().evaluate("window.stillTheSamePage")).isEqualTo(true);
    }

    /** Chromium keeps 50 places: the page goes where it cannot take the browser along. */
    @Test
    void moreStepsThanTheBrowserKeepsAreUndoneAndBackLeadsOn() {
        LaboratoryPage lab = LABORATORY.open("regression?samples=100");
        int steps = 60;
        for (int step = 1; step <= steps; step++) {
            lab.type("samples", Integer.toString(100 + step));
            awaitEntries(lab, step + 1);
        }
        track(lab).press("Home");
        lab.await(() -> lab.page().evaluate("history.state.iml.key").equals(steps + 2));
        lab.page().goBack();
        assertThat(lab.number("samples")).hasValue("160");
        for (int step = 0; step < steps; step++) {
            lab.page().keyboard().press("Control+z");
        }
        assertThat(lab.number("samples")).hasValue("100");
        for (int step = 0; step < steps; step++) {
            lab.page().keyboard().press("Control+y");
        }
        assertThat(lab.number("samples")).hasValue("160");
    }

    @Test
    void backReachesTheStatesFromBeforeAReload() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=2");
        lab.type("degree", "5");
        assertThat(lab.page()).hasURL(Pattern.compile("\\?v=1&degree=5$"));
        lab.page().reload();
        lab.awaitDrawing();
        awaitEntries(lab, 1);
        lab.page().goBack();
        assertThat(lab.number("degree")).hasValue("2");
        awaitEntries(lab, 2);
        lab.type("degree", "7");
        awaitEntries(lab, 3);
        lab.page().goBack();
        assertThat(lab.number("degree")).hasValue("2");
    }

    @Test
    void scrubbingLeadsThePlotsThroughThePastAndAChangeThereBranches() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=2");
        for (int degree = 3; degree <= 6; degree++) {
            lab.type("degree", Integer.toString(degree));
            awaitEntries(lab, degree - 1);
        }
        var box = track(lab).boundingBox();
        double y = box.y + box.height / 2;
        long before = lab.revision("fit");
        lab.page().mouse().move(box.x + 10 + 4 * 28, y);
        lab.page().mouse().down();
        lab.page().mouse().move(box.x + 10 + 28, y, new Mouse.MoveOptions().setSteps(8));
        assertThat(lab.number("degree")).hasValue("3");
        lab.revisionAfter("fit", before);
        lab.page().mouse().up();
        awaitEntries(lab, 5);

        lab.type("degree", "12");
        awaitEntries(lab, 6);
        track(lab).press("ArrowLeft");
        assertThat(lab.number("degree")).hasValue("6");
        track(lab).press("Home");
        assertThat(lab.number("degree")).hasValue("2");
        lab.page().keyboard().press("Control+y");
        lab.page().keyboard().press("Control+y");
        assertThat(lab.number("degree")).hasValue("4");
        awaitEntries(lab, 6);
    }

    @Test
    void aHandOnASliderIsLeftAloneByAnUndo() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=2");
        lab.type("samples", "80");
        awaitEntries(lab, 2);
        var hand = lab.grab("degree");
        hand.moveTo(8);
        lab.page().keyboard().press("Control+z");
        lab.await(() -> Long.valueOf(2).equals(lab.frames().values().get("degree")));
        assertThat(lab.thumb("degree")).hasValue("8");
        hand.release();
        lab.await(() -> Long.valueOf(8).equals(lab.frames().values().get("degree")));
        assertThat(lab.number("degree")).hasValue("8");
    }
}
