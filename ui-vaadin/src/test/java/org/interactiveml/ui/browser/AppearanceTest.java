package org.interactiveml.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Light and dark, and whether everybody can use the page. */
final class AppearanceTest {
    @RegisterExtension
    static final LaboratoryInChromium LABORATORY = new LaboratoryInChromium();

    private static final String CALM = "*{transition:none!important;animation:none!important}";

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

    @Test
    void nobodyIsShutOutInLight() {
        assertThat(violations("light", "regression")).isEmpty();
    }

    @Test
    void nobodyIsShutOutInDark() {
        assertThat(violations("dark", "regression?model=lasso&degree=7")).isEmpty();
    }

    private static List<String> violations(String theme, String path) {
        LaboratoryPage lab = LABORATORY.open(path);
        lab.page().addStyleTag(new Page.AddStyleTagOptions().setContent(CALM));
        if (theme.equals("dark")) {
            lab.page().locator("iml-theme button").click();
        }
        lab.page().locator(".iml-pin").click();
        lab.page().locator(".iml-pinned tbody tr").waitFor();
        // What Vaadin itself puts beside the page, for its loading bar, is out of our hands.
        return new AxeBuilder(lab.page())
                .exclude("vaadin-connection-indicator").analyze().getViolations().stream()
                        .map(AppearanceTest::line)
                        .toList();
    }

    private static String line(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    private static String background(LaboratoryPage lab) {
        return (String) lab.page().evaluate("getComputedStyle(document.documentElement).backgroundColor");
    }
}
