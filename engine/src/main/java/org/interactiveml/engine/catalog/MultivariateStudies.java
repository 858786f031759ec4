package org.interactiveml.engine.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.experiment.Inputs;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.model.linear.AlphaPath;
import org.interactiveml.engine.model.linear.LassoPath;
import org.interactiveml.engine.model.linear.LinearModel;
import org.interactiveml.engine.model.linear.LinearRegression;
import org.interactiveml.engine.model.linear.LinearSample;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.view.Report;

/** What a change of alpha would do: the whole path of the coefficients, and the order in which the LASSO admits features. */
final class MultivariateStudies {
    private static final int PATH_ALPHAS = 50;

    private static final String NO_PENALTY = "least squares has no penalty, so there is no path against alpha";

    /** A path and the names of its features. */
    record Drawn(Optional<AlphaPath> path, List<String> features) {}

    /** Features in the order in which the LASSO admits them as alpha falls, and where. */
    record Entry(List<String> names, double[] alphas) {}

    final Stage<Optional<AlphaPath>> path;
    final Stage<AlphaPath> alphaPath;
    /** The same path as a page draws it, for every model: where there is none, it says so without a failure. */
    final Stage<Drawn> penalty;

    final Stage<Entry> entry;

    MultivariateStudies(Stage<Dataset> data, Stage<LinearSample> sample) {
        path = Stage.named("path", Phase.STUDY)
                .reads(Multivariate.MODEL_CHOICE, Regression.ALPHA_MODE, Regression.ALPHA, Regression.L1_RATIO)
                .after(sample)
                .computes(in -> path(in, in.get(sample)));
        alphaPath = Stage.named("alpha-path", Phase.STUDY)
                .after(path)
                .computes(in -> in.get(path).orElseThrow(() -> new Infeasible(NO_PENALTY)))
                .reportedBy(RegressionStudies::report);
        penalty = Stage.named("penalty", Phase.STUDY)
                .after(data, path)
                .computes(in -> new Drawn(in.get(path), in.get(data).featureNames()))
                .reportedBy(MultivariateStudies::report);
        entry = Stage.named("entry", Phase.STUDY)
                .after(data, sample)
                .computes(in -> entry(LassoPath.of(in.get(sample), in.cancellation()), in.get(data)))
                .reportedBy(MultivariateStudies::report);
    }

    private static Optional<AlphaPath> path(Inputs in, LinearSample sample) {
        LinearModel model = Multivariate.model(in);
        return model instanceof LinearModel.Ols
                ? Optional.empty()
                : Optional.of(LinearRegression.path(sample, model, PATH_ALPHAS, in.cancellation()));
    }

    private static Entry entry(LassoPath path, Dataset data) {
        return new Entry(
                Arrays.stream(path.entry()).mapToObj(data.featureNames()::get).toList(), path.entryAlphas());
    }

    private static Report report(Drawn drawn) {
        return drawn.path()
                .map(path -> RegressionStudies.drawn(path, drawn.features()))
                .orElseGet(() -> Report.group().put("note", NO_PENALTY).build());
    }

    private static Report report(Entry entry) {
        return Report.group()
                .put("names", entry.names())
                .put("alpha", entry.alphas())
                .build();
    }
}
