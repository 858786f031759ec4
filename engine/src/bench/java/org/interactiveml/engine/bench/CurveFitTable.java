package org.interactiveml.engine.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.interactiveml.engine.data.Draws;
import org.interactiveml.engine.formula.Formula;
import org.interactiveml.engine.model.curvefit.CurveFit;
import org.interactiveml.engine.model.curvefit.CurveFitter;
import org.interactiveml.engine.model.curvefit.CurveModel;
import org.interactiveml.engine.model.curvefit.CurveSample;
import org.interactiveml.engine.numeric.Cancellation;

/** Curve fits beside scipy's {@code curve_fit}: the time for a Gaussian curve, the correct digits of NIST's problems. */
final class CurveFitTable {
    private static final double SECONDS = 2;
    private static final int VARIANTS = 64;
    /** Digits that NIST certifies. */
    private static final double MOST_DIGITS = 11;

    private CurveFitTable() {}

    static void print(Path root) throws IOException, InterruptedException {
        Path folder = root.resolveSibling("shared").resolve("nist");
        Map<String, Double> scipy = scipy(root, folder);
        time(scipy.get("gaussian"));
        if (Files.isDirectory(folder)) {
            digits(folder, scipy);
        }
    }

    private static void time(Double theirs) {
        CurveModel model = CurveModel.of(Formula.parse("a*exp(-(x-mu)^2/(2*sigma^2))"), List.of("x"));
        CurveSample[] samples = new CurveSample[VARIANTS];
        Draws noise = new Draws(1, Draws.Purpose.NOISE);
        for (int v = 0; v < VARIANTS; v++) {
            double[] x = new double[25];
            for (int i = 0; i < x.length; i++) {
                x[i] = -2 + 4.0 * i / 24;
            }
            double[] y = model.values(new double[][] {x}, new double[] {2, 0.3 + 0.005 * v, 0.7}, new Cancellation());
            for (int i = 0; i < y.length; i++) {
                y[i] += 0.2 * noise.normal(100L * v + i);
            }
            samples[v] = new CurveSample(new double[][] {x}, y);
        }
        System.out.printf(
                "%nGaussian curve through 25 points; medians in microseconds%n%-22s %10s %10s %10s %7s%n",
                "start values", "ours", "p99", "scipy", "ratio");
        Map<String, Map<String, Double>> starts = new LinkedHashMap<>();
        starts.put("given, all 1", Map.of("a", 1.0, "mu", 1.0, "sigma", 1.0));
        starts.put("guessed", Map.of());
        starts.forEach((label, start) -> {
            int[] next = {0};
            long[] nanos = Timing.nanos(
                    SECONDS,
                    () -> CurveFitter.fit(model, samples[next[0]++ % VARIANTS], start, new Cancellation()));
            double ours = nanos[nanos.length / 2] / 1e3;
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %10.1f %10.1f %10s %7s   goal 20x%n",
                    label,
                    ours,
                    nanos[(int) (nanos.length * 0.99)] / 1e3,
                    theirs == null ? "-" : "%.0f".formatted(theirs),
                    theirs == null ? "-" : "%.1fx".formatted(theirs / ours));
        });
    }

    private static void digits(Path folder, Map<String, Double> scipy) throws IOException {
        System.out.printf(
                "%n%-12s %-7s %10s %16s %13s %7s   goal 8 digits of each estimate%n",
                "NIST", "start", "estimates", "standard errors", "residual sum", "scipy");
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
        for (Path file : files) {
            JsonNode problem = new ObjectMapper().readTree(file.toFile());
            if (problem.has("model")) {
                digits(problem, "start1", scipy);
                digits(problem, "start2", scipy);
            }
        }
    }

    private static void digits(JsonNode problem, String startName, Map<String, Double> scipy) {
        JsonNode data = problem.get("data");
        List<String> columns = new ArrayList<>();
        data.fieldNames().forEachRemaining(columns::add);
        columns.remove("y");
        CurveModel model = CurveModel.of(Formula.parse(problem.get("model").asText()), columns);
        double[] y = column(data.get("y"));
        if (problem.get("response").asText().equals("log(y)")) {
            y = Formula.parse("log(y)").compile(List.of("y"), List.of()).evaluate(y);
        }
        double[][] features = columns.stream().map(name -> column(data.get(name))).toArray(double[][]::new);
        Map<String, Double> start = new LinkedHashMap<>();
        for (int k = 0; k < problem.get(startName).size(); k++) {
            start.put("b" + (k + 1), problem.get(startName).get(k).asDouble());
        }
        CurveFit fit = CurveFitter.fit(model, new CurveSample(model.select(features), y), start, new Cancellation());
        double estimates = MOST_DIGITS;
        double errors = MOST_DIGITS;
        for (int k = 0; k < fit.estimate().length; k++) {
            int at = Integer.parseInt(model.parameters().get(k).substring(1)) - 1;
            estimates = Math.min(estimates, digits(fit.estimate()[k], problem.get("certified").get(at).asDouble()));
            errors = Math.min(
                    errors, digits(fit.standardErrors()[k], problem.get("standardDeviation").get(at).asDouble()));
        }
        Double theirs = scipy.get(problem.get("name").asText() + " " + startName);
        System.out.printf(
                Locale.ROOT,
                "%-12s %-7s %10.1f %16.1f %13.1f %7s%n",
                problem.get("name").asText(),
                startName,
                estimates,
                errors,
                digits(fit.residualSumOfSquares(), problem.get("residualSumOfSquares").asDouble()),
                theirs == null ? "-" : "%.1f".formatted(theirs));
    }

    private static double digits(double value, double certified) {
        return Math.min(MOST_DIGITS, -Math.log10(Math.abs(value - certified) / Math.abs(certified)));
    }

    private static double[] column(JsonNode node) {
        double[] column = new double[node.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = node.get(i).asDouble();
        }
        return column;
    }

    /** scipy's figures by name; empty where it is not installed. */
    private static Map<String, Double> scipy(Path root, Path folder) throws IOException, InterruptedException {
        Map<String, Double> figures = new HashMap<>();
        Path python = Path.of("/usr/bin/python3");
        Path script = root.resolve("engine/src/bench/python/compare_curve_fit.py");
        if (!Files.isExecutable(python) || !Files.exists(script)) {
            return figures;
        }
        Process process = new ProcessBuilder(python.toString(), script.toString(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() == 0) {
            output.lines().forEach(line -> {
                int last = line.lastIndexOf(' ');
                figures.put(line.substring(0, last), Double.parseDouble(line.substring(last + 1)));
            });
        }
        return figures;
    }
}
