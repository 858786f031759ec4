package org.interactiveml.engine.catalog;

import static org.interactiveml.engine.catalog.Regression.ALPHA;
import static org.interactiveml.engine.catalog.Regression.ALPHA_MODE;
import static org.interactiveml.engine.catalog.Regression.DEGREE;
import static org.interactiveml.engine.catalog.Regression.L1_RATIO;
import static org.interactiveml.engine.catalog.Regression.MODEL_CHOICE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.interactiveml.engine.data.Bootstrap;
import org.interactiveml.engine.data.DataSets;
import org.interactiveml.engine.data.Generator;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Range;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.evaluate.BiasVariance;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Inputs;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.model.linear.AlphaPath;
import org.interactiveml.engine.model.linear.ErrorByDegree;
import org.interactiveml.engine.model.linear.LearningCurve;
import org.interactiveml.engine.model.linear.LinearModel;
import org.interactiveml.engine.model.linear.PolynomialFit;
import org.interactiveml.engine.model.linear.PolynomialSample;
import org.interactiveml.engine.numeric.ArrayFunction;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.view.Report;
import org.jspecify.annotations.Nullable;

/** The views of a regression that take many fits, each a stage of its own, drafted while a control moves. */
final class RegressionStudies {
    private static final Parameter<?>[] MODEL = {MODEL_CHOICE, ALPHA_MODE, ALPHA, L1_RATIO};

    private static final String NO_PENALTY = "least squares has no penalty, so there is no path against alpha";

    /** Degrees shown even while a lower one is chosen. */
    private static final int DEGREES = 10;

    private static final int PATH_ALPHAS = 50;
    private static final int CURVE_SIZES = 20;
    private static final int GRID = 101;
    private static final int FAN = 30;

    /** Rows that one bias–variance figure may cost: a draft within a frame, the whole within half a second. */
    private static final long DRAFT_ROWS = 2_000;

    private static final long FULL_ROWS = 2_000_000;
    private static final int DRAFT_RESAMPLES = 20;
    private static final int FULL_RESAMPLES = 400;
    /** Fewer training sets than this say nothing about a variance. */
    private static final int LEAST_RESAMPLES = 5;

    final Stage<ErrorByDegree> errorByDegree;
    final Stage<AlphaPath> alphaPath;
    /** The same path as a page draws it, for every model: where there is none, it says so without a failure. */
    final Stage<Optional<AlphaPath>> penalty;

    final Stage<LearningCurve> learningCurve;
    final Stage<Study> biasVariance;

    private final OneVariable source;
    private final Workers workers;

    /** Bias and variance of each degree from 1, and of the chosen degree the curves. */
    record ByDegree(BiasVariance[] degrees, BiasVariance chosen, double noise) {}

    /** What was found, or why nothing was looked for. */
    record Study(Optional<ByDegree> found, String note) {}

    RegressionStudies(OneVariable source, Stage<PolynomialSample> sample, Stage<PolynomialFit> fit, Workers workers) {
        this.source = source;
        this.workers = workers;
        errorByDegree = Stage.named("error-by-degree", Phase.STUDY)
                .reads(with(DEGREE))
                .after(sample)
                .computes(in ->
                        ErrorByDegree.of(in.get(sample), degrees(in), Regression.model(in), workers, in.cancellation()))
                .reportedBy(RegressionStudies::report);
        alphaPath = Stage.named("alpha-path", Phase.STUDY)
                .reads(with(DEGREE))
                .after(sample)
                .computes(in -> alphaPath(in, in.get(sample)))
                .reportedBy(RegressionStudies::report);
        penalty = Stage.named("penalty", Phase.STUDY)
                .reads(with(DEGREE))
                .after(sample)
                .computes(in -> in.get(MODEL_CHOICE) == Regression.Model.OLS
                        ? Optional.<AlphaPath>empty()
                        : Optional.of(alphaPath(in, in.get(sample))))
                .reportedBy(RegressionStudies::drawn);
        learningCurve = Stage.named("learning-curve", Phase.STUDY)
                .reads(with(DEGREE))
                .after(sample, fit)
                .computes(in -> learningCurve(in, in.get(sample), in.get(fit).alpha()))
                .reportedBy(RegressionStudies::report);
        biasVariance = Stage.named("bias-variance", Phase.STUDY)
                .refining()
                .reads(with(
                        DEGREE,
                        OneVariable.FOLDS,
                        OneVariable.NOISE_MAGNITUDE,
                        OneVariable.NOISE_SD,
                        OneVariable.SEED_NOISE))
                .after(source.data, source.range, source.split)
                .computes(this::biasVariance)
                .reportedBy(RegressionStudies::report);
    }

