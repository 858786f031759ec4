package org.interactiveml.engine.catalog;

import static org.interactiveml.engine.parameter.Group.DATA;
import static org.interactiveml.engine.parameter.Group.MODEL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.Generator;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Range;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.experiment.Inputs;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Plan;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.formula.Formula;
import org.interactiveml.engine.numeric.ArrayFunction;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.parameter.Bounds;
import org.interactiveml.engine.parameter.DatasetParameter;
import org.interactiveml.engine.parameter.FormulaParameter;
import org.interactiveml.engine.parameter.IntegerParameter;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.engine.parameter.Point;
import org.interactiveml.engine.parameter.PointsParameter;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.RealParameter;
import org.interactiveml.engine.parameter.SeedParameter;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Layer;
import org.interactiveml.engine.view.Report;
import org.interactiveml.engine.view.Role;
import org.interactiveml.engine.view.ViewSpec;

/**
 * The data of every experiment with one variable x and one response y: generated from a formula and noise, the user's own, or
 * painted by hand; split into a training and a test part. An experiment declares {@link #parameters}, hands {@link #problems} and
 * {@link #idle} on, makes its plan with {@link #plan} and lets its stages read those here. Immutable.
 */
public final class OneVariable {
    /** A sample that over-fits for all to see: by least squares its test error is least at degree 5 and rises from there. */
    private static final long SEED = 32;

    static final IntegerParameter SAMPLES = new IntegerParameter(
            "samples", "Samples", DATA, 50, Bounds.hard(10, 10_000_000).soft(10, 500));
    static final RealParameter X_MIN = new RealParameter(
            "x.min", "x from", DATA, -5.0, Bounds.hard(-1e6, 1e6).soft(-5, 0).step(0.05));
    static final RealParameter X_MAX = new RealParameter(
            "x.max", "x to", DATA, 5.0, Bounds.hard(-1e6, 1e6).soft(0, 5).step(0.05));
    static final RealParameter NOISE_MAGNITUDE = new RealParameter(
            "noise.magnitude",
            "Noise magnitude",
            DATA,
            4.0,
            Bounds.hard(0, 1e6).soft(0, 5).step(0.05));
    static final RealParameter NOISE_SD = new RealParameter(
            "noise.sd", "Noise sd", DATA, 1.0, Bounds.hard(0, 1e6).soft(0.1, 1).step(0.01));
    static final RealParameter NOISE_MEAN = new RealParameter(
            "noise.mean",
            "Noise mean",
            DATA,
            0.0,
            Bounds.hard(-1e6, 1e6).soft(-2, 2).step(0.05));
    static final FormulaParameter FUNCTION = new FormulaParameter(
            "function", "True function", DATA, Formula.parse("2*x - 0.6*x^2 + 0.2*x^3 + 18*sin(x)"), List.of("x"));
    static final SeedParameter SEED_X = new SeedParameter("seed.x", "Seed of x", DATA, SEED);
    static final SeedParameter SEED_NOISE = new SeedParameter("seed.noise", "Seed of noise", DATA, SEED);
    static final DatasetParameter DATASET = new DatasetParameter("data", "Own data", DATA, Dataset.Target.NUMBER, 1);

    /** Points painted on the plot of the data; where there are any, they are the data. */
    public static final PointsParameter POINTS = new PointsParameter("points", "Painted points", DATA, false);

    static final RealParameter TEST_FRACTION = new RealParameter(
            "test.fraction",
            "Test fraction",
            MODEL,
            0.4,
            Bounds.hard(0, 0.9).soft(0.1, 0.5).step(0.01));
    static final IntegerParameter FOLDS = new IntegerParameter(
            "folds",
            "Folds",
            MODEL,
            5,
            Bounds.hard(Partition.MIN_FOLDS, Partition.MAX_FOLDS).soft(2, 10));
    static final SeedParameter SEED_SPLIT = new SeedParameter("seed.split", "Seed of split", MODEL, SEED);

    private static final List<Parameter<?>> GENERATING =
            List.of(SAMPLES, X_MIN, X_MAX, NOISE_MAGNITUDE, NOISE_SD, NOISE_MEAN, FUNCTION, SEED_X, SEED_NOISE);

    private static final double[] NO_PARAMETERS = {};

    /** Points shown in a plot; beyond, every k-th row stands for k. */
    static final int SHOWN = 5000;
    /** Points at which curves are drawn. */
    private static final int GRID = 400;

    /** So few rows may be taken over as points, which needs to know which row is which. */
    private static final int TAKEN_OVER = 500;

    /**
     * The rows, and what is known about where they come from.
     *
     * @param generator what made them, unless they are the user's own
     * @param test true for each row of the test part, where the rows say so themselves
     */
    public record Data(Rows rows, Optional<Generator> generator, Optional<boolean[]> test) {}

