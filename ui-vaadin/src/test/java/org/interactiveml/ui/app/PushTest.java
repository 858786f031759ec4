package org.interactiveml.ui.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;
import org.interactiveml.ui.browser.Chromium;
import org.interactiveml.ui.control.Tables;
import org.junit.jupiter.api.Test;

final class PushTest {
    @Test
    void pushReachesAPageThroughThePublicPortByWebSocket() throws JMException {
        try (var chromium = Chromium.start();
                var server = new RunningLaboratory(new Tables(Optional.empty()))) {
            var page = chromium.newPage();
            List<String> sockets = new ArrayList<>();
            List<String> complaints = new ArrayList<>();
            page.onWebSocket(socket -> sockets.add(socket.url()));
            page.onPageError(complaints::add);
            page.navigate(server.url());
            assertThat(page.locator("h1")).hasText("Polynomial regression");
            page.locator("[data-view=fit][data-revision]").waitFor();
            assertThat(sockets).anyMatch(url -> url.contains("/VAADIN/push"));
            assertThat(sockets).anyMatch(url -> url.contains("/live?token="));
            assertThat(complaints).isEmpty();
            assertThat(classesOnTheHeap()).anyMatch(line -> line.endsWith(" " + LosslessBroadcaster.class.getName()));
        }
    }

    /** One line each, by what Atmosphere has made from names in its settings too. */
    private static List<String> classesOnTheHeap() throws JMException {
        Object histogram = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram.toString().lines().map(String::stripTrailing).toList();
    }

    @Test
    void anUnknownExperimentLeadsBackToTheLaboratory() {
        try (var chromium = Chromium.start();
                var server = new RunningLaboratory(new Tables(Optional.empty()))) {
            var page = chromium.newPage();
            page.navigate(server.url() + "no-such-experiment");
            assertThat(page.locator("h1")).hasText("There is nothing at this address");
            assertThat(page.locator("p")).containsText("no-such-experiment");
        }
    }
}