    private static Parameter<?>[] with(Parameter<?>... more) {
        Parameter<?>[] all = Arrays.copyOf(MODEL, MODEL.length + more.length);
        System.arraycopy(more, 0, all, MODEL.length, more.length);
        return all;
    }

    private static int degrees(Inputs in) {
        return Math.max(DEGREES, in.get(DEGREE));
    }

    private AlphaPath alphaPath(Inputs in, PolynomialSample sample) {
        LinearModel model = Regression.model(in);
        if (model instanceof LinearModel.Ols) {
            throw new Infeasible(NO_PENALTY);
        }
        return AlphaPath.of(sample, in.get(DEGREE), model, PATH_ALPHAS, workers, in.cancellation());
    }

    /** Sizes in equal steps from the fewest rows that determine the curve. */
    private LearningCurve learningCurve(Inputs in, PolynomialSample sample, double alpha) {
        int all = sample.partition().trainingRows();
        int least = Math.min(all, in.get(DEGREE) + 2);
        int[] sizes = IntStream.range(0, CURVE_SIZES)
                .map(i -> (int) (least + (long) (all - least) * i / (CURVE_SIZES - 1)))
                .distinct()
                .toArray();
        return LearningCurve.of(sample, in.get(DEGREE), Regression.model(in), alpha, sizes, workers, in.cancellation());
    }

    private Study biasVariance(Inputs in) {
        OneVariable.Data data = in.get(source.data);
        Partition split = in.get(source.split);
        int rows = split.trainingRows();
        boolean draft = in.fidelity() == Fidelity.DRAFT;
        long affordable = (draft ? DRAFT_ROWS : FULL_ROWS) / Math.max(1, rows);
        int resamples = (int) Math.min(draft ? DRAFT_RESAMPLES : FULL_RESAMPLES, affordable);
        if (FULL_ROWS / LEAST_RESAMPLES < rows) {
            return new Study(
                    Optional.empty(),
                    "bias and variance need at least " + LEAST_RESAMPLES + " training sets, which is too much with "
                            + rows + " rows each");
        }
        Range range = in.get(source.range);
        BiasVariance.Plan plan = new BiasVariance.Plan(
                rows,
                in.get(OneVariable.FOLDS),
                Math.max(LEAST_RESAMPLES, resamples),
                FAN,
                BiasVariance.centralGrid(range.min(), range.max(), GRID));
        DataSets sets =
                data.generator().<DataSets>map(generator -> generator).orElseGet(() -> bootstrap(in, data, split));
        @Nullable
        ArrayFunction truth = data.generator().map(Generator::function).orElse(null);
        BiasVariance[] degrees = new BiasVariance[degrees(in)];
        for (int k = 0; k < degrees.length; k++) {
            degrees[k] = ofDegree(in, sets, truth, plan, k + 1);
        }
        BiasVariance chosen = degrees[in.get(DEGREE) - 1];
        double noise = data.generator().isPresent()
                ? square(in.get(OneVariable.NOISE_MAGNITUDE) * in.get(OneVariable.NOISE_SD))
                : Double.NaN;
        return new Study(Optional.of(new ByDegree(degrees, chosen, noise)), "");
    }

