package org.interactiveml.engine.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interactiveml.engine.data.LabelledRows;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.PlaneGenerator;
import org.interactiveml.engine.data.Range;
import org.interactiveml.engine.data.Shape;
import org.interactiveml.engine.model.logistic.Design;
import org.interactiveml.engine.model.logistic.LogisticFit;
import org.interactiveml.engine.model.logistic.LogisticRegression;
import org.interactiveml.engine.model.logistic.LogisticTask;
import org.interactiveml.engine.model.logistic.Monomials;
import org.interactiveml.engine.model.logistic.Penalty;
import org.interactiveml.engine.model.logistic.ProbabilitySurface;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/**
 * Logistic fits of 200 rows beside scikit-learn's, alone and from rows to the scores of both parts, and what follows in a frame.
 *
 * <p>Ours are solved to 1e-11 of the optimality conditions, scikit-learn's to its default tolerance.
 */
final class ClassificationTable {
    private static final Cancellation NEVER = new Cancellation();
    private static final Workers ONE = Workers.callerOnly();
    private static final int SAMPLES = 200;
    private static final int VARIANTS = 64;
    private static final int CELLS = 200;
    private static final double SECONDS = 1;

    private ClassificationTable() {}

    static void print(Map<String, Double> scikitLearn) {
        System.out.printf(
                "%nlogistic fit of %d samples, C = 1; medians in microseconds of the fit alone, from training rows to weights,"
                        + " and from all rows to scores%n%-12s %6s %10s %13s %6s %12s %8s %13s %6s%n",
                SAMPLES,
                "penalty",
                "degree",
                "our fit",
                "scikit-learn",
                "ratio",
                "our scores",
                "p99",
                "scikit-learn",
                "ratio");
        LabelledRows[] rows = new LabelledRows[VARIANTS];
        LabelledRows[] training = new LabelledRows[VARIANTS];
        for (int v = 0; v < VARIANTS; v++) {
            rows[v] = generate(SAMPLES, 2 + 0.02 * v);
            training[v] = rows[v].part(Partition.shuffled(SAMPLES, 0.3, 2, 1, ONE, NEVER), false, NEVER);
        }
        int[] next = {0};
        for (int degree = 1; degree <= 3; degree++) {
            for (String name : List.of("none", "l2", "l1", "elastic-net")) {
                Monomials monomials = Monomials.of(2, degree);
                Penalty penalty = penalty(name);
                double alone = Timing.medianNanos(
                                SECONDS, () -> LogisticTask.fit(training[next[0]++ % VARIANTS], monomials, penalty))
                        / 1e3;
                long[] nanos = Timing.nanos(SECONDS, () -> fit(rows[next[0]++ % VARIANTS], monomials, penalty, ONE));
                double ours = nanos[nanos.length / 2] / 1e3;
                System.out.printf(
                        Locale.ROOT,
                        "%-12s %6d %10.1f %s %12.1f %8.1f %s   goal 50x%n",
                        name,
                        degree,
                        alone,
                        against(alone, scikitLearn.get(name + "-" + degree + "-fit"), "%13s %6s"),
                        ours,
                        nanos[(int) (nanos.length * 0.99)] / 1e3,
                        against(ours, scikitLearn.get(name + "-" + degree + "-scores"), "%13s %6s"));
            }
        }
        surface(fit(rows[0], Monomials.of(2, 3), penalty("l2"), ONE));
        scale();
    }

    private static String against(double ours, Double theirs, String format) {
        return theirs == null
                ? format.formatted("-", "-")
                : format.formatted("%.1f".formatted(theirs), "%.0fx".formatted(theirs / ours));
    }

    private static LabelledRows generate(int samples, double noise) {
        return new PlaneGenerator(Shape.LINEAR, -5, 5, noise, 0, 1, 1, 2).generate(samples, ONE, NEVER);
    }

    private static Penalty penalty(String name) {
        return switch (name) {
            case "none" -> Penalty.none();
            case "l2" -> Penalty.ridge(1);
            case "l1" -> Penalty.lasso(1);
            default -> Penalty.elasticNet(1, 0.5);
        };
    }

    private static LogisticFit fit(LabelledRows rows, Monomials monomials, Penalty penalty, Workers workers) {
        Partition partition = Partition.shuffled(rows.size(), 0.3, 2, 1, workers, NEVER);
        Design design = Design.of(rows.part(partition, false, NEVER), monomials, workers, NEVER);
        return LogisticRegression.fit(design, rows.part(partition, true, NEVER), penalty, false, workers, NEVER);
    }

    private static void surface(LogisticFit fit) {
        Range range = new Range(-5, 5);
        double nanos = Timing.medianNanos(SECONDS, () -> ProbabilitySurface.of(fit, range, range, CELLS));
        System.out.printf(
                Locale.ROOT, "%nprobability surface of 200x200 cells, degree 3    %8.3f ms   goal 3 ms%n", nanos / 1e6);
    }

    private static void scale() {
        for (int samples = 1000; samples <= 1_000_000; samples *= 10) {
            LabelledRows rows = generate(samples, 2);
            double nanos =
                    Timing.medianNanos(0.2, () -> fit(rows, Monomials.of(2, 1), penalty("l2"), Workers.shared()));
            System.out.printf(Locale.ROOT, "fit of %,9d samples, degree 1, all threads    %10.3f ms%n", samples, nanos / 1e6);
        }
    }
}
