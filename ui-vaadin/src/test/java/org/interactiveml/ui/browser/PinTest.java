package org.interactiveml.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Fits that are kept to be compared with. */
final class PinTest {
    @RegisterExtension
    static final LaboratoryInChromium LABORATORY = new LaboratoryInChromium();

    private static Locator rows(LaboratoryPage lab) {
        return lab.page().locator(".iml-pinned tbody tr");
    }

    @Test
    void aPinnedFitStaysAsAGhostIsComparedAndComesBack() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=3&model=ols");
        Locator pin = lab.view("fit").locator(".iml-pin");
        assertThat(lab.page().locator(".iml-pinned")).isHidden();
        pin.click();
        assertThat(lab.page().locator("iml-pins > [aria-live]")).hasText("pinned 1: pinned");
        assertThat(rows(lab).locator(".iml-differs")).hasText("nothing");
        assertThat(lab.view("fit").locator(".iml-legend")).containsText("pinned 1");

        lab.type("degree", "9");
        assertThat(rows(lab).locator(".iml-differs")).hasText("Degree 3 → 9");
        assertThat(rows(lab).locator(".iml-change[data-verdict=better]").first())
                .containsText("now ");
        lab.view("fit")
                .locator("summary", new Locator.LocatorOptions().setHasText("Show as table"))
                .click();
        assertThat(lab.view("fit").locator("caption", new Locator.LocatorOptions().setHasText("pinned 1")))
                .isVisible();

        rows(lab).getByText("Restore").press("Enter");
        assertThat(lab.number("degree")).hasValue("3");
        assertThat(rows(lab).locator(".iml-differs")).hasText("nothing");
    }

    @Test
    void fiveFitsCanBePinnedAndRemovedByKeyboardAlone() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=3");
        Locator pin = lab.view("fit").locator(".iml-pin");
        for (int i = 0; i < 6; i++) {
            pin.press("Enter");
        }
        assertThat(rows(lab)).hasCount(5);
        assertThat(pin).hasAttribute("aria-disabled", "true");
        rows(lab).nth(1).getByText("Remove").press("Enter");
        assertThat(rows(lab).locator("th")).hasText(new String[] {"pinned 1", "pinned 3", "pinned 4", "pinned 5"});
        for (int i = 0; i < 4; i++) {
            lab.page().keyboard().press("Enter");
        }
        assertThat(lab.page().locator(".iml-pinned")).isHidden();
        assertThat(pin).isFocused();
    }

    @Test
    void whereThereIsNoCurveTheScoresAreCompared() {
        LaboratoryPage lab = LABORATORY.open("classification");
        Locator pin = lab.page().locator(".iml-pin");
        pin.click();
        assertThat(rows(lab)).hasCount(1);
        assertThat(rows(lab).innerText()).containsPattern("0\\.\\d{3}");
    }
}