    private BiasVariance ofDegree(
            Inputs in, DataSets sets, @Nullable ArrayFunction truth, BiasVariance.Plan plan, int degree) {
        try {
            return BiasVariance.of(sets, truth, plan, degree, Regression.model(in), workers, in.cancellation());
        } catch (Infeasible tooFewRows) {
            double[] none = new double[plan.x().length];
            Arrays.fill(none, Double.NaN);
            return new BiasVariance(Double.NaN, Double.NaN, 0, plan.x(), none, new double[0][]);
        }
    }

    private static DataSets bootstrap(Inputs in, OneVariable.Data data, Partition split) {
        int[] training = IntStream.range(0, data.rows().size())
                .filter(row -> !split.isTest(row))
                .toArray();
        Rows rows = new Rows(
                OneVariable.gather(data.rows().x(), training),
                OneVariable.gather(data.rows().y(), training));
        return new Bootstrap(rows, in.get(OneVariable.SEED_NOISE));
    }

    private static double square(double value) {
        return value * value;
    }

    private static double[] fromOne(int count) {
        double[] degrees = new double[count];
        Arrays.setAll(degrees, k -> k + 1);
        return degrees;
    }

    private static Report report(ErrorByDegree errors) {
        return Report.group()
                .put("degree", fromOne(errors.train().length))
                .put("train", errors.train())
                .put("cv", errors.validation())
                .put("test", errors.test())
                .build();
    }

    static Report report(AlphaPath path) {
        return Report.group()
                .put("alpha", path.alphas())
                .put("coefficients", path.coefficients())
                .put("standardized", path.standardized())
                .put("cv", path.validation())
                .build();
    }

    private static Report drawn(Optional<AlphaPath> path) {
        if (path.isEmpty()) {
            return Report.group().put("note", NO_PENALTY).build();
        }
        return drawn(path.get(), RegressionFit.powers(path.get().standardized()[0].length));
    }

    /** A path with a line for each name. */
    static Report drawn(AlphaPath path, List<String> names) {
        double[][] byAlpha = path.standardized();
        double[][] byName = new double[names.size()][byAlpha.length];
        for (int a = 0; a < byAlpha.length; a++) {
            for (int k = 0; k < byName.length; k++) {
                byName[k][a] = byAlpha[a][k];
            }
        }
        return Report.group()
                .put("alpha", path.alphas())
                .put("names", names)
                .put("coefficients", byName)
                .put("cv", path.validation())
                .build();
    }

    private static Report report(LearningCurve curve) {
        return Report.group()
                .put("rows", Arrays.stream(curve.rows()).asDoubleStream().toArray())
                .put("train", curve.train())
                .put("test", curve.test())
                .build();
    }

    private static Report report(Study study) {
        return study.found()
                .map(RegressionStudies::report)
                .orElseGet(() -> Report.group().put("note", study.note()).build());
    }

    private static Report report(ByDegree study) {
        int count = study.degrees().length;
        double[] bias2 = new double[count];
        double[] variance = new double[count];
        double[] noise = new double[count];
        double[] error = new double[count];
        for (int k = 0; k < count; k++) {
            bias2[k] = study.degrees()[k].bias2();
            variance[k] = study.degrees()[k].variance();
            noise[k] = study.noise();
            error[k] = bias2[k] + variance[k] + noise[k];
        }
        Report.Builder report = Report.group()
                .put("degree", fromOne(count))
                .put("bias2", bias2)
                .put("variance", variance)
                .put("noise", study.noise())
                .put("resamples", study.chosen().resamples())
                .put("x", study.chosen().x())
                .put("mean", study.chosen().mean())
                .put("fan", study.chosen().fan());
        // Of one's own data neither bias nor noise is known: no lines rather than empty ones.
        return (Double.isNaN(study.noise())
                        ? report
                        : report.put(
                                "known",
                                Report.group()
                                        .put("bias2", bias2)
                                        .put("noise", noise)
                                        .put("error", error)
                                        .build()))
                .build();
    }
}
