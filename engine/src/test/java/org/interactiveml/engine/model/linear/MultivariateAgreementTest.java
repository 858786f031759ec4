package org.interactiveml.engine.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.Partition;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Numbers made once by {@code sklearn/make_multivariate.py}; the agreement is checked without Python. */
class MultivariateAgreementTest {

    @TestFactory
    Stream<DynamicTest> coefficientsPredictionsAlphaAndScoresAreThoseOfScikitLearn() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/sklearn/multivariate.json"))) {
            for (JsonNode problem : new ObjectMapper().readTree(in)) {
                for (Iterator<String> names = problem.get("fits").fieldNames(); names.hasNext(); ) {
                    String name = names.next();
                    tests.add(DynamicTest.dynamicTest(
                            problem.get("title").asText() + ", " + name, () -> agrees(problem, name)));
                }
            }
        }
        return tests.stream();
    }

    private static void agrees(JsonNode problem, String name) {
        JsonNode expected = problem.get("fits").get(name);
        int train = problem.get("train").asInt();
        double[] y = column(problem.get("y"));
        double[][] x = IntStream.range(0, problem.get("x").size())
                .mapToObj(j -> column(problem.get("x").get(j)))
                .toArray(double[][]::new);
        boolean[] test = new boolean[y.length];
        Arrays.fill(test, train, y.length, true);
        List<String> names = IntStream.range(0, x.length).mapToObj(j -> "x" + j).toList();
        LinearSample sample = LinearSample.of(
                new Dataset("reference", names, x, "y", y, test),
                Partition.ofTestColumn(test, problem.get("folds").asInt()),
                Fixtures.WORKERS,
                Fixtures.NEVER);
        LinearFit fit = LinearRegression.fit(
                sample,
                Objects.requireNonNull(ScikitLearnAgreementTest.MODELS.get(name), name),
                Fixtures.WORKERS,
                Fixtures.NEVER);

        assertThat(fit.convergence().converged()).as("%s", fit.convergence()).isTrue();
        double range =
                Arrays.stream(y).max().orElseThrow() - Arrays.stream(y).min().orElseThrow();
        int[] rows = IntStream.range(train, y.length).toArray();
        double[] predicted = new double[rows.length];
        fit.function().predict(x, rows, predicted);
        assertClose(predicted, column(expected.get("predicted")), 1e-8 * range);
        assertClose(fit.standardized(), column(expected.get("standardized")), 1e-8 * range);
        if (!expected.get("alpha").isNull()) {
            double alpha = expected.get("alpha").asDouble();
            assertThat(fit.alpha()).isCloseTo(alpha, within(1e-12 * alpha));
        }
        assertThat(fit.train().r2()).isCloseTo(expected.get("r2").asDouble(), within(1e-9));
        assertThat(fit.test().r2()).isCloseTo(expected.get("testR2").asDouble(), within(1e-8));
        if (!expected.get("mse").isNull()) {
            double[] mse = column(expected.get("mse"));
            double[] ours = Objects.requireNonNull(fit.crossValidation()).meanSquaredError();
            assertClose(ours, mse, 1e-8 * range * range);
        }
    }

    private static void assertClose(double[] ours, double[] theirs, double tolerance) {
        assertThat(ours).hasSameSizeAs(theirs);
        for (int i = 0; i < ours.length; i++) {
            assertThat(ours[i]).as("number %d", i).isCloseTo(theirs[i], within(tolerance));
        }
    }

    private static double[] column(JsonNode node) {
        double[] column = new double[node.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = node.get(i).asDouble();
        }
        return column;
    }
}
