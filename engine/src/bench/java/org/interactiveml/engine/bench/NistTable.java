package org.interactiveml.engine.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.model.linear.LinearModel;
import org.interactiveml.engine.model.linear.PolynomialFit;
import org.interactiveml.engine.model.linear.PolynomialRegression;
import org.interactiveml.engine.model.linear.PolynomialSample;
import org.interactiveml.engine.model.linear.Precision;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/** Correct digits of the linear problems of NIST's Statistical Reference Datasets, where they lie beside the project. */
final class NistTable {
    private static final int MOST_DIGITS = 16;

    private NistTable() {}

    static void print(Path root) throws IOException {
        Path folder = root.resolveSibling("shared").resolve("nist");
        if (!Files.isDirectory(folder)) {
            System.out.println("\nNIST's problems are not here: " + folder);
            return;
        }
        System.out.printf("%n%-12s %30s %25s   goal 9 digits, 12 aimed at%n", "NIST", "digits of the worst coefficient", "of the residual sum");
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
        for (Path file : files) {
            JsonNode problem = new ObjectMapper().readTree(file.toFile());
            if (problem.has("degree")) {
                print(problem);
            }
        }
    }

    private static void print(JsonNode problem) {
        Workers one = Workers.callerOnly();
        Cancellation never = new Cancellation();
        Rows rows = new Rows(column(problem.at("/data/x")), column(problem.at("/data/y")));
        PolynomialSample sample = PolynomialSample.of(rows, Partition.inOrder(rows.size(), 2), one, never);
        PolynomialFit fit = PolynomialRegression.fit(
                sample, problem.get("degree").asInt(), new LinearModel.Ols(), Precision.EXACT, one, never);
        double[] certified = column(problem.get("certified"));
        double worst = MOST_DIGITS;
        for (int k = 0; k < certified.length; k++) {
            worst = Math.min(worst, digits(fit.coefficients()[k], certified[k]));
        }
        double residual = digits(
                fit.train().residualSumOfSquares(),
                problem.get("residualSumOfSquares").asDouble());
        System.out.printf(Locale.ROOT, "%-12s %30.1f %25.1f%n", problem.get("name").asText(), worst, residual);
    }

    private static double digits(double value, double certified) {
        double error = Math.abs(value - certified);
        return Math.min(MOST_DIGITS, -Math.log10(certified == 0 ? error : error / Math.abs(certified)));
    }

    private static double[] column(JsonNode node) {
        double[] column = new double[node.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = node.get(i).asDouble();
        }
        return column;
    }
}
