package org.example;

import static org.interactiveml.engine.parameter.Group.MODEL;

import java.util.*;
import java.util.stream.IntStream;
import org.interactiveml.engine.catalog.OneVariable;
import org.interactiveml.engine.experiment.*;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.parameter.*;
import org.interactiveml.engine.view.*;

/** LOWESS (Cleveland 1979): at each x a line through the nearest points, the nearer the heavier; outliers lose their say. */
public final class Lowess implements Experiment {
    private static final RealParameter SPAN = new RealParameter(
            "span", "Span", MODEL, 0.3, Bounds.hard(0.05, 1).step(0.01));
    private static final IntegerParameter ROUNDS = new IntegerParameter(
            "rounds", "Robust rounds", MODEL, 2, Bounds.hard(0, 5));
    private static final ParameterSet PARAMETERS = OneVariable.parameters(SPAN, ROUNDS);

    private final OneVariable source = OneVariable.source();
    private final Stage<LocalLines> fit = Stage.named("fit", Phase.FIT)
            .after(source.data, source.split)
            .reads(SPAN, ROUNDS)
            .computes(this::fit)
            .reportedBy(lines -> Report.group().put("converged", true).put("neighbours", lines.near).build());
    private final Stage<double[]> curve = Stage.named("curve", Phase.VIEW)
            .after(fit, source.grid)
            .computes(in -> Arrays.stream(in.get(source.grid).x()).map(in.get(fit)::at).toArray())
            .reportedBy(y -> Report.group().put("y", y).build());
    private final Plan plan = source.plan(fit, curve);

    public String id() { return "lowess"; }
    public String title() { return "Local regression"; }
    public String summary() { return "Follow the points with many small lines, and let outliers lose their say."; }
    public ParameterSet parameters() { return PARAMETERS; }
    public List<Problem> problems(Snapshot state) { return OneVariable.problems(state); }
    public Set<Parameter<?>> idle(Snapshot state) { return OneVariable.idle(state); }
    public Plan plan() { return plan; }
    public Stage<?> fit() { return fit; }

    public List<ViewSpec> views() {
        return List.of(
                new ViewSpec.Notes("summary", "Fit", List.of(new ViewSpec.Notes.Note("neighbours:", "fit.neighbours"))),
                OneVariable.plot("Local lines", new Layer.Line("Fitted curve", Role.FIT, "grid.x", "curve.y")));
    }

    private LocalLines fit(Inputs in) {
        double[] x = in.get(source.data).rows().x();
        double[] y = in.get(source.data).rows().y();
        int[] train = IntStream.range(0, x.length).filter(row -> !in.get(source.split).isTest(row)).toArray();
        if (train.length < 3 || train.length > 5000) {
            throw new Infeasible("lowess takes 3 to 5000 training rows, not " + train.length);
        }
        train = IntStream.of(train).boxed().sorted(Comparator.comparing(row -> x[row])).mapToInt(row -> row).toArray();
        double[] say = new double[train.length];
        Arrays.fill(say, 1);
        int near = Math.max(3, (int) Math.round(in.get(SPAN) * train.length));
        double[] sortedX = IntStream.of(train).mapToDouble(row -> x[row]).toArray();
        double[] sortedY = IntStream.of(train).mapToDouble(row -> y[row]).toArray();
        for (int round = 0; round < in.get(ROUNDS); round++) {
            LocalLines before = new LocalLines(sortedX, sortedY, say, near);
            double[] misses = new double[say.length];
            for (int i = 0; i < misses.length; i++) {
                in.cancellation().check();
                misses[i] = Math.abs(sortedY[i] - before.at(sortedX[i]));
            }
            double far = 6 * Arrays.stream(misses).sorted().toArray()[misses.length / 2] + Double.MIN_NORMAL;
            say = Arrays.stream(misses).map(miss -> Math.max(1e-3, 1 - miss * miss / far / far)).map(v -> v * v).toArray();
        }
        return new LocalLines(sortedX, sortedY, say, near);
    }

    /** Training rows from left to right, how much say each of them has, and how many make a line. */
    private record LocalLines(double[] x, double[] y, double[] say, int near) {
        double at(double where) {
            int from = 0;
            for (int to = x.length - near; from < to; ) {
                int middle = (from + to) / 2;
                if (where - x[middle] > x[middle + near] - where) from = middle + 1; else to = middle;
            }
            double reach = 1.001 * Math.max(where - x[from], x[from + near - 1] - where) + Double.MIN_NORMAL;
            double w = 0, wx = 0, wy = 0, wxx = 0, wxy = 0;
            for (int i = from; i < from + near; i++) {
                double d = (x[i] - where) / reach;
                double closeness = 1 - Math.abs(d * d * d);
                double weight = say[i] * closeness * closeness * closeness;
                w += weight;
                wx += weight * d;
                wy += weight * y[i];
                wxx += weight * d * d;
                wxy += weight * d * y[i];
            }
            double det = w * wxx - wx * wx;
            return det > 1e-12 * w * wxx ? (wxx * wy - wx * wxy) / det : wy / w;
        }
    }
}
