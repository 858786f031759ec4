package org.interactiveml.engine.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.junit.jupiter.api.Test;

/** NIST's Statistical Reference Datasets, linear problems in powers of one variable: prints the correct digits of each. */
class NistPolynomialTest {
    private static final int MOST_DIGITS = 16;

    @Test
    void everyCoefficientHasAtLeastTwelveCorrectDigits() throws IOException {
        Path folder = sharedFolder().resolve("nist");
        assumeTrue(Files.isDirectory(folder), "the shared problems are not here");
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(f -> f.toString().endsWith(".json")).sorted().forEach(files::add);
        }
        for (Path file : files) {
            JsonNode problem = new ObjectMapper().readTree(file.toFile());
            if (problem.has("degree")) {
                check(problem);
            }
        }
    }

    private static void check(JsonNode problem) {
        Rows rows = new Rows(column(problem.at("/data/x")), column(problem.at("/data/y")));
        PolynomialSample sample = Fixtures.sample(rows, Partition.inOrder(rows.size(), 2));
        PolynomialFit fit = Fixtures.fit(sample, problem.get("degree").asInt(), new LinearModel.Ols());
        double[] certified = column(problem.get("certified"));
        double worst = MOST_DIGITS;
        for (int k = 0; k < certified.length; k++) {
            worst = Math.min(worst, digits(fit.coefficients()[k], certified[k]));
        }
        double sum = problem.get("residualSumOfSquares").asDouble();
        double sumDigits = digits(fit.train().residualSumOfSquares(), sum);
        System.out.printf(
                Locale.ROOT,
                "digits of %-10s coefficients %4.1f, residual sum of squares %4.1f%n",
                problem.get("name").asText(),
                worst,
                sumDigits);
        assertThat(worst).as("%s", problem.get("name")).isGreaterThan(12);
        assertThat(sumDigits).as("%s", problem.get("name")).isGreaterThan(12);
    }

    private static double digits(double value, double certified) {
        double error = Math.abs(value - certified);
        return Math.min(MOST_DIGITS, -Math.log10(certified == 0 ? error : error / Math.abs(certified)));
    }

    // The root of the project is the nearest folder upwards that holds the modules.
    private static Path sharedFolder() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.isDirectory(folder.resolve("engine"))) {
            folder = folder.getParent();
        }
        return folder.resolveSibling("shared");
    }

    private static double[] column(JsonNode node) {
        double[] column = new double[node.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = node.get(i).asDouble();
        }
        return column;
    }
}
