package org.interactiveml.engine.catalog;

import static org.interactiveml.engine.parameter.Group.DATA;
import static org.interactiveml.engine.parameter.Group.MODEL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interactiveml.engine.Quote;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.LabelledRows;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.PlaneGenerator;
import org.interactiveml.engine.data.Range;
import org.interactiveml.engine.data.Shape;
import org.interactiveml.engine.experiment.Inputs;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Sheet;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.parameter.Bounds;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.DatasetParameter;
import org.interactiveml.engine.parameter.IntegerParameter;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.Point;
import org.interactiveml.engine.parameter.PointsParameter;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.RealParameter;
import org.interactiveml.engine.parameter.SeedParameter;
import org.interactiveml.engine.parameter.Snapshot;

/** Rows of two classes: generated in the plane, the user's own, or painted by hand; split into a training and a test part. */
final class Plane {
    /** A sample that over-fits for all to see: from degree 2 on the test's log-loss rises with every degree. */
    private static final long SEED = 9;

    static final IntegerParameter SAMPLES = new IntegerParameter(
            "samples", "Samples", DATA, 50, Bounds.hard(10, 1_000_000).soft(10, 500));
    static final ChoiceParameter<Shape> SHAPE = new ChoiceParameter<>("shape", "Shape", DATA, Shape.LINEAR);
    static final RealParameter X_MIN = new RealParameter(
            "x.min",
            "x1, x2 from",
            DATA,
            -5.0,
            Bounds.hard(-1e6, 1e6).soft(-5, 0).step(0.05));
    static final RealParameter X_MAX = new RealParameter(
            "x.max", "x1, x2 to", DATA, 5.0, Bounds.hard(-1e6, 1e6).soft(0, 5).step(0.05));
    static final RealParameter NOISE_MAGNITUDE = new RealParameter(
            "noise.magnitude",
            "Noise magnitude",
            DATA,
            2.0,
            Bounds.hard(0, 1e6).soft(0, 5).step(0.05));
    static final RealParameter NOISE_SD = new RealParameter(
            "noise.sd", "Noise sd", DATA, 1.0, Bounds.hard(0, 1e6).soft(0.1, 1).step(0.01));
    static final RealParameter NOISE_MEAN = new RealParameter(
            "noise.mean",
            "Noise mean",
            DATA,
            0.0,
            Bounds.hard(-1e6, 1e6).soft(-2, 2).step(0.05));
    static final SeedParameter SEED_X = new SeedParameter("seed.x", "Seed of x", DATA, SEED);
    static final SeedParameter SEED_NOISE = new SeedParameter("seed.noise", "Seed of noise", DATA, SEED);
    static final DatasetParameter DATASET = new DatasetParameter("data", "Own data", DATA, Dataset.Target.CLASS);
    /** Points painted on a plot, each of a class; where there are any, they are the data. */
    static final PointsParameter POINTS = new PointsParameter("points", "Painted points", DATA, true);

    static final RealParameter TEST_FRACTION = new RealParameter(
            "test.fraction",
            "Test fraction",
            MODEL,
            0.4,
            Bounds.hard(0, 0.9).soft(0.1, 0.5).step(0.01));
    static final SeedParameter SEED_SPLIT = new SeedParameter("seed.split", "Seed of split", MODEL, SEED);

    private static final List<Parameter<?>> GENERATING =
            List.of(SAMPLES, SHAPE, X_MIN, X_MAX, NOISE_MAGNITUDE, NOISE_SD, NOISE_MEAN, SEED_X, SEED_NOISE);

    /** Nothing here is cross-validated. */
    private static final int FOLDS = Partition.MIN_FOLDS;

    private static final List<String> GENERATED_NAMES = List.of("x1", "x2");
    private static final List<String> GENERATED_CLASSES = List.of("0", "1");
    /** Room around the outermost points, as a part of the width. */
    private static final double MARGIN = 0.05;

    /** The rows, what their columns, the target and its classes are called, and the split that they bring. */
    record Data(LabelledRows rows, List<String> names, String target, List<String> classes, Optional<boolean[]> test) {}

    /** Both parts of the rows. */
    record Parts(LabelledRows train, LabelledRows test) {
        LabelledRows part(boolean test) {
            return test ? this.test : train;
        }
    }

    /** The square that plots show. */
    record Square(Range x1, Range x2) {}

    final Stage<Data> data;
    final Stage<Partition> split;
    /** The rows of each part, copied once for all fits. */
    final Stage<Parts> parts;

    final Stage<Square> square;

    private final Workers workers;

