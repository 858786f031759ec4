package org.interactiveml.engine.catalog;

import static org.interactiveml.engine.parameter.Group.DATA;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.LinearGenerator;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.experiment.Inputs;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.model.linear.LinearSample;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.parameter.Bounds;
import org.interactiveml.engine.parameter.DatasetParameter;
import org.interactiveml.engine.parameter.IntegerParameter;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.RealParameter;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Report;

/** Rows of several features: generated from known coefficients, or the user's own table; split into training and test part. */
final class MultivariateData {
    static final IntegerParameter SAMPLES = new IntegerParameter(
            "samples", "Samples", DATA, 100, Bounds.hard(10, 1_000_000).soft(20, 500));
    static final IntegerParameter FEATURES = new IntegerParameter(
            "features",
            "Features",
            DATA,
            12,
            Bounds.hard(1, LinearSample.MAX_FEATURES).soft(1, 50));
    static final IntegerParameter INFORMATIVE = new IntegerParameter(
            "informative",
            "Informative features",
            DATA,
            4,
            Bounds.hard(0, LinearSample.MAX_FEATURES).soft(0, 20));
    static final RealParameter CORRELATION = new RealParameter(
            "correlation",
            "Correlation of neighbours",
            DATA,
            0.5,
            Bounds.hard(0, 0.999).soft(0, 0.99).step(0.01));
    static final RealParameter NOISE_SD = new RealParameter(
            "noise.sd", "Noise sd", DATA, 5.0, Bounds.hard(0, 1e6).soft(0, 20).step(0.1));

    static final DatasetParameter DATASET =
            new DatasetParameter("data", "Own data", DATA, Dataset.Target.NUMBER, LinearSample.MAX_FEATURES);

    /** As many numbers as one drag of a slider may ask for: 160 MB. */
    private static final long MOST_CELLS = 20_000_000;

    private static final List<Parameter<?>> GENERATING =
            List.of(SAMPLES, FEATURES, INFORMATIVE, CORRELATION, NOISE_SD, OneVariable.SEED_X, OneVariable.SEED_NOISE);

    /** Points shown in a plot; beyond, every k-th row stands for k. */
    private static final int SHOWN = 5000;

    /** The rows shown in plots, by part. */
    record Shown(int[] train, int[] test, double[] trainY, double[] testY, int rows, int stride) {}

    final Stage<Dataset> data;
    final Stage<Optional<double[]>> truth;
    final Stage<Partition> split;
    final Stage<Shown> points;

    private final Workers workers;

    MultivariateData(Workers workers) {
        this.workers = workers;
        data = Stage.named("data", Phase.DATA)
                .reads(
                        SAMPLES,
                        FEATURES,
                        INFORMATIVE,
                        CORRELATION,
                        NOISE_SD,
                        OneVariable.SEED_X,
                        OneVariable.SEED_NOISE,
                        DATASET)
                .computes(this::rows);
        truth = Stage.named("truth", Phase.VIEW)
                .reads(FEATURES, INFORMATIVE, DATASET)
                .computes(MultivariateData::slopes)
                .reportedBy(MultivariateData::report);
        split = Stage.named("split", Phase.FIT)
                .reads(OneVariable.TEST_FRACTION, OneVariable.FOLDS, OneVariable.SEED_SPLIT)
                .after(data)
                .computes(this::partition);
        points = Stage.named("points", Phase.VIEW)
                .after(data, split)
                .computes(in -> shown(in.get(data).target(), in.get(split)))
                .reportedBy(MultivariateData::report);
    }

    /** The rule between the numbers of rows and columns. */
    static List<Problem> problems(Snapshot snapshot) {
        long cells = (long) snapshot.get(SAMPLES) * snapshot.get(FEATURES);
        return cells <= MOST_CELLS
                ? List.of()
                : List.of(new Problem(
                        "samples", "samples times features must be at most " + MOST_CELLS + ", not " + cells));
    }

    /** With data of one's own nothing is generated, and a split that they bring is not drawn. */
    static Set<Parameter<?>> idle(Snapshot snapshot) {
        Optional<Dataset> own = snapshot.get(DATASET);
        if (own.isEmpty()) {
            return Set.of();
        }
        Set<Parameter<?>> idle = new HashSet<>(GENERATING);
        if (own.get().test() != null) {
            idle.addAll(List.of(OneVariable.TEST_FRACTION, OneVariable.SEED_SPLIT));
        }
        return idle;
    }

    private Dataset rows(Inputs in) {
        Optional<Dataset> own = in.get(DATASET);
        if (own.isPresent()) {
            return own.get();
        }
        LinearGenerator generator = new LinearGenerator(
                in.get(FEATURES),
                informative(in),
                in.get(CORRELATION),
                in.get(NOISE_SD),
                in.get(OneVariable.SEED_X),
                in.get(OneVariable.SEED_NOISE));
        return generator.generate(in.get(SAMPLES), workers, in.cancellation());
    }

    // A slider of features that passes the informative ones takes them along instead of being refused.
    private static int informative(Inputs in) {
        return Math.min(in.get(INFORMATIVE), in.get(FEATURES));
    }

    private static Optional<double[]> slopes(Inputs in) {
        return in.get(DATASET).isPresent()
                ? Optional.empty()
                : Optional.of(LinearGenerator.slopes(in.get(FEATURES), informative(in)));
    }

    private Partition partition(Inputs in) {
        Dataset rows = in.get(data);
        int folds = in.get(OneVariable.FOLDS);
        return rows.test() != null
                ? Partition.ofTestColumn(rows.test(), folds)
                : Partition.shuffled(
                        rows.size(),
                        in.get(OneVariable.TEST_FRACTION),
                        folds,
                        in.get(OneVariable.SEED_SPLIT),
                        workers,
                        in.cancellation());
    }

    private static Shown shown(double[] y, Partition partition) {
        int stride = (y.length + SHOWN - 1) / SHOWN;
        int[] train = new int[SHOWN];
        int[] test = new int[SHOWN];
        int trainCount = 0;
        int testCount = 0;
        for (int row = 0; row < y.length; row += stride) {
            if (partition.isTest(row)) {
                test[testCount++] = row;
            } else {
                train[trainCount++] = row;
            }
        }
        train = Arrays.copyOf(train, trainCount);
        test = Arrays.copyOf(test, testCount);
        return new Shown(train, test, OneVariable.gather(y, train), OneVariable.gather(y, test), y.length, stride);
    }

    private static Report report(Optional<double[]> slopes) {
        Report.Builder report = Report.group();
        slopes.ifPresent(known -> report.put("slopes", known));
        return report.build();
    }

    private static Report report(Shown shown) {
        return Report.group()
                .put("train", Report.group().put("y", shown.trainY()).build())
                .put("test", Report.group().put("y", shown.testY()).build())
                .put("rows", shown.rows())
                .put("note", shown.stride() == 1 ? "" : "the plots show 1 of every " + shown.stride() + " rows")
                .build();
    }
}
