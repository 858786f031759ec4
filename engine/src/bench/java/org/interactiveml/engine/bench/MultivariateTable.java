package org.interactiveml.engine.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.LinearGenerator;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.model.linear.LinearModel;
import org.interactiveml.engine.model.linear.LinearRegression;
import org.interactiveml.engine.model.linear.LinearSample;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/** Fits of many features from ready rows to scores, and of a changed model alone, beside scikit-learn's in the same run. */
final class MultivariateTable {
    private static final Cancellation NEVER = new Cancellation();
    private static final Workers ONE = Workers.callerOnly();
    private static final double SECONDS = 1;
    private static final int[][] SIZES = {{442, 10}, {10_000, 50}, {1_000_000, 20}};

    private MultivariateTable() {}

    /**
     * Prints the table.
     *
     * @param scikitLearn medians in microseconds by "rows x features:model"
     */
    static void print(Map<String, Double> scikitLearn) {
        System.out.printf(
                "%nmany features, from rows to scores, one thread; medians in milliseconds%n%-12s %-12s %12s %14s %8s %22s%n",
                "rows", "model", "ours", "scikit-learn", "ratio", "another model alone");
        for (int[] size : SIZES) {
            Dataset data = new LinearGenerator(size[1], 4, 0.5, 5, 1, 2).generate(size[0], ONE, NEVER);
            LinearSample ready = sample(data);
            for (String name : List.of("ols", "ridge", "lasso", "elastic-net")) {
                LinearModel model = FitBenchmark.model(name);
                double ours = Timing.medianNanos(SECONDS, () -> LinearRegression.fit(sample(data), model, ONE, NEVER)) / 1e6;
                double again = Timing.medianNanos(SECONDS, () -> LinearRegression.fit(ready, model, ONE, NEVER)) / 1e6;
                String key = size[0] + "x" + size[1];
                Double theirs = scikitLearn.get(key + ":" + name);
                System.out.printf(
                        Locale.ROOT,
                        "%-12s %-12s %12.3f %14s %8s %22.3f%n",
                        key,
                        name,
                        ours,
                        theirs == null ? "-" : "%.2f".formatted(theirs / 1e3),
                        theirs == null ? "-" : "%.0fx".formatted(theirs / 1e3 / ours),
                        again);
            }
        }
    }

    private static LinearSample sample(Dataset data) {
        return LinearSample.of(data, Partition.shuffled(data.size(), 0.3, 5, 1, ONE, NEVER), ONE, NEVER);
    }
}
