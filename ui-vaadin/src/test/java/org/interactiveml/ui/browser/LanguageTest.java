package org.interactiveml.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page in other languages than English. */
final class LanguageTest {
    @RegisterExtension
    static final LaboratoryInChromium LABORATORY = new LaboratoryInChromium();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private static LaboratoryPage preferring(String language, String path) {
        return LABORATORY.open(path, page -> page.setExtraHTTPHeaders(Map.of("Accept-Language", language)));
    }

    private static Locator html(LaboratoryPage lab) {
        return lab.page().locator("html");
    }

    private static Locator label(LaboratoryPage lab, String parameter) {
        return lab.control(parameter).locator("label").first();
    }

    @Test
    void theBrowsersOwnLanguageIsSpoken() {
        LaboratoryPage lab = preferring("de-AT,de;q=0.9,en;q=0.8", "regression?degree=7");
        assertThat(html(lab)).hasAttribute("lang", "de");
        assertThat(lab.page().locator("h1")).hasText("Polynomregression");
        assertThat(label(lab, "test.fraction")).hasText("Testanteil");
        assertThat(lab.control("model")).containsText("Kleinste Quadrate");
        assertThat(lab.view("learning-curve").locator("h3")).hasText("Lernkurve");
        assertThat(lab.view("fit").locator(".iml-legend")).containsText("Angepasste Kurve");
        assertThat(lab.view("latency").locator("dt").first()).hasText("erzeugen");
        assertThat(lab.page().locator("iml-view-menu summary")).hasText("Ansichten");
        lab.page().locator(".iml-pin").click();
        assertThat(lab.page().locator(".iml-pinned h3")).hasText("Angeheftete Anpassungen");
        Axe.findsNothing(lab.page(), "a page in " + html(lab).getAttribute("lang"));
    }

    @Test
    void theMenuSwitchesKeepsTheValuesAndIsRemembered() {
        LaboratoryPage lab = LABORATORY.open("regression?lang=es");
        assertThat(html(lab)).hasAttribute("lang", "es");
        assertThat(label(lab, "degree")).hasText("Grado");
        assertThat(lab.page().locator("nav a").last()).hasAttribute("href", "/multivariate?lang=es");
        lab.type("degree", "8");
        lab.await(() -> Long.valueOf(8).equals(lab.frames().values().get("degree")));
        lab.page().locator("iml-language select").selectOption("zh");
        assertThat(html(lab)).hasAttribute("lang", "zh-Hans");
        assertThat(label(lab, "degree")).hasText("次数");
        assertThat(lab.number("degree")).hasValue("8");
        assertThat(lab.page().locator("h1")).hasText("多项式回归");
        assertThat(lab.page().locator("iml-language select")).hasValue("zh");
        Axe.findsNothing(lab.page(), "a page in " + html(lab).getAttribute("lang"));

        lab.page().navigate(lab.page().url().replaceFirst("regression.*", "classification"));
        assertThat(lab.page().locator("h1")).hasText("逻辑回归分类");
    }

    @Test
    void numbersAreWrittenTheSameWayInEveryLanguage() {
        LaboratoryPage lab = preferring("de", "regression?test.fraction=0.25");
        assertThat(lab.number("test.fraction")).hasValue("0.25");
        assertThat(lab.view("scores").locator(".iml-test strong").first()).containsText(".");
    }

    @Test
    void lessonsAndScriptsSpeakTheLanguageOfTheirPage() throws IOException {
        LaboratoryPage lab = LABORATORY.open("regression?lang=de");
        lab.page().getByText("Lektionen").click();
        assertThat(lab.page().getByText("Unteranpassung und Überanpassung")).isVisible();
        lab.page().keyboard().press("Escape");
        Path script = folder.resolve("greeting.jsonl");
        Files.writeString(script, """
                {"replay":1,"experiment":"regression"}
                {"at":0,"caption":{"en":"Hello","de":"Guten Tag"}}
                """);
        lab.page().locator(".iml-open input[type=file]").setInputFiles(script);
        assertThat(lab.page().locator(".iml-caption")).hasText("Guten Tag");
        assertThat(lab.page().locator(".iml-lesson")).hasAttribute("aria-label", "Lektion");
    }
}
