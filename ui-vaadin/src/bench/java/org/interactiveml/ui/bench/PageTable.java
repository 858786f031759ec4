package org.interactiveml.ui.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Prints what the program's users wait for, beside the goals. The server and the browser are processes of their own. */
public final class PageTable {
    private static final int STARTS = 3;
    private static final int STOPS = 300;
    private static final int LONG_STOPS = 60;

    /** A display's frame at 60 a second. */
    private static final double FRAME_MILLIS = 16.7;

    private static final Drag.Course LASSO =
            new Drag.Course("regression?model=lasso&alpha.mode=cv&degree=10&samples=200", "noise.magnitude");
    private static final List<Drag.Course> OTHERS = List.of(
            new Drag.Course("classification", "noise.magnitude"),
            new Drag.Course("curve-fit", "amplitude"),
            new Drag.Course("kernel", "noise.magnitude"),
            new Drag.Course("multivariate", "noise.sd"));

    private PageTable() {}

    /** Measures for about fourteen minutes, on a machine with nothing else to do. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        System.out.printf(
                Locale.ROOT,
                "load average %.2f on %d cores, before anything is measured%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        Table table = new Table(System.out);
        starting(table);
        visiting(table);
        dragging(table);
        Sample baseline = Stopping.millis(Stopping.polling(), STOPS);
        table.figure("stop of a loop that only polls, the baseline, p50", baseline.percentile(50), "ms");
        table.figure("stop of a loop that only polls, the baseline, worst", baseline.worst(), "ms");
        stopping(table, "200 samples", Stopping.regression(200), STOPS);
        stopping(table, "1 000 000 samples", Stopping.regression(1_000_000), STOPS);
        stopping(table, "10 000 000 samples", Stopping.regression(10_000_000), LONG_STOPS);
        stopping(table, "bias and variance of 1000 resamples", Stopping.study(), STOPS);
    }

    private static void starting(Table table) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        List<Double> megabytes = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            try (Server server = Server.start()) {
                seconds.add(server.startSeconds());
                megabytes.add(server.heapMegabytes());
            }
        }
        table.atMost("./iml serve until a page answers, worst of " + STARTS, Sample.of(seconds).worst(), 5, "s");
        table.atMost("heap in use after start, worst of " + STARTS, Sample.of(megabytes).worst(), 64, "MB");
    }

    private static void visiting(Table table) throws IOException, InterruptedException {
        try (Server server = Server.start()) {
            Visit.Impression visit = Visit.of(server.url());
            table.figure("first visit: something painted, p50", visit.painted().percentile(50), "ms");
            table.atMost("first visit: plots painted, p50 of " + visit.drawn().size(), visit.drawn().percentile(50), 1500, "ms");
            table.atMost("first visit: transferred, compressed", visit.bytes().worst() / (1 << 20), 1, "MB");
            Undo.Taken undo = Undo.run(server.url());
            table.figure("undo of " + Undo.STEPS + " steps, key by key", undo.byKeys(), "ms");
            table.atMost("undo of " + Undo.STEPS + " steps at once", undo.byJump(), 100, "ms");
        }
    }

    private static void dragging(Table table) throws IOException, InterruptedException {
        List<Drag.Recording> drags = drags(LASSO, Drag.Window.USUAL);
        String what = "drag: ";
        table.figure(what + "events that reached the slider, of " + Drag.EVENTS, each(drags, Drag.Recording::events), "");
        table.figure(what + "input to drawn, p50", drawn(drags, 50), "ms");
        table.figure(what + "input to drawn, p95", drawn(drags, 95), "ms");
        table.atMost(what + "input to drawn, p99", drawn(drags, 99), FRAME_MILLIS, "ms");
        table.figure(what + "input to painted, p50", painted(drags, 50), "ms");
        table.figure(what + "input to painted, p99", painted(drags, 99), "ms");
        table.atLeast(what + "painted in the very next display frame", punctual(drags), 99, "%");
        table.atLeast(what + "frames drawn", each(drags, Drag.Recording::drawnPerSecond), 55, "/s");
        table.atMost("LASSO with CV inside the program, p50", each(drags, drag -> drag.fitMillis().percentile(50)), 1, "ms");
        table.figure("LASSO with CV inside the program, p99", each(drags, drag -> drag.fitMillis().percentile(99)), "ms");
        dragging(table, "all views in sight: ", drags(LASSO, Drag.Window.ALL_VIEWS));
        for (Drag.Course course : OTHERS) {
            dragging(table, "drag on " + course.path() + ": ", drags(course, Drag.Window.USUAL));
        }
    }

    private static void dragging(Table table, String what, List<Drag.Recording> drags) {
        table.figure(what + "input to drawn, p50", drawn(drags, 50), "ms");
        table.atMost(what + "input to drawn, p99", drawn(drags, 99), FRAME_MILLIS, "ms");
        table.atLeast(what + "in the next display frame", punctual(drags), 99, "%");
        table.figure(what + "frames drawn", each(drags, Drag.Recording::drawnPerSecond), "/s");
    }

    private static List<Drag.Recording> drags(Drag.Course course, Drag.Window window) throws IOException, InterruptedException {
        try (Server server = Server.start()) {
            return Drag.run(server.url(), course, window);
        }
    }

    private static Sample drawn(List<Drag.Recording> drags, int percent) {
        return each(drags, drag -> drag.untilDrawn().percentile(percent));
    }

    private static Sample painted(List<Drag.Recording> drags, int percent) {
        return each(drags, drag -> drag.untilPainted().percentile(percent));
    }

    private static Sample punctual(List<Drag.Recording> drags) {
        return each(drags, drag -> 100 * drag.shareInNextDisplay());
    }

    private static Sample each(List<Drag.Recording> drags, Function<Drag.Recording, Number> figure) {
        return Sample.of(drags.stream().map(drag -> figure.apply(drag).doubleValue()).toList());
    }

    private static void stopping(Table table, String what, Stopping.Work work, int times)
            throws InterruptedException, ExecutionException {
        Sample millis = Stopping.millis(work, times);
        table.figure("stop of " + what + ", p50 of " + millis.size(), millis.percentile(50), "ms");
        table.figure("stop of " + what + ", p95", millis.percentile(95), "ms");
        table.atMost("stop of " + what + ", worst", millis.worst(), 5, "ms");
    }
}
