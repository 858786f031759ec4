package org.interactiveml.ui.bench;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.interactiveml.ui.browser.Chromium;

/**
 * A drag of ten seconds on a slider of a page, with every view open. The mouse goes back and forth along the slider in 100
 * steps, so each event has another value than the one before.
 */
final class Drag {
    private static final int PLACES = 100;
    private static final int EVENTS = 600;
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;

    /** What is dragged: an address below the program's root, and a parameter on its page. */
    record Course(String path, String parameter) {
        private Locator slider(Page page) {
            return page.locator("[data-parameter='" + parameter + "'] input[type=range]");
        }
    }

    /** How much of the page is in sight; all views are open in both. */
    enum Window {
        /** A laptop's. */
        USUAL,
        /** So high that no view is below its edge. */
        ALL_VIEWS
    }

    /** Keeps raw what happens, and reads nothing of it until the drag is over. */
    private static final String RECORDER = """
            const Native = WebSocket;
            window.bench = { inputs: [], displays: [], frames: [] };
            window.WebSocket = class extends Native {
              constructor(...all) {
                super(...all);
                this.addEventListener("message", (event) => typeof event.data !== "string" && bench.frames.push(event.data));
              }
            };
            addEventListener("input", (event) => bench.inputs.push(event.timeStamp), true);
            const display = (time) => { bench.displays.push(time); requestAnimationFrame(display); };
            requestAnimationFrame(display);
            """;

    private static final String FORGET = """
            () => {
              for (const list of Object.values(bench)) list.length = 0;
              performance.clearMeasures();
            }
            """;

    private static final String READ = """
            () => {
              const measures = (name) => performance.getEntriesByName(name).map((m) => [m.startTime, m.startTime + m.duration]);
              const fit = (data) => {
                const length = new DataView(data).getUint32(4, true);
                return JSON.parse(new TextDecoder().decode(new Uint8Array(data, 8, length))).micros.fit;
              };
              return {
                inputs: bench.inputs,
                displays: bench.displays,
                drawn: measures("input-to-drawn"),
                painted: measures("input-to-paint"),
                fitMicros: bench.frames.map(fit),
              };
            }
            """;

    /** A minute: so long the best compilers on both sides still find something to do. */
    private static final int WARM_UPS = 6;

    private Drag() {}

    /** Drags until the programs on both sides are warm, and returns what the last drag was like. */
    static Recording run(String url, Course course, Window window) throws IOException, InterruptedException {
        int port = freePort();
        try (Chromium chromium = Chromium.start("--remote-debugging-port=" + port)) {
            Page page = chromium.newPage();
            page.addInitScript(RECORDER);
            page.setViewportSize(WIDTH, HEIGHT);
            page.navigate(url + course.path());
            page.locator("iml-plot[data-revision]").first().waitFor();
            if (window == Window.ALL_VIEWS) {
                Number height = (Number) page.evaluate("document.documentElement.scrollHeight");
                page.setViewportSize(WIDTH, height.intValue());
            }
            Locator slider = course.slider(page);
            slider.scrollIntoViewIfNeeded();
            try (Mouse mouse = new Mouse(port)) {
                for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
                    drag(page, slider, mouse);
                    page.evaluate(FORGET);
                }
                drag(page, slider, mouse);
            }
            return new Recording((Map<?, ?>) page.evaluate(READ));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void drag(Page page, Locator slider, Mouse mouse) {
        BoundingBox box = slider.boundingBox();
        double y = box.y + box.height / 2;
        mouse.press(x(box, 0), y);
        mouse.move(EVENTS, move -> x(box, place(move + 1)), y);
        mouse.release(x(box, place(EVENTS)), y);
        page.waitForCondition(() -> (Boolean) page.evaluate("performance.now() - bench.inputs.at(-1) > 1000"));
    }

    private static int place(int move) {
        int along = move % (2 * PLACES);
        return along <= PLACES ? along : 2 * PLACES - along;
    }

    /** The middle of the thumb, which is as wide as the slider is high, never leaves the track. */
    private static double x(BoundingBox box, int place) {
        return box.x + box.height / 2 + (box.width - box.height) * place / PLACES;
    }

    /** What a page noted; times in milliseconds on its own clock. */
    static final class Recording {
        private static final double SAME_DISPLAY = 1;

        private final Map<?, ?> noted;
        private final List<Double> inputs;

        private Recording(Map<?, ?> noted) {
            this.noted = noted;
            this.inputs = numbers("inputs");
        }

        /** How many events of the mouse reached the slider as events of their own. */
        int events() {
            return inputs.size();
        }

        Sample untilDrawn() {
            return until("drawn");
        }

        Sample untilPainted() {
            return until("painted");
        }

        Sample fitMillis() {
            return Sample.of(numbers("fitMicros").stream().map(micros -> micros / 1e3).toList());
        }

        /** Of all events, those whose answer the very next display frame showed. */
        double shareInNextDisplay() {
            NavigableMap<Double, Double> painted = ends("painted");
            List<Double> displays = numbers("displays");
            long punctual = inputs.stream()
                    .filter(input -> {
                        var end = painted.ceilingEntry(input);
                        double next = displays.stream()
                                .filter(time -> time > input)
                                .findFirst()
                                .orElse(Double.NEGATIVE_INFINITY);
                        return end != null && end.getValue() <= next + SAME_DISPLAY;
                    })
                    .count();
            return (double) punctual / inputs.size();
        }

        double drawnPerSecond() {
            double first = inputs.getFirst();
            double last = inputs.getLast();
            long displays = ends("painted").headMap(last, true).values().stream().distinct().count();
            return displays / (last - first) * 1e3;
        }

        /** An event whose own answer was overtaken counts with the answer that overtook it. */
        private Sample until(String what) {
            NavigableMap<Double, Double> ends = ends(what);
            return Sample.of(inputs.stream()
                    .filter(input -> ends.ceilingEntry(input) != null)
                    .map(input -> ends.ceilingEntry(input).getValue() - input)
                    .toList());
        }

        /** When the answer to an input was there, by the time of the input. */
        private NavigableMap<Double, Double> ends(String what) {
            NavigableMap<Double, Double> ends = new TreeMap<>();
            for (Object measure : (List<?>) Objects.requireNonNull(noted.get(what))) {
                List<?> span = (List<?>) measure;
                ends.put(((Number) span.get(0)).doubleValue(), ((Number) span.get(1)).doubleValue());
            }
            return ends;
        }

        private List<Double> numbers(String what) {
            return ((List<?>) Objects.requireNonNull(noted.get(what)))
                    .stream().map(number -> ((Number) number).doubleValue()).toList();
        }
    }
}
