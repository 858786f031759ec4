package org.interactiveml.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Light and dark. */
final class AppearanceTest {
    @RegisterExtension
    static final LaboratoryInChromium LABORATORY = new LaboratoryInChromium();

    @Test
    void theButtonTurnsThePageDarkAndTheChoiceSurvivesAReload() {
        LaboratoryPage lab = LABORATORY.open("regression");
        String light = background(lab);
        lab.page().locator("iml-theme button").click();
        assertThat(lab.page().locator("html")).hasAttribute("theme", "dark");
        assertThat(background(lab)).isNotEqualTo(light);
        lab.page().reload();
        lab.awaitDrawing();
        assertThat(lab.page().locator("html")).hasAttribute("theme", "dark");
        lab.page().locator("iml-theme button").click();
        assertThat(background(lab)).isEqualTo(light);
    }

    @Test
    void withoutAChoiceThePageFollowsTheSystem() {
        LaboratoryPage lab = LABORATORY.open("regression");
        String light = background(lab);
        lab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(background(lab)).isNotEqualTo(light);
    }

    private static String background(LaboratoryPage lab) {
        return (String) lab.page().evaluate("getComputedStyle(document.documentElement).backgroundColor");
    }
}
