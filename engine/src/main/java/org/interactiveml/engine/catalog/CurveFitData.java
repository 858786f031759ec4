package org.interactiveml.engine.catalog;

import static org.interactiveml.engine.parameter.Group.DATA;
import static org.interactiveml.engine.parameter.Group.MODEL;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.Draws;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.experiment.Inputs;
import org.interactiveml.engine.formula.CompiledFormula;
import org.interactiveml.engine.formula.Formula;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.parameter.Bounds;
import org.interactiveml.engine.parameter.DatasetParameter;
import org.interactiveml.engine.parameter.IntegerParameter;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.Point;
import org.interactiveml.engine.parameter.RealParameter;
import org.interactiveml.engine.parameter.SeedParameter;
import org.interactiveml.engine.parameter.Snapshot;

/** The rows of a curve fit: a Gaussian at equally spaced x with noise, the user's own, or painted by hand. */
final class CurveFitData {
    private static final long SEED = 1;

    static final IntegerParameter SAMPLES = new IntegerParameter(
            "samples", "Samples", DATA, 25, Bounds.hard(3, 1_000_000).soft(5, 200));
    static final RealParameter X_MIN = new RealParameter(
            "x.min", "x from", DATA, -2.0, Bounds.hard(-1e6, 1e6).soft(-5, 0).step(0.05));
    static final RealParameter X_MAX = new RealParameter(
            "x.max", "x to", DATA, 2.0, Bounds.hard(-1e6, 1e6).soft(0, 5).step(0.05));
    static final RealParameter AMPLITUDE = new RealParameter(
            "amplitude",
            "Amplitude",
            DATA,
            2.0,
            Bounds.hard(-1e6, 1e6).soft(1, 5).step(0.05));
    static final RealParameter MU = new RealParameter(
            "mu", "Centre mu", DATA, 0.3, Bounds.hard(-1e6, 1e6).soft(-5, 5).step(0.05));
    static final RealParameter SIGMA = new RealParameter(
            "sigma",
            "Width sigma",
            DATA,
            0.7,
            Bounds.hard(1e-6, 1e6).soft(0.1, 3).step(0.02));
    static final RealParameter NOISE_SD = new RealParameter(
            "noise.sd", "Noise sd", DATA, 0.2, Bounds.hard(0, 1e6).soft(0, 1).step(0.01));
    static final RealParameter NOISE_MEAN = new RealParameter(
            "noise.mean",
            "Noise mean",
            DATA,
            0.0,
            Bounds.hard(-1e6, 1e6).soft(-1, 1).step(0.02));
    static final SeedParameter SEED_NOISE = new SeedParameter("seed.noise", "Seed of noise", DATA, SEED);
    /** Any number of predictors: those that the formula names count. */
    static final DatasetParameter DATASET = new DatasetParameter("data", "Own data", DATA, Dataset.Target.NUMBER);

    static final RealParameter TEST_FRACTION = new RealParameter(
            "test.fraction",
            "Test fraction",
            MODEL,
            0.0,
            Bounds.hard(0, 0.9).soft(0, 0.5).step(0.01));
    static final SeedParameter SEED_SPLIT = new SeedParameter("seed.split", "Seed of split", MODEL, SEED);

    private static final List<Parameter<?>> GENERATING =
            List.of(SAMPLES, X_MIN, X_MAX, AMPLITUDE, MU, SIGMA, NOISE_SD, NOISE_MEAN, SEED_NOISE);

    /** What the generated rows scatter about. */
    static final Formula GAUSSIAN = Formula.parse("a*exp(-(x-mu)^2/(2*sigma^2))");

    private static final CompiledFormula COMPILED = GAUSSIAN.compile(List.of("x"), List.of("a", "mu", "sigma"));

    /** The parameters of the curve that generated rows scatter about. */
    record Truth(double a, double mu, double sigma) {
        double[] at(double[] x) {
            double[] y = new double[x.length];
            COMPILED.evaluate(new double[][] {x}, new double[] {a, mu, sigma}, 0, x.length, y);
            return y;
        }

