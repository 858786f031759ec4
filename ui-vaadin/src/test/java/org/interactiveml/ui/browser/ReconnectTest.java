package org.interactiveml.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens while the live socket is away. */
final class ReconnectTest {
    @RegisterExtension
    static final LaboratoryInChromium LABORATORY = new LaboratoryInChromium();

    /** A wire to the server that can be cut and mended. */
    private static final class Wire {
        private final List<WebSocketRoute> open = new ArrayList<>();
        private boolean whole = true;

        void lay(Page page) {
            page.routeWebSocket(Pattern.compile("/live\\?"), browser -> {
                if (whole) {
                    open.add(browser);
                    open.add(browser.connectToServer());
                } else {
                    browser.close();
                }
            });
        }

        void cut() {
            whole = false;
            open.forEach(WebSocketRoute::close);
            open.clear();
        }

        void mend() {
            whole = true;
        }
    }

    @Test
    void aLostConnectionComesBackAndShowsWhatChangedMeanwhileOnEitherSide() {
        Wire wire = new Wire();
        LaboratoryPage lab = LABORATORY.open("regression?degree=4&seed.x=7", wire::lay);
        var connection = lab.page().locator("iml-live");
        assertThat(connection).hasAttribute("data-state", "open");
        long before = lab.revision("fit");

        wire.cut();
        assertThat(connection).hasAttribute("data-state", "reconnecting");
        assertThat(connection).containsText("reconnecting");
        // On the server's side through Vaadin, which has a connection of its own; on the browser's with a key.
        lab.page().getByText("New sample").click();
        assertThat(lab.control("seed.x").locator("input")).hasValue("8");
        lab.thumb("degree").press("ArrowRight");
        assertThat(lab.number("degree")).hasValue("5");
        assertThat(lab.view("fit")).hasAttribute("data-revision", Long.toString(before));

        wire.mend();
        assertThat(connection).hasAttribute("data-state", "open");
        assertThat(connection).isEmpty();
        lab.await(() -> lab.revision("fit") >= before + 2);
        assertThat(lab.page()).hasURL(Pattern.compile("degree=5"));
        assertThat(lab.page()).hasURL(Pattern.compile("seed\\.x=8"));
    }

    @Test
    void aConnectionLostInTheMiddleOfADragLosesNothing() {
        Wire wire = new Wire();
        LaboratoryPage lab = LABORATORY.open("regression?degree=2", wire::lay);
        long before = lab.revision("fit");
        var hand = lab.grab("degree");
        hand.moveTo(4);
        long moved = lab.revisionAfter("fit", before);
        wire.cut();
        hand.moveTo(7);
        hand.release();
        assertThat(lab.number("degree")).hasValue("7");
        wire.mend();
        lab.revisionAfter("fit", moved);
        assertThat(lab.page()).hasURL(Pattern.compile("degree=7"));
        assertThat(lab.number("degree")).hasValue("7");
    }
}
