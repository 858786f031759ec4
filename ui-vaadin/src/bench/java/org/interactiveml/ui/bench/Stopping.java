package org.interactiveml.ui.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;
import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.engine.data.Generator;
import org.interactiveml.engine.evaluate.BiasVariance;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.model.linear.Alpha;
import org.interactiveml.engine.model.linear.LinearModel;
import org.interactiveml.engine.numeric.ArrayFunction;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.parameter.Snapshot;

/** How long a run goes on after its cancellation, over instants drawn from the whole length of a run. */
final class Stopping {
    private static final long SEED = 1;
    private static final long WARM_UP_NANOS = 2_000_000_000;

    private static final ArrayFunction WAVE = (x, out, from, to) -> {
        for (int i = from; i < to; i++) {
            out[i] = 2 * x[i] + 18 * StrictMath.sin(x[i]);
        }
    };

    /** Work that ends early, normally or not, once it is cancelled. */
    @FunctionalInterface
    interface Work {
        void run(Cancellation cancellation);
    }

    private Stopping() {}

    /** Milliseconds from a cancellation to the end of the run; runs that ended before theirs are left out. */
    static Sample millis(Work work, int times) throws InterruptedException, ExecutionException {
        List<Double> millis = new ArrayList<>();
        Random random = new Random(SEED);
        try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
            long whole = 0;
            for (long begin = System.nanoTime(); whole == 0 || System.nanoTime() - begin < WARM_UP_NANOS; ) {
                long start = System.nanoTime();
                whole = worker.submit(() -> ended(work, new Cancellation())).get() - start;
            }
            for (int i = 0; i < times; i++) {
                Cancellation cancellation = new Cancellation();
                long due = System.nanoTime() + (long) (random.nextDouble() * whole);
                var run = worker.submit(() -> ended(work, cancellation));
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                long cancelled = System.nanoTime();
                cancellation.cancel();
                long end = run.get();
                if (end > cancelled) {
                    millis.add((end - cancelled) / 1e6);
                }
            }
        }
        return Sample.of(millis);
    }

    private static long ended(Work work, Cancellation cancellation) {
        try {
            work.run(cancellation);
        } catch (CancellationException stopped) {
            // as it should
        }
        return System.nanoTime();
    }

    /** The baseline: work that does nothing but look whether it is cancelled shows what the machine itself costs. */
    static Work polling() {
        return cancellation -> {
            long end = System.nanoTime() + 20_000_000;
            while (System.nanoTime() < end) {
                cancellation.check();
            }
        };
    }

    /** All stages that the page shows, from drawing the rows on, for a cross-validated LASSO. */
    static Work regression(long samples) {
        Experiment experiment = Catalog.standard().find("regression").orElseThrow();
        Snapshot snapshot = experiment
                .parameters()
                .defaults()
                .with(experiment.parameters().read(Map.of("samples", samples, "degree", 10L, "model", "lasso")));
        return cancellation -> new Evaluation(experiment.plan(), experiment.viewed(), System::nanoTime)
                .run(snapshot, Fidelity.FULL, cancellation, early -> {});
    }

    /** A study of a thousand resamples of a thousand rows, each a cross-validated LASSO. */
    static Work study() {
        Workers workers =
                new Workers(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors());
        Generator generator = new Generator(
                WAVE,
                -5,
                5,
                2,
                0,
                1,
                1,
                2);
        BiasVariance.Plan plan = new BiasVariance.Plan(1000, 5, 1000, 20, BiasVariance.centralGrid(-5, 5, 101));
        LinearModel lasso = LinearModel.lasso(new Alpha.CrossValidated());
        return cancellation -> BiasVariance.of(
                generator,
                WAVE,
                plan,
                10,
                lasso,
                workers,
                cancellation);
    }
}
