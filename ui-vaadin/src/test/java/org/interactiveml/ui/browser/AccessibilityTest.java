package org.interactiveml.ui.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.stream.Stream;
import org.interactiveml.engine.catalog.Catalog;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody is shut out of any page: light and dark, on a screen and on a phone. */
final class AccessibilityTest {
    @RegisterExtension
    static final LaboratoryInChromium LABORATORY = new LaboratoryInChromium();

    private static final int SCREEN = 1400;
    private static final int PHONE = 380;

    static Stream<Arguments> pages() {
        return Stream.concat(
                        Catalog.standard().experiments().stream().map(experiment -> experiment.id()),
                        Stream.of("regression?model=lasso&degree=7"))
                .flatMap(path -> Stream.of(
                        Arguments.of(path, "light", SCREEN),
                        Arguments.of(path, "dark", SCREEN),
                        Arguments.of(path, "light", PHONE)));
    }

    @ParameterizedTest(name = "{0}, {1}, {2} pixels wide")
    @MethodSource("pages")
    void nobodyIsShutOut(String path, String theme, int width) {
        LaboratoryPage lab = LABORATORY.open(path, page -> page.setViewportSize(width, 900));
        if (theme.equals("dark")) {
            lab.page().locator("iml-theme button").click();
        }
        Locator pin = lab.page().locator(".iml-pin");
        if (pin.count() > 0) {
            pin.first().click();
            lab.page().locator(".iml-pinned tbody tr").waitFor();
        }
        Axe.findsNothing(lab.page(), path + ", " + theme + ", " + width + " pixels wide");
    }

    static Stream<Arguments> pagesWithoutPlots() {
        return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap(theme -> Stream.of(SCREEN, PHONE)
                        .flatMap(width -> Stream.of(true, false).map(ops -> Arguments.of(ops, theme, width))));
    }

    @ParameterizedTest(name = "dashboard {0}, {1}, {2} pixels wide")
    @MethodSource("pagesWithoutPlots")
    void norFromTheDashboardOrAnAddressWithNothing(boolean dashboard, ColorScheme theme, int width) {
        Page page = LABORATORY.newPage();
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        page.navigate(
                dashboard ? LABORATORY.server().opsUrl() : LABORATORY.server().url() + "nothing-here");
        page.locator("h1").waitFor();
        Axe.findsNothing(
                page,
                (dashboard ? "the dashboard" : "an address with nothing") + ", "
                        + theme.name().toLowerCase(Locale.ROOT) + ", " + width + " pixels wide");
    }
}
