package org.interactiveml.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;

/** Looks for what shuts people out of a page. */
final class Axe {
    private static final String CALM = "*{transition:none!important;animation:none!important}";

    private Axe() {}

    /** Fails with each violation and where it is; prints how many rules the page passed. */
    static void findsNothing(Page page, String what) {
        page.addStyleTag(new Page.AddStyleTagOptions().setContent(CALM));
        // What Vaadin itself puts beside the page, for its loading bar, is out of our hands.
        AxeResults results =
                new AxeBuilder(page).exclude("vaadin-connection-indicator").analyze();
        System.out.printf(
                "axe on %s: %d violations, %d rules passed%n",
                what, results.getViolations().size(), results.getPasses().size());
        assertThat(results.getPasses()).as("axe looked at the page").isNotEmpty();
        assertThat(results.getViolations()).extracting(Axe::line).as(what).isEmpty();
    }

    private static String line(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
