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
import org.interactiveml.engine.model.linear.Collinearity;
import org.interactiveml.engine.model.linear.LinearModel;
import org.interactiveml.engine.model.linear.LinearRegression;
import org.interactiveml.engine.model.linear.LinearSample;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.ViewSpec;

/** Regression on several features: which of them matter, and which only seem to. */
public final class Multivariate implements Experiment {
    static final ChoiceParameter<Regression.Model> MODEL_CHOICE =
            new ChoiceParameter<>("model", "Model", MODEL, Regression.Model.LASSO);

    private static final ParameterSet PARAMETERS = ParameterSet.of(
            MultivariateData.SAMPLES,
            MultivariateData.FEATURES,
            MultivariateData.INFORMATIVE,
            MultivariateData.CORRELATION,
            MultivariateData.NOISE_SD,
            OneVariable.SEED_X,
            OneVariable.SEED_NOISE,
            MultivariateData.DATASET,
            MODEL_CHOICE,
            Regression.ALPHA_MODE,
            Regression.ALPHA,
            Regression.L1_RATIO,
            OneVariable.FOLDS,
            OneVariable.TEST_FRACTION,
            OneVariable.SEED_SPLIT);

    private final Stage<MultivariateFit.Named> fit;
    private final Stage<Sheet> sheet;
    private final Plan plan;

    /** The experiment, with the threads that large tables may use. */
    public Multivariate(Workers workers) {
        MultivariateData source = new MultivariateData(workers);
        Stage<LinearSample> sample = Stage.named("sample", Phase.FIT)
                .after(source.data, source.split)
                .computes(in -> LinearSample.of(in.get(source.data), in.get(source.split), workers, in.cancellation()));
        fit = Stage.named("fit", Phase.FIT)
                .reads(MODEL_CHOICE, Regression.ALPHA_MODE, Regression.ALPHA, Regression.L1_RATIO)
                .after(source.data, sample)
                .computes(in -> new MultivariateFit.Named(
                        LinearRegression.fit(in.get(sample), model(in), workers, in.cancellation()),
                        in.get(source.data).featureNames()))
                .reportedBy(MultivariateFit::report)
                .curedBy(in -> LinearCures.penalties(in.get(MODEL_CHOICE), MODEL_CHOICE));
        Stage<MultivariateFit.Predictions> predictions = Stage.named("predictions", Phase.VIEW)
                .after(source.data, fit, source.points)
                .computes(in ->
                        MultivariateFit.predictions(in.get(fit).fit(), in.get(source.data), in.get(source.points)))
                .reportedBy(MultivariateFit::report);
        Stage<Collinearity> collinearity = Stage.named("collinearity", Phase.VIEW)
                .after(sample)
                .computes(in -> Collinearity.of(in.get(sample), in.cancellation()));
        Stage<MultivariateFit.Inference> inference = Stage.named("inference", Phase.VIEW)
                .reads(MODEL_CHOICE)
                .after(fit, collinearity)
                .computes(in -> MultivariateFit.inference(
                        in.get(fit), in.get(collinearity), LinearCures.penalties(in.get(MODEL_CHOICE), MODEL_CHOICE)))
                .reportedBy(MultivariateFit::report);
        Stage<About> about = Stage.named("about", Phase.VIEW)
                .reads(MODEL_CHOICE)
                .computes(in -> About.ofFeatures(in.get(MODEL_CHOICE)))
                .reportedBy(About::report);
        sheet = Stage.named("sheet", Phase.VIEW)
                .after(source.data, source.split, fit)
                .computes(in -> MultivariateFit.sheet(
                        in.get(source.data), in.get(source.split), in.get(fit).fit()));
        MultivariateStudies studies = new MultivariateStudies(source.data, sample);
        plan = Plan.of(
                source.data,
                source.truth,
                source.split,
                sample,
                fit,
                source.points,
                predictions,
                collinearity,
                inference,
                about,
                sheet,
                studies.entry,
                studies.path,
                studies.alphaPath,
                studies.penalty);
    }

    @Override
    public String id() {
        return "multivariate";
    }

    @Override
    public String title() {
        return "Multivariate regression";
    }

    @Override
    public String summary() {
        return "Predict from many features, yours or generated ones, and watch a penalty sort out which of them matter.";
    }

    @Override
    public ParameterSet parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Problem> problems(Snapshot snapshot) {
        return MultivariateData.problems(snapshot);
    }

    @Override
    public Set<Parameter<?>> idle(Snapshot snapshot) {
        Set<Parameter<?>> idle = new HashSet<>(MultivariateData.idle(snapshot));
        idle.addAll(Regression.idle(snapshot.get(MODEL_CHOICE), snapshot.get(Regression.ALPHA_MODE)));
        return idle;
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Stage<MultivariateFit.Named> fit() {
        return fit;
    }

    @Override
    public Optional<Stage<Sheet>> sheet() {
        return Optional.of(sheet);
    }

    @Override
    public List<ViewSpec> views() {
        return MultivariateViews.VIEWS;
    }

    /** The model that the parameters describe. */
    static LinearModel model(Inputs in) {
        return Regression.model(in.get(MODEL_CHOICE), in);
    }
}
