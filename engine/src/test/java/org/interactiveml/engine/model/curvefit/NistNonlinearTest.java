package org.interactiveml.engine.model.curvefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.interactiveml.engine.SharedFiles;
import org.interactiveml.engine.formula.Formula;
import org.interactiveml.engine.numeric.Cancellation;
import org.junit.jupiter.api.Test;

/** NIST's Statistical Reference Datasets, nonlinear problems from both starts: prints the correct digits of each. */
class NistNonlinearTest {
    private static final double MOST_DIGITS = 11;
    private static final double DIGITS = 8;

    @Test
    void everyEstimateHasAtLeastEightCorrectDigitsFromBothStarts() throws IOException {
        Path folder = SharedFiles.find("nist");
        assumeTrue(Files.isDirectory(folder), "the shared problems are not here");
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
        List<String> failures = new ArrayList<>();
        for (Path file : files) {
            JsonNode problem = new ObjectMapper().readTree(file.toFile());
            if (problem.has("model")) {
                check(problem, "start1", failures);
                check(problem, "start2", failures);
            }
        }
        assertThat(failures).isEmpty();
    }

    private static void check(JsonNode problem, String startName, List<String> failures) {
        JsonNode data = problem.get("data");
        List<String> columns = new ArrayList<>();
        data.fieldNames().forEachRemaining(columns::add);
        columns.remove("y");
        CurveModel model = CurveModel.of(Formula.parse(problem.get("model").asText()), columns);
        double[][] features =
                columns.stream().map(name -> column(data.get(name))).toArray(double[][]::new);
        double[] y = column(data.get("y"));
        if (problem.get("response").asText().equals("log(y)")) {
            y = Formula.parse("log(y)").compile(List.of("y"), List.of()).evaluate(y);
        }
        CurveSample sample = new CurveSample(model.select(features), y);
        double[] start = column(problem.get(startName));
        Map<String, Double> named = new LinkedHashMap<>();
        for (int k = 0; k < start.length; k++) {
            named.put("b" + (k + 1), start[k]);
        }
        CurveFit fit = CurveFitter.fit(model, sample, named, new Cancellation());
        double estimates = MOST_DIGITS;
        double errors = MOST_DIGITS;
        for (int k = 0; k < start.length; k++) {
            int of = model.parameters().indexOf("b" + (k + 1));
            estimates = Math.min(
                    estimates,
                    digits(fit.estimate()[of], problem.get("certified").get(k).asDouble()));
            errors = Math.min(
                    errors,
                    digits(
                            fit.standardErrors()[of],
                            problem.get("standardDeviation").get(k).asDouble()));
        }
        double residual = digits(
                fit.residualSumOfSquares(), problem.get("residualSumOfSquares").asDouble());
        String line = "%-10s %s  estimates %5.1f  standard errors %5.1f  residual sum %5.1f  %4d iterations, %s"
                .formatted(
                        problem.get("name").asText(),
                        startName,
                        estimates,
                        errors,
                        residual,
                        fit.convergence().iterations(),
                        fit.convergence().message());
        System.out.println(line);
        if (!(estimates >= DIGITS && errors >= DIGITS && residual >= DIGITS)) {
            failures.add(line);
        }
    }

    private static double digits(double value, double certified) {
        double error = Math.abs(value - certified) / Math.abs(certified);
        return Math.min(MOST_DIGITS, -Math.log10(error));
    }

    private static double[] column(JsonNode node) {
        double[] column = new double[node.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = node.get(i).asDouble();
        }
        return column;
    }
}
