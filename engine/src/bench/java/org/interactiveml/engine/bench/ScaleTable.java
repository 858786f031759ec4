package org.interactiveml.engine.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.interactiveml.engine.catalog.Regression;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.parameter.Snapshot;

/** Cost of the regression experiment's whole frames against the number of rows. */
public final class ScaleTable {
    private static final int[] SIZES = {100, 10_000, 1_000_000, 10_000_000};
    private static final int REFITS = 2000;
    private static final double SECONDS = 3;

    private final Regression regression = new Regression(
            new Workers(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors()));
    // What the first frame of a change holds; the studies follow it.
    private final Evaluation evaluation = new Evaluation(
            regression.plan(),
            regression.viewed().stream()
                    .filter(stage -> stage.phase() != Phase.STUDY)
                    .toList(),
            System::nanoTime);
    private Snapshot snapshot;
    private Frame last;
    private int changes;

    private ScaleTable(int rows) {
        snapshot = with(regression.parameters().defaults(), Map.of("samples", rows));
        last = run();
    }

    public static void main(String[] arguments) {
        System.out.printf(
                "%10s %16s %12s %10s %10s %18s %16s%n",
                "rows", "new rows, ms", "ns per row", "data, ms", "fit, ms", "model change, us", "heap kept, MB");
        for (int rows : SIZES) {
            new ScaleTable(rows).print(rows);
        }
        System.out.println("goals: new rows at 10 000 000 in 1000 ms, a model change in 1000 us and 3x that of 10 000 rows");
    }

    private void print(int rows) {
        double fresh = Timing.medianNanos(SECONDS, this::changeNoise);
        double data = last.nanos(Phase.DATA) / 1e6;
        double fit = last.nanos(Phase.FIT) / 1e6;
        long[] refits = new long[REFITS];
        for (int i = 0; i < REFITS; i++) {
            long start = System.nanoTime();
            changeModel();
            refits[i] = System.nanoTime() - start;
        }
        Arrays.sort(refits);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%10d %16.3f %12.1f %10.3f %10.3f %18.1f %16.1f%n",
                rows,
                fresh / 1e6,
                fresh / rows,
                data,
                fit,
                refits[REFITS / 2] / 1e3,
                (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0);
    }

    private Frame changeNoise() {
        snapshot = with(snapshot, Map.of("noise.magnitude", 1 + 0.01 * (changes++ % 100)));
        return run();
    }

    private Frame changeModel() {
        snapshot = with(snapshot, Map.of("model", "lasso", "degree", 3 + changes++ % 8));
        return run();
    }

    private Frame run() {
        last = evaluation
                .run(snapshot, Fidelity.FULL, new Cancellation(), early -> {})
                .published();
        if (last.hasFailure()) {
            throw new IllegalStateException(last.results().toString());
        }
        return last;
    }

    private Snapshot with(Snapshot from, Map<String, Object> values) {
        return from.with(regression.parameters().read(values));
    }
}
