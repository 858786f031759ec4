package org.interactiveml.streams.session;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.run.RunListener;

/**
 * What a session adds to a fit: from {@code submit} to the frame at a subscriber, over an experiment that computes nothing.
 * The baseline is what any hand-over to a worker costs: an empty task on a thread pool, seen from the thread that sent it.
 *
 * <pre>mvn -q -P bench-session -pl streams -am process-test-classes</pre>
 */
public final class SessionBenchmark {
    private static final int WARM_UP = 50_000;
    private static final int MEASURED = 50_000;

    private static volatile long arrived;

    private SessionBenchmark() {}

    /** Prints medians and tails in microseconds. */
    public static void main(String[] arguments) {
        double[] baseline;
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            baseline = measure(round -> pool.execute(() -> arrived = round));
        }
        double[] session;
        Stage<Integer> fit = Stage.named("fit", Phase.FIT)
                .reads(Toy.DEGREE)
                .computes(in -> in.get(Toy.DEGREE))
                .reportedBy(Toy::show);
        try (Sessions sessions = Sessions.start(DebouncePolicy.standard(), RunListener.NONE)) {
            Session live = sessions.open(Toy.of(fit));
            var unused =
                    live.frames().subscribe(frame -> arrived = frame.snapshot().get(Toy.DEGREE));
            session = measure(round -> live.submit(Patch.of(Toy.DEGREE, (int) round), Pace.DRAG));
        }
        print(System.out, "empty task on a pool", baseline);
        print(System.out, "submit to frame", session);
    }

    private interface Sender {
        void send(long round);
    }

    private static double[] measure(Sender sender) {
        double[] micros = new double[MEASURED];
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            long start = System.nanoTime();
            sender.send(i + 1L);
            while (arrived != i + 1L) {
                Thread.onSpinWait();
            }
            if (i >= WARM_UP) {
                micros[i - WARM_UP] = (System.nanoTime() - start) / 1e3;
            }
        }
        arrived = 0;
        Arrays.sort(micros);
        return micros;
    }

    private static void print(PrintStream out, String what, double[] sorted) {
        out.printf(
                Locale.ROOT,
                "%-22s p50 %7.1f µs   p90 %7.1f µs   p99 %7.1f µs%n",
                what,
                sorted[MEASURED / 2],
                sorted[MEASURED * 9 / 10],
                sorted[MEASURED * 99 / 100]);
    }
}
