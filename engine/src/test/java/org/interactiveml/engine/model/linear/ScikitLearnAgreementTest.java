package org.interactiveml.engine.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Numbers made once by {@code sklearn/make_reference.py}; the agreement is checked without Python. */
class ScikitLearnAgreementTest {
    static final Map<String, LinearModel> MODELS = Map.of(
            "ols", new LinearModel.Ols(),
            "ridge cv", new LinearModel.Ridge(new Alpha.CrossValidated()),
            "ridge 0.5", new LinearModel.Ridge(new Alpha.Fixed(0.5)),
            "lasso cv", LinearModel.lasso(new Alpha.CrossValidated()),
            "lasso 0.3", LinearModel.lasso(new Alpha.Fixed(0.3)),
            "elastic-net cv 0.5", new LinearModel.ElasticNet(0.5, new Alpha.CrossValidated()),
            "elastic-net 0.05 0.7", new LinearModel.ElasticNet(0.7, new Alpha.Fixed(0.05)));

    @TestFactory
    Stream<DynamicTest> curveAlphaScoreAndCrossValidationErrorAreThoseOfScikitLearn() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/sklearn/reference.json"))) {
            for (JsonNode problem : new ObjectMapper().readTree(in)) {
                for (Iterator<String> names = problem.get("fits").fieldNames(); names.hasNext(); ) {
                    String name = names.next();
                    String title = name + ", degree " + problem.get("degree");
                    tests.add(DynamicTest.dynamicTest(title, () -> agrees(problem, name)));
                }
            }
        }
        return tests.stream();
    }

    private static void agrees(JsonNode problem, String name) {
        JsonNode expected = problem.get("fits").get(name);
        Rows rows = new Rows(column(problem.get("x")), column(problem.get("y")));
        PolynomialSample sample = Fixtures.sample(
                rows, Partition.inOrder(rows.size(), problem.get("folds").asInt()));
        LinearModel model = Objects.requireNonNull(MODELS.get(name), name);
        PolynomialFit fit = Fixtures.fit(sample, problem.get("degree").asInt(), model);

        assertThat(fit.convergence().converged()).as("%s", fit.convergence()).isTrue();
        double[] grid = column(problem.get("grid"));
        double[] curve = column(expected.get("curve"));
        double[] ours = Fixtures.predict(fit, grid);
        double range = 0;
        for (double value : curve) {
            range = Math.max(range, Math.abs(value));
        }
        for (int i = 0; i < grid.length; i++) {
            assertThat(ours[i]).isCloseTo(curve[i], within(1e-8 * range));
        }
        if (!expected.get("alpha").isNull()) {
            double alpha = expected.get("alpha").asDouble();
            assertThat(fit.alpha()).isCloseTo(alpha, within(1e-12 * alpha));
        }
        assertThat(fit.train().r2()).isCloseTo(expected.get("r2").asDouble(), within(1e-10));
        if (!expected.get("mse").isNull()) {
            double[] mse = column(expected.get("mse"));
            double[] path = Objects.requireNonNull(fit.crossValidation()).meanSquaredError();
            assertThat(path).hasSameSizeAs(mse);
            for (int a = 0; a < mse.length; a++) {
                assertThat(path[a]).isCloseTo(mse[a], within(1e-6 * mse[a]));
            }
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