    /**
     * The rows shown in plots, by part.
     *
     * @param train indices of training rows
     * @param test indices of test rows
     * @param rows how many rows there are
     * @param stride each row that is shown stands for so many
     */
    public record Shown(
            int[] train,
            int[] test,
            double[] trainX,
            double[] trainY,
            double[] testX,
            double[] testY,
            long rows,
            int stride) {}

    /** Where curves are drawn, and the true function there, if it is known. */
    public record Grid(double[] x, Optional<double[]> truth) {}

    final Stage<ArrayFunction> truth;
    /** The rows. */
    public final Stage<Data> data;

    /** Which of them train and which test. */
    public final Stage<Partition> split;

    /** Those that plots show; reports {@code points.train.x}, {@code .y} and the same of {@code test}. */
    public final Stage<Shown> points;

    /** The range of x. */
    final Stage<Range> range;

    /** Where curves are drawn; reports {@code grid.x} and, where it is known, {@code grid.truth}. */
    public final Stage<Grid> grid;

    private final Workers workers;

    /** For an experiment that cross-validates and has the folds among its parameters. */
    OneVariable(Workers workers) {
        this(workers, true);
    }

    private OneVariable(Workers workers, boolean folds) {
        this.workers = workers;
        truth = Stage.named("truth", Phase.DATA).reads(FUNCTION).computes(OneVariable::truth);
        data = Stage.named("data", Phase.DATA)
                .after(truth)
                .reads(
                        SAMPLES,
                        X_MIN,
                        X_MAX,
                        NOISE_MAGNITUDE,
                        NOISE_SD,
                        NOISE_MEAN,
                        SEED_X,
                        SEED_NOISE,
                        DATASET,
                        POINTS)
                .computes(this::rows);
        Stage.Declaration splitting = Stage.named("split", Phase.FIT).after(data);
        split = folds
                ? splitting.reads(TEST_FRACTION, FOLDS, SEED_SPLIT).computes(in -> partition(in, in.get(FOLDS)))
                : splitting.reads(TEST_FRACTION, SEED_SPLIT).computes(in -> partition(in, Partition.MIN_FOLDS));
        points = Stage.named("points", Phase.VIEW)
                .after(data, split)
                .computes(in -> shown(in.get(data).rows(), in.get(split)))
                .reportedBy(OneVariable::report);
        range = Stage.named("range", Phase.VIEW)
                .after(data)
                .computes(in -> Range.of(in.get(data).rows().x(), workers, in.cancellation()));
        grid = Stage.named("grid", Phase.VIEW)
                .after(data, range)
                .computes(in -> grid(in.get(data), in.get(range)))
                .reportedBy(OneVariable::report);
    }

    /** For an experiment whose parameters are {@link #parameters}. */
    public static OneVariable source() {
        return new OneVariable(Workers.shared(), false);
    }

    /** What can be changed about the data, then an experiment's own, then what splits the data. */
    public static ParameterSet parameters(Parameter<?>... own) {
        List<Parameter<?>> all = new ArrayList<>(GENERATING);
        all.addAll(List.of(DATASET, POINTS));
        all.addAll(List.of(own));
        all.addAll(List.of(TEST_FRACTION, SEED_SPLIT));
        return ParameterSet.of(all.toArray(Parameter<?>[]::new));
    }

    /** The stages of the data, then these. */
    public Plan plan(Stage<?>... own) {
        List<Stage<?>> all = new ArrayList<>(List.of(truth, data, split, points, range, grid));
        all.addAll(List.of(own));
        return Plan.of(all);
    }

    /** The plot {@code fit}: the points, the true function and an experiment's own layers; points may be painted on it. */
    public static ViewSpec.Plot plot(String title, Layer... own) {
        List<Layer> layers = new ArrayList<>(List.of(
                new Layer.Points("Training", Role.TRAIN, "points.train.x", "points.train.y"),
                new Layer.Points("Test", Role.TEST, "points.test.x", "points.test.y"),
                new Layer.Line("True function", Role.TRUTH, "grid.x", "grid.truth")));
        layers.addAll(List.of(own));
        return new ViewSpec.Plot("fit", title, "x", "y", false, layers).painting(POINTS);
    }

    /** The rule between the ends of the range. */
    public static List<Problem> problems(Snapshot snapshot) {
        double min = snapshot.get(X_MIN);
        double max = snapshot.get(X_MAX);
        return min < max
                ? List.of()
                : List.of(new Problem("x.min", "x.min must be less than x.max, not %s and %s".formatted(min, max)));
    }

