package org.interactiveml.engine.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.interactiveml.engine.data.Generator;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.evaluate.BiasVariance;
import org.interactiveml.engine.model.linear.ErrorByDegree;
import org.interactiveml.engine.model.linear.LinearModel;
import org.interactiveml.engine.model.linear.PolynomialRegression;
import org.interactiveml.engine.model.linear.PolynomialSample;
import org.interactiveml.engine.model.linear.Precision;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/**
 * Prints the engine's figures beside their goals, and beside scikit-learn and Commons Math measured in the same run.
 *
 * <p>Fits are timed from ready rows to scores, on one thread as the references; scikit-learn where the system's Python has it.
 */
public final class EngineTable {
    private static final Cancellation NEVER = new Cancellation();
    private static final Workers ONE = Workers.callerOnly();
    private static final Workers ALL =
            new Workers(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors());
    private static final int VARIANTS = 64;
    private static final int DEGREE = 10;
    private static final int SAMPLES = 200;
    private static final double SECONDS = 2;
    /** Three times two columns of ten million doubles, in megabytes of 2^20 bytes. */
    private static final int SCALE_HEAP = 457;

    private EngineTable() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        fits(scikitLearn("compare_sklearn.py"));
        studies();
        MultivariateTable.print(scikitLearn("compare_multivariate.py"));
        ClassificationTable.print(scikitLearn("compare_logistic.py"));
        KernelTable.print(root());
        System.out.printf("%nten million rows, through the experiment, in a heap of %d MB (3 x the raw columns)%n", SCALE_HEAP);
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + SCALE_HEAP + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScaleTable.class.getName())
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            System.out.println("the scale table failed with exit status " + exit);
        }
        NistTable.print(root());
        CurveFitTable.print(root());
    }

    private static void fits(Map<String, Double> scikitLearn) {
        System.out.printf(
                "fit of %d samples, degree %d, from rows to scores; medians in microseconds%n%-12s %10s %6s %13s %7s %13s %7s%n",
                SAMPLES, DEGREE, "model", "ours", "p99", "scikit-learn", "ratio", "Commons Math", "ratio");
        Rows[] rows = new Rows[VARIANTS];
        for (int v = 0; v < VARIANTS; v++) {
            rows[v] = new Generator(FitBenchmark.WAVE, -5, 5, 0.5 + 0.05 * v, 0, 1, 1, 2).generate(SAMPLES, ONE, NEVER);
        }
        int[] next = {0};
        for (String name : List.of("ols", "ridge", "lasso", "elastic-net")) {
            LinearModel model = FitBenchmark.model(name);
            long[] nanos = Timing.nanos(SECONDS, () -> {
                Rows drawn = rows[next[0]++ % VARIANTS];
                Partition partition = Partition.shuffled(SAMPLES, 0.3, 5, 1, ONE, NEVER);
                PolynomialSample sample = PolynomialSample.of(drawn, partition, ONE, NEVER);
                return PolynomialRegression.fit(sample, DEGREE, model, Precision.NINE_DIGITS, ONE, NEVER);
            });
            double ours = nanos[nanos.length / 2] / 1e3;
            double p99 = nanos[(int) (nanos.length * 0.99)] / 1e3;
            Double theirs = scikitLearn.get(name);
            double commons = name.equals("ols") ? commonsMath(rows, next) : Double.NaN;
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %10.1f %6.1f %13s %7s %13s %7s%s%n",
                    name,
                    ours,
                    p99,
                    theirs == null ? "-" : "%.1f".formatted(theirs),
                    theirs == null ? "-" : "%.0fx".formatted(theirs / ours),
                    Double.isNaN(commons) ? "-" : "%.1f".formatted(commons),
                    Double.isNaN(commons) ? "-" : "%.0fx".formatted(commons / ours),
                    name.equals("elastic-net") ? "" : "   goal 100x" + (name.equals("lasso") ? " and 65 us" : ""));
        }
    }

    // The same: 140 training rows of explicit powers, coefficients, and the residuals of both parts.
    private static double commonsMath(Rows[] rows, int[] next) {
        int test = Partition.testRows(SAMPLES, 0.3);
        return Timing.medianNanos(SECONDS, () -> {
                    Rows drawn = rows[next[0]++ % VARIANTS];
                    double[][] powers = new double[SAMPLES - test][DEGREE];
                    double[] y = new double[SAMPLES - test];
                    for (int i = 0; i < y.length; i++) {
                        double power = 1;
                        for (int k = 0; k < DEGREE; k++) {
                            power *= drawn.x()[i];
                            powers[i][k] = power;
                        }
                        y[i] = drawn.y()[i];
                    }
                    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
                    regression.newSampleData(y, powers);
                    double[] beta = regression.estimateRegressionParameters();
                    double sum = regression.calculateRSquared();
                    for (int i = y.length; i < SAMPLES; i++) {
                        double value = 0;
                        for (int k = DEGREE; k >= 0; k--) {
                            value = value * drawn.x()[i] + beta[k];
                        }
                        sum += (drawn.y()[i] - value) * (drawn.y()[i] - value);
                    }
                    return sum;
                })
                / 1e3;
    }

    private static void studies() {
        Generator generator = new Generator(FitBenchmark.WAVE, -5, 5, 2, 0, 1, 1, 2);
        PolynomialSample sample = PolynomialSample.of(
                generator.generate(SAMPLES, ONE, NEVER), Partition.shuffled(SAMPLES, 0.3, 5, 1, ONE, NEVER), ONE, NEVER);
        sample.moments(DEGREE, ONE, NEVER);
        double errors = Timing.medianNanos(
                SECONDS, () -> ErrorByDegree.of(sample, DEGREE, FitBenchmark.model("ols"), ALL, NEVER));
        System.out.printf(
                Locale.ROOT,
                "%nerror against degrees 1 to 10 for three sets, OLS    %8.3f ms   goal 0.3 ms%n",
                errors / 1e6);
        BiasVariance.Plan plan = new BiasVariance.Plan(50, 5, 1000, 20, BiasVariance.centralGrid(-5, 5, 101));
        for (String name : List.of("ols", "lasso")) {
            LinearModel model = FitBenchmark.model(name);
            double resampling = Timing.medianNanos(
                    SECONDS,
                    () -> BiasVariance.of(generator, FitBenchmark.WAVE, plan, DEGREE, model, ALL, NEVER));
            System.out.printf(
                    Locale.ROOT,
                    "bias-variance of 1000 x 50 samples, degree 10, %-5s %8.3f ms%s%n",
                    name,
                    resampling / 1e6,
                    name.equals("ols") ? "   goal 16 ms" : "");
        }
    }

    /** A script's medians in microseconds by task; empty where it is not installed. */
    private static Map<String, Double> scikitLearn(String name) throws IOException, InterruptedException {
        Map<String, Double> medians = new HashMap<>();
        Path python = Path.of("/usr/bin/python3");
        Path script = root().resolve("engine/src/bench/python").resolve(name);
        if (!Files.isExecutable(python) || !Files.exists(script)) {
            return medians;
        }
        Process process = new ProcessBuilder(python.toString(), script.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() == 0) {
            output.lines().map(line -> line.trim().split("\\s+")).forEach(words ->
                    medians.put(words[0], Double.parseDouble(words[1])));
        }
        return medians;
    }

    /** The project: the nearest folder upwards that holds the modules. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.isDirectory(folder.resolve("engine"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
