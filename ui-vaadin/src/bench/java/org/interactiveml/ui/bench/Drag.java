package org.interactiveml.ui.bench;

import com.google.gson.Gson;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
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
    /** Events of the mouse in one drag. */
    static final int EVENTS = 600;

    /** Drags that are measured: one alone tells as much about the machine in those ten seconds as about the program. */
    static final int TIMES = 3;

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;

    /** What is dragged: an address below the program's root, and a parameter on its page. */
    record Course(String path, String parameter) {
        /** The slider as the page's script finds it. */
        private String slider() {
            return "document.querySelector(\"[data-parameter='" + parameter + "'] input[type=range]\")";
        }
    }

    /** How much of the page is in sight; all views are open in both. */
    enum Window {
        /** A laptop's. */
        USUAL,
        /** So high that no view is below its edge. */
        ALL_VIEWS
    }

    /**
     * Keeps raw what happens, and reads nothing of it until the drag is over. Of a frame it keeps the header alone: with all
     * their columns the frames of a drag would be as large as the whole page, and have the browser collect garbage.
     */
    private static final String RECORDER = """
            const Native = WebSocket;
            window.bench = { inputs: [], displays: [], headers: [] };
            const header = (data) => data.slice(8, 8 + new DataView(data).getUint32(4, true));
            window.WebSocket = class extends Native {
              constructor(...all) {
                super(...all);
                this.addEventListener("message", (event) => typeof event.data !== "string" && bench.headers.push(header(event.data)));
              }
            };
            addEventListener("input", (event) => bench.inputs.push(event.timeStamp), true);
            const display = (time) => { bench.displays.push(time); requestAnimationFrame(display); };
            requestAnimationFrame(display);
            """;

    private static final String FORGET = """
            (() => {
              for (const list of Object.values(bench)) list.length = 0;
              performance.clearMeasures();
              return true;
            })()
            """;

    private static final String READ = """
            (() => {
              const measures = (name) => performance.getEntriesByName(name).map((m) => [m.startTime, m.startTime + m.duration]);
              const fit = (header) => JSON.parse(new TextDecoder().decode(header)).micros.fit;
              return {
                inputs: bench.inputs,
                displays: bench.displays,
                drawn: measures("input-to-drawn"),
                painted: measures("input-to-paint"),
                fitMicros: bench.headers.map(fit),
              };
            })()
            """;

    /** A minute: so long the best compilers on both sides still find something to do. */
    private static final int WARM_UPS = 5;

    private Drag() {}

    /** Drags until the programs on both sides are warm, and returns what the drags after that were like. */
    @SuppressWarnings("try") // the browser need only be there
    static List<Recording> run(String url, Course course, Window window) throws IOException, InterruptedException {
        int port = freePort();
        try (Chromium chromium = Chromium.start("--remote-debugging-port=" + port);
                Tab tab = new Tab(port)) {
            tab.resize(WIDTH, HEIGHT);
            tab.open(url + course.path(), RECORDER);
            tab.await("document.querySelector('iml-plot[data-revision]') !== null");
            if (window == Window.ALL_VIEWS) {
                tab.resize(WIDTH, tab.evaluate("document.documentElement.scrollHeight").getAsInt());
            }
            tab.evaluate(course.slider() + ".scrollIntoView({ block: 'nearest' }) === undefined");
            for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
                drag(tab, course);
            }
            List<Recording> recordings = new ArrayList<>();
            for (int time = 0; time < TIMES; time++) {
                tab.evaluate(FORGET);
                drag(tab, course);
                recordings.add(new Recording(new Gson().fromJson(tab.evaluate(READ), Map.class)));
            }
            return recordings;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void drag(Tab tab, Course course) {
        Box box = new Gson().fromJson(tab.evaluate(course.slider() + ".getBoundingClientRect().toJSON()"), Box.class);
        double y = box.y() + box.height() / 2;
        tab.press(box.at(0), y);
        tab.move(EVENTS, move -> box.at(place(move + 1)), y);
        tab.release(box.at(place(EVENTS)), y);
        tab.await("performance.now() - bench.inputs.at(-1) > 1000");
    }

    private static int place(int move) {
        int along = move % (2 * PLACES);
        return along <= PLACES ? along : 2 * PLACES - along;
    }

    /** Where a slider lies on the page, in pixels. */
    private record Box(double x, double y, double width, double height) {
        /** The middle of the thumb, which is as wide as the slider is high, never leaves the track. */
        double at(int place) {
            return x + height / 2 + (width - height) * place / PLACES;
        }
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

        /**
         * Of all events, those whose answer the very next display frame showed. A display frame takes the events that came
         * before it, and its nominal time may be a little after them: it is not the next one.
         */
        double shareInNextDisplay() {
            NavigableMap<Double, Double> painted = ends("painted");
            List<Double> displays = numbers("displays");
            long punctual = inputs.stream()
                    .filter(input -> {
                        var end = painted.ceilingEntry(input);
                        double next = displays.stream()
                                .filter(time -> time > input + SAME_DISPLAY)
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