    /** Painted points replace all other data; with data of one's own nothing is generated, and a split of theirs is not drawn. */
    public static Set<Parameter<?>> idle(Snapshot snapshot) {
        if (!snapshot.get(POINTS).isEmpty()) {
            Set<Parameter<?>> idle = new HashSet<>(GENERATING);
            idle.add(DATASET);
            return idle;
        }
        Optional<Dataset> own = snapshot.get(DATASET);
        if (own.isEmpty()) {
            return Set.of();
        }
        Set<Parameter<?>> idle = new HashSet<>(GENERATING);
        if (own.get().test() != null) {
            idle.addAll(List.of(TEST_FRACTION, SEED_SPLIT));
        }
        return idle;
    }

    private Data rows(Inputs in) {
        List<Point> painted = in.get(POINTS);
        if (!painted.isEmpty()) {
            return new Data(
                    new Rows(
                            painted.stream().mapToDouble(Point::x).toArray(),
                            painted.stream().mapToDouble(Point::y).toArray()),
                    Optional.empty(),
                    Optional.empty());
        }
        Optional<Dataset> own = in.get(DATASET);
        if (own.isPresent()) {
            Dataset dataset = own.get();
            if (dataset.features().length != 1) {
                throw new Infeasible(
                        "%s must have one x column here, not %d".formatted(dataset.name(), dataset.features().length));
            }
            return new Data(
                    new Rows(dataset.features()[0], dataset.target()),
                    Optional.empty(),
                    Optional.ofNullable(dataset.test()));
        }
        ArrayFunction f = in.get(truth);
        Generator generator = new Generator(
                f,
                in.get(X_MIN),
                in.get(X_MAX),
                in.get(NOISE_MAGNITUDE),
                in.get(NOISE_MEAN),
                in.get(NOISE_SD),
                in.get(SEED_X),
                in.get(SEED_NOISE));
        return new Data(
                generator.generate(in.get(SAMPLES), workers, in.cancellation()),
                Optional.of(generator),
                Optional.empty());
    }

    private static ArrayFunction truth(Inputs in) {
        var compiled = in.get(FUNCTION).compile(List.of("x"), List.of());
        return (x, out, from, to) -> compiled.evaluate(new double[][] {x}, NO_PARAMETERS, from, to, out);
    }

    private Partition partition(Inputs in, int folds) {
        Data rows = in.get(data);
        return rows.test()
                .map(test -> Partition.ofTestColumn(test, folds))
                .orElseGet(() -> Partition.shuffled(
                        rows.rows().size(),
                        in.get(TEST_FRACTION),
                        folds,
                        in.get(SEED_SPLIT),
                        workers,
                        in.cancellation()));
    }

    private static Shown shown(Rows rows, Partition partition) {
        int stride = (rows.size() + SHOWN - 1) / SHOWN;
        int shown = (rows.size() + stride - 1) / stride;
        int[] train = new int[shown];
        int[] test = new int[shown];
        int trainCount = 0;
        int testCount = 0;
        for (int row = 0; row < rows.size(); row += stride) {
            if (partition.isTest(row)) {
                test[testCount++] = row;
            } else {
                train[trainCount++] = row;
            }
        }
        train = Arrays.copyOf(train, trainCount);
        test = Arrays.copyOf(test, testCount);
        return new Shown(
                train,
                test,
                gather(rows.x(), train),
                gather(rows.y(), train),
                gather(rows.x(), test),
                gather(rows.y(), test),
                rows.size(),
                stride);
    }

    /** The values at the given rows. */
    static double[] gather(double[] column, int[] rows) {
        double[] gathered = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            gathered[i] = column[rows[i]];
        }
        return gathered;
    }

    private static Grid grid(Data data, Range range) {
        double[] x = new double[GRID];
        for (int i = 0; i < GRID; i++) {
            x[i] = range.min() + (range.max() - range.min()) * i / (GRID - 1);
        }
        return new Grid(x, data.generator().map(Generator::function).map(f -> {
            double[] y = new double[GRID];
            f.evaluate(x, y, 0, GRID);
            return y;
        }));
    }

    private static Report report(Shown shown) {
        return Report.group()
                .put("train", columns(shown, shown.train(), shown.trainX(), shown.trainY()))
                .put("test", columns(shown, shown.test(), shown.testX(), shown.testY()))
                .put("rows", shown.rows())
                .put("note", shown.stride() == 1 ? "" : "the plots show 1 of every " + shown.stride() + " rows")
                .build();
    }

    private static Report columns(Shown shown, int[] rows, double[] x, double[] y) {
        Report.Builder columns = Report.group().put("x", x).put("y", y);
        if (shown.rows() <= TAKEN_OVER) {
            columns.put("row", Arrays.stream(rows).asDoubleStream().toArray());
        }
        return columns.build();
    }

    private static Report report(Grid grid) {
        Report.Builder report = Report.group().put("x", grid.x());
        grid.truth().ifPresent(truth -> report.put("truth", truth));
        return report.build();
    }
}
