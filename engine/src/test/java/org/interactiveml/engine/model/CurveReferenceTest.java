package org.interactiveml.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.TDistribution;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.model.kernel.GaussianProcess;
import org.interactiveml.engine.model.kernel.Kernel;
import org.interactiveml.engine.model.kernel.KernelRidge;
import org.interactiveml.engine.model.kernel.KernelSample;
import org.interactiveml.engine.model.neighbours.NearestNeighbours;
import org.interactiveml.engine.model.neighbours.NearestNeighbours.Weights;
import org.interactiveml.engine.model.spline.NaturalSpline;
import org.interactiveml.engine.model.spline.SmoothingSpline;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.NormalQuantile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Numbers made once by {@code kernel/make_reference.py} with scikit-learn and scipy; the agreement is checked without Python. */
class CurveReferenceTest {
    private static final Cancellation NEVER = new Cancellation();
    private static final double TIGHT = 1e-8;
    private static final double CONFIDENCE = 0.95;

    @TestFactory
    Stream<DynamicTest> everyCurveIsThatOfTheReference() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/kernel/reference.json"))) {
            for (JsonNode problem : new ObjectMapper().readTree(in)) {
                Problem p = new Problem(problem);
                add(tests, problem, "process", p::process);
                add(tests, problem, "optimum", p::optimum);
                add(tests, problem, "ridge", p::ridge);
                add(tests, problem, "natural", p::natural);
                add(tests, problem, "smoothing", p::smoothing);
                add(tests, problem, "neighbours", p::neighbours);
            }
        }
        return tests.stream();
    }

    private interface Check {
        void run(JsonNode expected);
    }

    private static void add(List<DynamicTest> tests, JsonNode problem, String family, Check check) {
        for (JsonNode expected : problem.get(family)) {
            StringBuilder name =
                    new StringBuilder(family + " of " + problem.get("x").size() + " rows");
            expected.properties().forEach(entry -> {
                if (entry.getValue().isValueNode()) {
                    name.append(", ")
                            .append(entry.getKey())
                            .append(' ')
                            .append(entry.getValue().asText());
                }
            });
            tests.add(DynamicTest.dynamicTest(name.toString(), () -> check.run(expected)));
        }
    }

    private static final class Problem {
        private final SortedRows rows;
        private final KernelSample sample;
        private final double[] grid;

        Problem(JsonNode problem) {
            double[] x = column(problem.get("x"));
            rows = SortedRows.of(new Rows(x, column(problem.get("y"))), Partition.inOrder(x.length, 2), NEVER);
            sample = new KernelSample(rows);
            grid = column(problem.get("grid"));
        }

        void process(JsonNode expected) {
            GaussianProcess process = GaussianProcess.fixed(
                    sample,
                    kernel(expected),
                    expected.get("length").asDouble(),
                    expected.get("signal").asDouble(),
                    expected.get("noise").asDouble(),
                    NEVER);
            assertThat(process.logMarginalLikelihood())
                    .isCloseTo(expected.get("likelihood").asDouble(), within(TIGHT));
            agree(process, expected);
            double[] sd = column(expected.get("sd"));
            double[] half = process.band(grid, CONFIDENCE, NEVER).orElseThrow().point();
            double z = NormalQuantile.of(0.5 + CONFIDENCE / 2);
            for (int i = 0; i < sd.length; i++) {
                assertThat(half[i]).isCloseTo(z * sd[i], within(TIGHT * z * sd[i]));
            }
        }

        void optimum(JsonNode expected) {
            GaussianProcess process = GaussianProcess.optimised(sample, kernel(expected), NEVER);
            assertThat(process.convergence().converged())
                    .as("%s", process.convergence())
                    .isTrue();
            assertThat(process.logMarginalLikelihood())
                    .isGreaterThan(expected.get("likelihood").asDouble() - TIGHT);
        }

        void ridge(JsonNode expected) {
            agree(
                    KernelRidge.fit(
                            sample,
                            kernel(expected),
                            expected.get("length").asDouble(),
                            expected.get("alpha").asDouble(),
                            NEVER),
                    expected);
        }

        void natural(JsonNode expected) {
            int df = expected.get("df").asInt();
            NaturalSpline spline = NaturalSpline.fit(rows, df, NEVER);
            agree(spline, expected);
            assertThat(spline.residualVariance())
                    .isCloseTo(expected.get("s2").asDouble(), within(TIGHT * spline.residualVariance()));
            double t = new TDistribution(null, rows.size() - df).inverseCumulativeProbability(0.5 + CONFIDENCE / 2);
            double[] se = column(expected.get("se"));
            double[] half = spline.band(grid, CONFIDENCE, NEVER).orElseThrow().curve();
            for (int i = 0; i < se.length; i++) {
                assertThat(half[i]).isCloseTo(t * se[i], within(TIGHT * t * se[i]));
            }
        }

        // Where λ is large and two x are close, scipy keeps six or seven digits (a solution in 40 digits agrees with
        // ours to
        // 15), and
        // its search for λ stops early.
        void smoothing(JsonNode expected) {
            boolean automatic = expected.get("lam").isNull();
            SmoothingSpline spline = automatic
                    ? SmoothingSpline.automatic(rows, NEVER)
                    : SmoothingSpline.fixed(rows, expected.get("lam").asDouble(), NEVER);
            agree(spline, expected, automatic ? 1e-3 : 1e-6);
        }

        void neighbours(JsonNode expected) {
            Weights weights = Weights.valueOf(expected.get("weights").asText().toUpperCase(Locale.ROOT));
            agree(new NearestNeighbours(rows, expected.get("k").asInt(), weights), expected);
        }

        private void agree(Curve curve, JsonNode expected) {
            agree(curve, expected, TIGHT);
        }

        private void agree(Curve curve, JsonNode expected, double tolerance) {
            double[] theirs = column(expected.get("mean"));
            double[] ours = new double[grid.length];
            curve.evaluate(grid, ours, 0, grid.length);
            double size = 0;
            for (double value : theirs) {
                size = Math.max(size, Math.abs(value));
            }
            for (int i = 0; i < ours.length; i++) {
                assertThat(ours[i]).as("x = %s", grid[i]).isCloseTo(theirs[i], within(tolerance * size));
            }
        }

        private static Kernel kernel(JsonNode expected) {
            return Kernel.valueOf(expected.get("kernel").asText());
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
