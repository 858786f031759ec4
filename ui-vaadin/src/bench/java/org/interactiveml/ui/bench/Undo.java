package org.interactiveml.ui.bench;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import org.interactiveml.ui.browser.Chromium;

/** A history of many steps, taken back. */
final class Undo {
    static final int STEPS = 500;

    private static final String PATH = "regression?samples=1000";
    private static final String TRACK = "iml-timeline .iml-track";
    private static final int FIRST = 1000;

    /** Milliseconds for all steps: by the key for undo pressed that often, and by one jump along the timeline. */
    record Taken(double byKeys, double byJump) {}

    private Undo() {}

    static Taken run(String url) {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.newPage();
            page.navigate(url + PATH);
            page.locator("[data-view=fit][data-revision]").waitFor();
            Locator samples = page.locator("[data-parameter=samples] input[type=number]");
            Locator track = page.locator(TRACK);
            for (int step = 1; step <= STEPS; step++) {
                samples.fill(Integer.toString(FIRST - step));
                samples.press("Enter");
                String entries = Integer.toString(step + 1);
                page.waitForCondition(() -> entries.equals(track.getAttribute("aria-valuemax")));
            }
            track.focus();
            String beginning = Integer.toString(FIRST);
            double byKeys = millis(page, samples, beginning, () -> {
                for (int step = 0; step < STEPS; step++) {
                    page.keyboard().press("Control+z");
                }
            });
            double back = millis(page, samples, Integer.toString(FIRST - STEPS), () -> track.press("End"));
            double byJump = millis(page, samples, beginning, () -> track.press("Home"));
            return new Taken(byKeys, Math.max(back, byJump));
        }
    }

    private static double millis(Page page, Locator samples, String expected, Runnable action) {
        long begin = System.nanoTime();
        action.run();
        try {
            page.waitForCondition(() -> samples.inputValue().equals(expected));
        } catch (TimeoutError late) {
            throw new IllegalStateException(
                    "the field shows " + samples.inputValue() + " instead of " + expected + ", the timeline "
                            + page.locator(TRACK).getAttribute("aria-valuetext"),
                    late);
        }
        return (System.nanoTime() - begin) / 1e6;
    }
}
