package org.interactiveml.engine.model.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.interactiveml.engine.data.LabelledRows;
import org.interactiveml.engine.evaluate.Confusion;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Numbers made once by {@code sklearn/make_logistic_reference.py}; the agreement is checked without Python. */
class LogisticAgreementTest {

    @TestFactory
    Stream<DynamicTest> coefficientsAndScoresAreThoseOfScikitLearn() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(getClass().getResourceAsStream("/sklearn/logistic_reference.json"))) {
            for (JsonNode problem : new ObjectMapper().readTree(in)) {
                problem.get("fits").fieldNames().forEachRemaining(name -> {
                    String title = "%s, degree %s, C %s, standardized %s"
                            .formatted(name, problem.get("degree"), problem.get("C"), problem.get("standardize"));
                    tests.add(DynamicTest.dynamicTest(title, () -> agrees(problem, name)));
                });
            }
        }
        return tests.stream();
    }

    private static void agrees(JsonNode problem, String name) {
        double c = problem.get("C").asDouble();
        Penalty penalty = switch (name) {
            case "none" -> Penalty.none();
            case "l1" -> Penalty.lasso(c);
            case "l2" -> Penalty.ridge(c);
            default -> Penalty.elasticNet(c, 0.3);
        };
        double[][] features = new double[problem.get("x").size()][];
        for (int k = 0; k < features.length; k++) {
            features[k] = column(problem.get("x").get(k));
        }
        LabelledRows rows = new LabelledRows(features, column(problem.get("y")));
        LogisticFit fit = Samples.fit(
                rows,
                problem.get("degree").asInt(),
                penalty,
                problem.get("standardize").asBoolean());

        JsonNode expected = problem.get("fits").get(name);
        double[] theirs = column(expected.get("coefficients"));
        double largest = 0;
        for (double value : theirs) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(fit.convergence().converged()).as("%s", fit.convergence()).isTrue();
        assertThat(fit.coefficients())
                .usingComparatorWithPrecision(1e-6 * largest)
                .containsExactly(theirs);
        assertThat(fit.train().logLoss()).isCloseTo(expected.get("logLoss").asDouble(), within(1e-8));
        assertThat(fit.train().auc()).isCloseTo(expected.get("auc").asDouble(), within(1e-12));
        JsonNode counts = expected.get("confusion");
        assertThat(fit.train().confusion())
                .isEqualTo(new Confusion(
                        counts.get(0).get(0).asInt(),
                        counts.get(0).get(1).asInt(),
                        counts.get(1).get(0).asInt(),
                        counts.get(1).get(1).asInt()));
        assertThat(fit.train().confusion().accuracy())
                .isEqualTo(expected.get("accuracy").asDouble());
    }

    private static double[] column(JsonNode node) {
        double[] column = new double[node.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = node.get(i).asDouble();
        }
        return column;
    }
}
