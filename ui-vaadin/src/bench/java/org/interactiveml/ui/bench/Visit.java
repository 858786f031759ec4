package org.interactiveml.ui.bench;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interactiveml.ui.browser.Chromium;

/** First visits of the page: each with an empty cache, on a program that has been visited before. */
final class Visit {
    private static final String PATH = "regression";
    private static final int WARM_UPS = 2;
    private static final int VISITS = 7;

    /** Notes what comes over the sockets and when the first plot is drawn. */
    private static final String RECORDER = """
            window.visit = { drawn: 0, bytes: 0 };
            const Native = WebSocket;
            window.WebSocket = class extends Native {
              constructor(...all) {
                super(...all);
                this.addEventListener("message", ({ data }) => { visit.bytes += data.byteLength ?? data.length; });
              }
            };
            new MutationObserver((_, observer) => {
              if (document.querySelector("iml-plot[data-revision]") === null) return;
              visit.drawn = performance.now();
              observer.disconnect();
            }).observe(document, { subtree: true, attributeFilter: ["data-revision"] });
            """;

    /** What was drawn between two display frames is noted before the browser reports its first paint. */
    private static final String DONE =
            "visit.drawn > 0 && performance.getEntriesByName('first-contentful-paint').length > 0";

    private static final String READ = """
            () => {
              const [paint] = performance.getEntriesByName("first-contentful-paint");
              const files = performance.getEntries().reduce((sum, { transferSize = 0 }) => sum + transferSize, 0);
              return { painted: paint.startTime, drawn: visit.drawn, bytes: files + visit.bytes };
            }
            """;

    /** What visits were like: milliseconds since the address was entered, and all bytes as they came. */
    record Impression(Sample painted, Sample drawn, Sample bytes) {}

    private Visit() {}

    static Impression of(String url) {
        List<Map<?, ?>> noted = new ArrayList<>();
        try (Chromium chromium = Chromium.start()) {
            for (int visit = 0; visit < WARM_UPS + VISITS; visit++) {
                Page page = chromium.newPage();
                page.addInitScript(RECORDER);
                page.navigate(url + PATH);
                page.waitForCondition(() -> (Boolean) page.evaluate(DONE));
                if (visit >= WARM_UPS) {
                    noted.add((Map<?, ?>) page.evaluate(READ));
                }
                page.context().close();
            }
        }
        return new Impression(numbers(noted, "painted"), numbers(noted, "drawn"), numbers(noted, "bytes"));
    }

    private static Sample numbers(List<Map<?, ?>> noted, String what) {
        return Sample.of(noted.stream()
                .map(one -> ((Number) Objects.requireNonNull(one.get(what))).doubleValue())
                .toList());
    }
}