    Plane(Workers workers) {
        this.workers = workers;
        data = Stage.named("data", Phase.DATA)
                .reads(
                        SAMPLES,
                        SHAPE,
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
        split = Stage.named("split", Phase.FIT)
                .reads(TEST_FRACTION, SEED_SPLIT)
                .after(data)
                .computes(this::partition);
        parts = Stage.named("parts", Phase.FIT).after(data, split).computes(this::parts);
        square = Stage.named("square", Phase.VIEW).after(data).computes(this::square);
    }

    /** The rule between the ends of the range. */
    static List<Problem> problems(Snapshot snapshot) {
        double min = snapshot.get(X_MIN);
        double max = snapshot.get(X_MAX);
        return min < max
                ? List.of()
                : List.of(new Problem("x.min", "x.min must be less than x.max, not %s and %s".formatted(min, max)));
    }

    /** Painted points replace all other data; with data of one's own nothing is generated, and a split of theirs is not drawn. */
    static Set<Parameter<?>> idle(Snapshot snapshot) {
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
            double[][] places = {
                painted.stream().mapToDouble(Point::x).toArray(),
                painted.stream().mapToDouble(Point::y).toArray()
            };
            double[] labels = painted.stream().mapToDouble(Point::group).toArray();
            return new Data(
                    new LabelledRows(places, labels), GENERATED_NAMES, "class", GENERATED_CLASSES, Optional.empty());
        }
        Optional<Dataset> own = in.get(DATASET);
        if (own.isPresent()) {
            return rows(own.get());
        }
        PlaneGenerator generator = new PlaneGenerator(
                in.get(SHAPE),
                in.get(X_MIN),
                in.get(X_MAX),
                in.get(NOISE_MAGNITUDE),
                in.get(NOISE_MEAN),
                in.get(NOISE_SD),
                in.get(SEED_X),
                in.get(SEED_NOISE));
        return new Data(
                generator.generate(in.get(SAMPLES), workers, in.cancellation()),
                GENERATED_NAMES,
                "class",
                GENERATED_CLASSES,
                Optional.empty());
    }

    private static Data rows(Dataset own) {
        if (own.classes().size() != 2) {
            throw new Infeasible("%s, column %s must have two classes here, not %d: %s"
                    .formatted(
                            own.name(),
                            Quote.of(own.targetName()),
                            own.classes().size(),
                            String.join(", ", own.classes())));
        }
        return new Data(
                new LabelledRows(own.features(), own.target()),
                own.featureNames(),
                own.targetName(),
                own.classes(),
                Optional.ofNullable(own.test()));
    }

    private Partition partition(Inputs in) {
        Data rows = in.get(data);
        return rows.test()
                .map(test -> Partition.ofTestColumn(test, FOLDS))
                .orElseGet(() -> Partition.shuffled(
                        rows.rows().size(),
                        in.get(TEST_FRACTION),
                        FOLDS,
                        in.get(SEED_SPLIT),
                        workers,
                        in.cancellation()));
    }

    private Parts parts(Inputs in) {
        LabelledRows rows = in.get(data).rows();
        Partition partition = in.get(split);
        LabelledRows train = rows.part(partition, false, in.cancellation());
        int positives = train.positives();
        if (positives == 0 || positives == train.size()) {
            throw new Infeasible("the training part must have rows of both classes, and all its %d rows are of class %s"
                    .formatted(train.size(), in.get(data).classes().get(positives == 0 ? 0 : 1)));
        }
        return new Parts(train, rows.part(partition, true, in.cancellation()));
    }

    private Square square(Inputs in) {
        double[][] features = in.get(data).rows().features();
        return new Square(
                wide(Range.of(features[0], workers, in.cancellation())),
                features.length > 1 ? wide(Range.of(features[1], workers, in.cancellation())) : new Range(0, 1));
    }

    /** All rows with their probabilities, to take home; classes as 0 and 1. */
    static Sheet sheet(Data data, Parts parts, double[] train, double[] test) {
        List<Sheet.Column> columns = new ArrayList<>();
        for (int k = 0; k < data.names().size(); k++) {
            columns.add(new Sheet.Column(
                    data.names().get(k),
                    Sheet.Kind.FEATURE,
                    joined(parts.train().features()[k], parts.test().features()[k])));
        }
        double[] labels = joined(parts.train().labels(), parts.test().labels());
        columns.add(new Sheet.Column(data.target(), Sheet.Kind.TARGET, labels));
        columns.add(new Sheet.Column("probability", Sheet.Kind.PREDICTED, joined(train, test)));
        return new Sheet(columns, FOLDS, parts.train().size());
    }

    private static double[] joined(double[] first, double[] second) {
        double[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static Range wide(Range range) {
        double margin = MARGIN * (range.max() - range.min());
        double least = margin > 0 ? margin : 1;
        return new Range(range.min() - least, range.max() + least);
    }
}
