package org.interactiveml.engine.bench;

import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.interactiveml.engine.data.Generator;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.model.Curve;
import org.interactiveml.engine.model.SortedRows;
import org.interactiveml.engine.model.kernel.GaussianProcess;
import org.interactiveml.engine.model.kernel.Kernel;
import org.interactiveml.engine.model.kernel.KernelRidge;
import org.interactiveml.engine.model.kernel.KernelSample;
import org.interactiveml.engine.model.neighbours.NearestNeighbours;
import org.interactiveml.engine.model.neighbours.NearestNeighbours.Weights;
import org.interactiveml.engine.model.spline.NaturalSpline;
import org.interactiveml.engine.model.spline.SmoothingSpline;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/**
 * Prints times of the experiment {@code kernel}'s models beside those of scikit-learn and scipy in the same run, and how far the
 * curves lie apart. From unsorted rows to a curve with its band on 400 points, on one thread. The time on the processor
 * stands beside, since a busy machine takes a thread away for longer than such a fit.
 */
public final class KernelTable {
    private static final Cancellation NEVER = new Cancellation();
    private static final int SAMPLES = 500;
    private static final int MANY = 1_000_000;
    private static final int GRID = 400;
    private static final double SECONDS = 1.5;
    /** Calls whose mean time on the processor is taken. */
    private static final int CALLS = 50;

    private KernelTable() {}

    private record Reference(double micros, double likelihood, double[] curve) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        print(Path.of("").toAbsolutePath());
    }

    static void print(Path root) throws IOException, InterruptedException {
        double[] grid = new double[GRID];
        for (int i = 0; i < GRID; i++) {
            grid[i] = -5 + 10.0 * i / (GRID - 1);
        }
        Rows rows = rows(SAMPLES);
        Map<String, Reference> references = references(root, rows, grid);
        System.out.printf(
                "%n%d rows without a formula, from rows to curve and band on %d points; medians in milliseconds%n"
                        + "%-22s %9s %9s %13s %8s %12s %14s%n",
                SAMPLES, GRID, "model", "ours", "processor", "scikit/scipy", "ratio", "curves apart", "log likelihood");
        models().forEach((name, model) -> line(name, model, rows, grid, references.get(name)));
        System.out.printf("%n%d rows, from rows to curve and band; one run after a warm-up, in milliseconds%n", MANY);
        Rows many = rows(MANY);
        for (String name : new String[] {"natural-spline", "smoothing-spline", "k-nearest", "process-matern-fixed"}) {
            fitted(models().get(name), many, grid);
            long start = System.nanoTime();
            fitted(models().get(name), many, grid);
            System.out.printf(Locale.ROOT, "%-22s %9.0f%n", name, (System.nanoTime() - start) / 1e6);
        }
    }

    private static Map<String, Function<KernelSample, Curve>> models() {
        Map<String, Function<KernelSample, Curve>> models = new LinkedHashMap<>();
        models.put("process-rbf", s -> GaussianProcess.optimised(s, Kernel.RBF, NEVER));
        models.put("process-rbf-fixed", s -> GaussianProcess.fixed(s, Kernel.RBF, 1.5, 15, 4, NEVER));
        models.put("process-matern", s -> GaussianProcess.optimised(s, Kernel.MATERN_5_2, NEVER));
        models.put("process-matern-fixed", s -> GaussianProcess.fixed(s, Kernel.MATERN_5_2, 1.5, 15, 4, NEVER));
        models.put("kernel-ridge", s -> KernelRidge.fit(s, Kernel.RBF, 1.5, 0.1, NEVER));
        models.put("natural-spline", s -> NaturalSpline.fit(s.rows(), 8, NEVER));
        models.put("smoothing-spline", s -> SmoothingSpline.automatic(s.rows(), NEVER));
        models.put("k-nearest", s -> new NearestNeighbours(s.rows(), 5, Weights.UNIFORM));
        return models;
    }

    private static Rows rows(int count) {
        return new Generator(FitBenchmark.WAVE, -5, 5, 4, 0, 1, 1, 2).generate(count, Workers.callerOnly(), NEVER);
    }

    private static Curve fitted(Function<KernelSample, Curve> model, Rows rows, double[] grid) {
        Curve curve = model.apply(
                new KernelSample(SortedRows.of(rows, Partition.inOrder(rows.size(), Partition.MIN_FOLDS), NEVER)));
        curve.evaluate(grid, new double[grid.length], 0, grid.length);
        curve.band(grid, 0.95, NEVER);
        return curve;
    }

    private static double processor(Timing.Call call) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
        return (double) (threads.getCurrentThreadCpuTime() - start) / CALLS;
    }

    private static void line(
            String name, Function<KernelSample, Curve> model, Rows rows, double[] grid, Reference reference) {
        long[] nanos = Timing.nanos(SECONDS, () -> fitted(model, rows, grid));
        double ours = nanos[nanos.length / 2] / 1e6;
        Curve curve = fitted(model, rows, grid);
        String apart = "-";
        String likelihood = "-";
        if (reference != null) {
            double[] y = new double[grid.length];
            curve.evaluate(grid, y, 0, y.length);
            double largest = 0;
            for (int i = 0; i < y.length; i++) {
                largest = Math.max(largest, Math.abs(y[i] - reference.curve()[i]));
            }
            apart = String.format(Locale.ROOT, "%.1e", largest);
            if (curve instanceof GaussianProcess process) {
                likelihood = String.format(
                        Locale.ROOT, "%+.1e", process.logMarginalLikelihood() - reference.likelihood());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-22s %9.3f %9.3f %13s %8s %12s %14s%s%n",
                name,
                ours,
                processor(() -> fitted(model, rows, grid)) / 1e6,
                reference == null ? "-" : String.format(Locale.ROOT, "%.2f", reference.micros() / 1e3),
                reference == null ? "-" : String.format(Locale.ROOT, "%.0fx", reference.micros() / 1e3 / ours),
                apart,
                likelihood,
                name.equals("process-rbf") ? "   goal 30 ms" : "");
    }

    /** By model, what the system's Python says of the same rows; empty where it is not installed. */
    private static Map<String, Reference> references(Path root, Rows rows, double[] grid)
            throws IOException, InterruptedException {
        Map<String, Reference> references = new HashMap<>();
        Path python = Path.of("/usr/bin/python3");
        Path script = root.resolve("engine/src/bench/python/compare_kernels.py");
        if (!Files.isExecutable(python) || !Files.exists(script)) {
            return references;
        }
        Process process = new ProcessBuilder(python.toString(), script.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (Writer out = process.outputWriter(StandardCharsets.US_ASCII)) {
            for (double x : grid) {
                out.write(x + " ");
            }
            for (int i = 0; i < rows.size(); i++) {
                out.write("\n" + rows.x()[i] + " " + rows.y()[i]);
            }
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.waitFor() == 0) {
            output.lines().map(line -> line.split(" ")).forEach(words -> {
                double[] curve = new double[words.length - 3];
                for (int i = 0; i < curve.length; i++) {
                    curve[i] = Double.parseDouble(words[i + 3]);
                }
                double likelihood = words[2].equals("nan") ? Double.NaN : Double.parseDouble(words[2]);
                references.put(words[0], new Reference(Double.parseDouble(words[1]), likelihood, curve));
            });
        }
        return references;
    }
}