        double of(String name) {
            return switch (name) {
                case "a" -> a;
                case "mu" -> mu;
                case "sigma" -> sigma;
                default -> Double.NaN;
            };
        }
    }

    /**
     * The rows, with what is known about them.
     *
     * @param names of the features
     * @param test true for each row of the test part, where the rows say so themselves
     */
    record Rows(List<String> names, double[][] features, double[] y, Optional<Truth> truth, Optional<boolean[]> test) {}

    private CurveFitData() {}

    /** With data of one's own nothing is generated, and a split that they bring is not drawn. */
    static Set<Parameter<?>> idle(Snapshot snapshot) {
        Set<Parameter<?>> idle = new HashSet<>();
        Optional<Dataset> own = snapshot.get(DATASET);
        boolean painted = !snapshot.get(OneVariable.POINTS).isEmpty();
        if (painted || own.isPresent()) {
            idle.addAll(GENERATING);
        }
        if (painted) {
            idle.add(DATASET);
        } else if (own.isPresent() && own.get().test() != null) {
            idle.add(TEST_FRACTION);
        }
        if (idle.contains(TEST_FRACTION) || snapshot.get(TEST_FRACTION) == 0) {
            idle.add(SEED_SPLIT);
        }
        return idle;
    }

    static Rows rows(Inputs in) {
        List<Point> painted = in.get(OneVariable.POINTS);
        if (!painted.isEmpty()) {
            double[] x = painted.stream().mapToDouble(Point::x).toArray();
            double[] y = painted.stream().mapToDouble(Point::y).toArray();
            return new Rows(List.of("x"), new double[][] {x}, y, Optional.empty(), Optional.empty());
        }
        return in.get(DATASET)
                .map(own -> new Rows(
                        own.featureNames(),
                        own.features(),
                        own.target(),
                        Optional.empty(),
                        Optional.ofNullable(own.test())))
                .orElseGet(() -> generated(in));
    }

    private static Rows generated(Inputs in) {
        Truth truth = new Truth(in.get(AMPLITUDE), in.get(MU), in.get(SIGMA));
        double min = in.get(X_MIN);
        double width = in.get(X_MAX) - min;
        double[] x = new double[in.get(SAMPLES)];
        for (int i = 0; i < x.length; i++) {
            x[i] = min + width * i / (x.length - 1);
        }
        double[] y = truth.at(x);
        double mean = in.get(NOISE_MEAN);
        double sd = in.get(NOISE_SD);
        Draws noise = new Draws(in.get(SEED_NOISE), Draws.Purpose.NOISE);
        for (int i = 0; i < y.length; i++) {
            y[i] += mean + sd * noise.normal(i);
        }
        return new Rows(List.of("x"), new double[][] {x}, y, Optional.of(truth), Optional.empty());
    }

    /** The names that a formula may use for the columns. */
    static List<String> names(Inputs in) {
        return in.get(OneVariable.POINTS).isEmpty()
                ? in.get(DATASET).map(Dataset::featureNames).orElse(List.of("x"))
                : List.of("x");
    }

    /** Which rows train and which test: all train unless a test fraction is asked for or the rows say so themselves. */
    static Partition split(Inputs in, Rows rows) {
        return rows.test()
                .map(test -> Partition.ofTestColumn(test, Partition.MIN_FOLDS))
                .orElseGet(() -> in.get(TEST_FRACTION) == 0
                        ? Partition.inOrder(rows.y().length, Partition.MIN_FOLDS)
                        : Partition.shuffled(
                                rows.y().length,
                                in.get(TEST_FRACTION),
                                Partition.MIN_FOLDS,
                                in.get(SEED_SPLIT),
                                Workers.callerOnly(),
                                in.cancellation()));
    }

    /** The rows of one part, in their order. */
    static int[] part(Partition split, boolean test) {
        return IntStream.range(0, split.size())
                .filter(row -> split.isTest(row) == test)
                .toArray();
    }
}
