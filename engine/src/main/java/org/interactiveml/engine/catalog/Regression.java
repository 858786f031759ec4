package org.interactiveml.engine.catalog;

import static org.interactiveml.engine.parameter.Group.MODEL;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Inputs;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Plan;
import org.interactiveml.engine.experiment.Sheet;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.model.linear.Alpha;
import org.interactiveml.engine.model.linear.Conditioning;
import org.interactiveml.engine.model.linear.LinearModel;
import org.interactiveml.engine.model.linear.PolynomialFit;
import org.interactiveml.engine.model.linear.PolynomialRegression;
import org.interactiveml.engine.model.linear.PolynomialSample;
import org.interactiveml.engine.model.linear.Precision;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.parameter.Bounds;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.IntegerParameter;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.RealParameter;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.ViewSpec;

/** Polynomial regression with and without a penalty: where a model begins to learn the noise. */
public final class Regression implements Experiment {

    /** What is fitted to the powers of x. */
    public enum Model {
        OLS("Least squares"),
        RIDGE("Ridge"),
        LASSO("LASSO"),
        ELASTIC_NET("Elastic net");

        private final String label;

        Model(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** Where the penalty comes from. */
    public enum AlphaMode {
        CV("Cross-validated"),
        FIXED("Fixed");

        private final String label;

        AlphaMode(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    static final ChoiceParameter<Model> MODEL_CHOICE = new ChoiceParameter<>("model", "Model", MODEL, Model.OLS);
    static final IntegerParameter DEGREE = new IntegerParameter(
            "degree",
            "Degree",
            MODEL,
            3,
            Bounds.hard(1, PolynomialSample.MAX_DEGREE).soft(1, 10));
    static final ChoiceParameter<AlphaMode> ALPHA_MODE =
            new ChoiceParameter<>("alpha.mode", "Penalty alpha", MODEL, AlphaMode.CV);
    static final RealParameter ALPHA = new RealParameter(
            "alpha", "alpha", MODEL, 0.1, Bounds.hard(1e-9, 1e9).soft(1e-4, 10).log(20));
    static final RealParameter L1_RATIO = new RealParameter(
            "l1.ratio", "L1 ratio", MODEL, 0.5, Bounds.hard(0.01, 1).step(0.01));

    private static final ParameterSet PARAMETERS = ParameterSet.of(
            OneVariable.SAMPLES,
            OneVariable.X_MIN,
            OneVariable.X_MAX,
            OneVariable.NOISE_MAGNITUDE,
            OneVariable.NOISE_SD,
            OneVariable.NOISE_MEAN,
            OneVariable.FUNCTION,
            OneVariable.SEED_X,
            OneVariable.SEED_NOISE,
            OneVariable.DATASET,
            OneVariable.POINTS,
            MODEL_CHOICE,
            DEGREE,
            ALPHA_MODE,
            ALPHA,
            L1_RATIO,
            OneVariable.FOLDS,
            OneVariable.TEST_FRACTION,
            OneVariable.SEED_SPLIT);

    /** Up to so many rows the pass in double-double, where one is needed, stays within a frame or two. */
    private static final int EXACT_ROWS = 100_000;

    private final Stage<PolynomialFit> fit;
    private final Stage<Sheet> sheet;
    private final Plan plan;

    /** The experiment, with the threads that large samples may use. */
    public Regression(Workers workers) {
        OneVariable source = new OneVariable(workers);
        Stage<PolynomialSample> sample = Stage.named("sample", Phase.FIT)
                .after(source.data, source.split)
                .computes(in -> PolynomialSample.of(
                        in.get(source.data).rows(), in.get(source.split), workers, in.cancellation()));
        fit = Stage.named("fit", Phase.FIT)
                .reads(MODEL_CHOICE, DEGREE, ALPHA_MODE, ALPHA, L1_RATIO, OneVariable.DATASET)
                .after(sample)
                .computes(in -> fit(in, in.get(sample), workers))
                .reportedBy(RegressionFit::report)
                .curedBy(in -> LinearCures.ofPolynomial(in.get(MODEL_CHOICE), in.get(DEGREE)));
        // A stage of its own: its cost does not delay the fit.
        Stage<Conditioning> conditioning = Stage.named("conditioning", Phase.VIEW)
                .reads(MODEL_CHOICE, DEGREE)
                .after(sample, fit)
                .computes(in -> conditioning(in, in.get(sample), workers))
                .reportedBy(RegressionFit::report);
        Stage<About> about = Stage.named("about", Phase.VIEW)
                .reads(MODEL_CHOICE)
                .computes(in -> About.ofPolynomial(in.get(MODEL_CHOICE)))
                .reportedBy(About::report);
        Stage<RegressionFit.Curve> curve = Stage.named("curve", Phase.VIEW)
                .after(fit, source.grid)
                .computes(in ->
                        RegressionFit.curve(in.get(fit), in.get(source.grid).x()))
                .reportedBy(RegressionFit::report);
        Stage<RegressionFit.Predictions> predictions = Stage.named("predictions", Phase.VIEW)
                .after(fit, source.points)
                .computes(in -> RegressionFit.predictions(in.get(fit), in.get(source.points)))
                .reportedBy(RegressionFit::report);
        sheet = Stage.named("sheet", Phase.VIEW)
                .after(source.data, source.split, fit)
                .computes(in -> Sheets.of(
                        in.get(source.data), in.get(source.split), in.get(fit).curve()));
        Densities densities = new Densities(source, fit, workers);
        RegressionStudies studies = new RegressionStudies(source, sample, fit, workers);
        plan = Plan.of(
                source.truth,
                source.data,
                source.split,
                sample,
                fit,
                conditioning,
                about,
                source.points,
                source.range,
                source.grid,
                curve,
                predictions,
                sheet,
                densities.rows,
                densities.fit,
                studies.errorByDegree,
                studies.learningCurve,
                studies.alphaPath,
                studies.penalty,
                studies.biasVariance);
    }

    @Override
    public String id() {
        return "regression";
    }

    @Override
    public String title() {
        return "Polynomial regression";
    }

    @Override
    public String summary() {
        return "Fit noisy points with polynomials of rising degree and watch where learning turns into memorising.";
    }

    @Override
    public ParameterSet parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Problem> problems(Snapshot snapshot) {
        return OneVariable.problems(snapshot);
    }

    /** Least squares has no penalty; a given penalty needs no folds. */
    @Override
    public Set<Parameter<?>> idle(Snapshot snapshot) {
        Set<Parameter<?>> idle = new HashSet<>(OneVariable.idle(snapshot));
        idle.addAll(idle(snapshot.get(MODEL_CHOICE), snapshot.get(ALPHA_MODE)));
        return idle;
    }

    /** Those of the penalty's parameters that have no effect. */
    static Set<Parameter<?>> idle(Model model, AlphaMode mode) {
        Set<Parameter<?>> idle = new HashSet<>();
        boolean fixed = mode == AlphaMode.FIXED;
        if (model == Model.OLS) {
            idle.add(ALPHA_MODE);
        }
        if (model == Model.OLS || !fixed) {
            idle.add(ALPHA);
        }
        if (model == Model.OLS || fixed) {
            idle.add(OneVariable.FOLDS);
        }
        if (model != Model.ELASTIC_NET) {
            idle.add(L1_RATIO);
        }
        return idle;
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Stage<PolynomialFit> fit() {
        return fit;
    }

    @Override
    public Optional<Stage<Sheet>> sheet() {
        return Optional.of(sheet);
    }

    @Override
    public List<ViewSpec> views() {
        return RegressionViews.VIEWS;
    }

    private static PolynomialFit fit(Inputs in, PolynomialSample sample, Workers workers) {
        return PolynomialRegression.fit(
                sample, in.get(DEGREE), model(in), precision(in, sample), workers, in.cancellation());
    }

    // A penalty is the very remedy: nothing to warn of.
    private static Conditioning conditioning(Inputs in, PolynomialSample sample, Workers workers) {
        return in.get(MODEL_CHOICE) == Model.OLS
                ? Conditioning.of(sample, in.get(DEGREE), workers, in.cancellation())
                : new Conditioning(Double.NaN, "", in.get(DEGREE));
    }

    // Generated rows come anew with every move of a slider; a user's own rows stay, and every digit of theirs is worth
    // it.
    private static Precision precision(Inputs in, PolynomialSample sample) {
        if (sample.rows().size() > EXACT_ROWS) {
            return Precision.FAST;
        }
        return in.get(OneVariable.DATASET).isPresent() ? Precision.EXACT : Precision.NINE_DIGITS;
    }

    /** The model that the parameters describe. */
    static LinearModel model(Inputs in) {
        return model(in.get(MODEL_CHOICE), in);
    }

    /** The same for a model chosen otherwise. */
    static LinearModel model(Model choice, Inputs in) {
        Alpha alpha = switch (in.get(ALPHA_MODE)) {
            case CV -> new Alpha.CrossValidated();
            case FIXED -> new Alpha.Fixed(in.get(ALPHA));
        };
        return switch (choice) {
            case OLS -> new LinearModel.Ols();
            case RIDGE -> new LinearModel.Ridge(alpha);
            case LASSO -> LinearModel.lasso(alpha);
            case ELASTIC_NET -> new LinearModel.ElasticNet(in.get(L1_RATIO), alpha);
        };
    }
}
