package org.interactiveml.engine.catalog;

import static org.interactiveml.engine.parameter.Group.MODEL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.experiment.Cure;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Inputs;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Plan;
import org.interactiveml.engine.experiment.Sheet;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.formula.Formula;
import org.interactiveml.engine.model.curvefit.CurveFit;
import org.interactiveml.engine.model.curvefit.CurveFitter;
import org.interactiveml.engine.model.curvefit.CurveModel;
import org.interactiveml.engine.model.curvefit.CurveSample;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.parameter.FormulaParameter;
import org.interactiveml.engine.parameter.FormulaParameter.Suggestion;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.parameter.ValuesParameter;
import org.interactiveml.engine.view.ViewSpec;

/** Nonlinear least squares of any formula: what the data say about each of its parameters, and how surely. */
public final class CurveFitting implements Experiment {
    static final FormulaParameter FORMULA = new FormulaParameter(
            "formula",
            "Formula",
            MODEL,
            CurveFitData.GAUSSIAN,
            List.of(),
            List.of(
                    new Suggestion("Gaussian", CurveFitData.GAUSSIAN),
                    suggestion("Exponential decay", "a*exp(-k*x)+c"),
                    suggestion("Logistic growth", "c/(1+exp(-k*(x-m)))"),
                    suggestion("Power", "a*x^b"),
                    suggestion("Michaelis–Menten", "v*x/(k+x)"),
                    suggestion("Double exponential", "a*exp(-k*x)+b*exp(-l*x)"),
                    suggestion("Sine", "a*sin(w*x+phi)+c"),
                    suggestion("Rational", "(a+b*x)/(1+c*x+d*x^2)")));
    static final ValuesParameter START = new ValuesParameter("start", "Start values", MODEL);

    private static final ParameterSet PARAMETERS = ParameterSet.of(
            CurveFitData.SAMPLES,
            CurveFitData.X_MIN,
            CurveFitData.X_MAX,
            CurveFitData.AMPLITUDE,
            CurveFitData.MU,
            CurveFitData.SIGMA,
            CurveFitData.NOISE_SD,
            CurveFitData.NOISE_MEAN,
            CurveFitData.SEED_NOISE,
            CurveFitData.DATASET,
            OneVariable.POINTS,
            FORMULA,
            START,
            CurveFitData.TEST_FRACTION,
            CurveFitData.SEED_SPLIT);

    private static Suggestion suggestion(String label, String formula) {
        return new Suggestion(label, Formula.parse(formula));
    }

    private final Stage<CurveFitStages.Fitted> fit;
    private final Stage<Sheet> sheet;
    private final Plan plan;

    /** The experiment. */
    public CurveFitting() {
        Stage<CurveFitData.Rows> data = Stage.named("data", Phase.DATA)
                .reads(
                        CurveFitData.SAMPLES,
                        CurveFitData.X_MIN,
                        CurveFitData.X_MAX,
                        CurveFitData.AMPLITUDE,
                        CurveFitData.MU,
                        CurveFitData.SIGMA,
                        CurveFitData.NOISE_SD,
                        CurveFitData.NOISE_MEAN,
                        CurveFitData.SEED_NOISE,
                        CurveFitData.DATASET,
                        OneVariable.POINTS)
                .computes(CurveFitData::rows);
        Stage<Partition> split = Stage.named("split", Phase.FIT)
                .reads(CurveFitData.TEST_FRACTION, CurveFitData.SEED_SPLIT)
                .after(data)
                .computes(in -> CurveFitData.split(in, in.get(data)));
        // A stage of its own: new rows need no new derivatives.
        Stage<CurveModel> model = Stage.named("model", Phase.FIT)
                .reads(FORMULA, CurveFitData.DATASET, OneVariable.POINTS)
                .computes(in -> CurveModel.of(in.get(FORMULA), CurveFitData.names(in)));
        fit = Stage.named("fit", Phase.FIT)
                .reads(START)
                .after(data, split, model)
                .computes(in -> fit(in, in.get(data), in.get(split), in.get(model)))
                .reportedBy(CurveFitStages::report)
                .curedBy(in -> List.of(Cure.of("Guess the start values", START, Map.of())));
        Stage<About> about = Stage.named("about", Phase.VIEW)
                .computes(in -> About.ofFormula())
                .reportedBy(About::report);
        Stage<CurveFitStages.Points> points = Stage.named("points", Phase.VIEW)
                .after(data, split, model)
                .computes(in -> CurveFitStages.points(in.get(data), in.get(split), in.get(model)))
                .reportedBy(CurveFitStages::report);
        Stage<CurveFitStages.Grid> grid = Stage.named("grid", Phase.VIEW)
                .after(data, model)
                .computes(in -> CurveFitStages.grid(in.get(data), in.get(model)))
                .reportedBy(CurveFitStages::report);
        Stage<CurveFitStages.Curve> curve = Stage.named("curve", Phase.VIEW)
                .after(fit, grid)
                .computes(in -> CurveFitStages.curve(in.get(fit).fit(), in.get(grid), in.cancellation()))
                .reportedBy(CurveFitStages::report);
        Stage<CurveFitStages.Predictions> predictions = Stage.named("predictions", Phase.VIEW)
                .after(fit, points)
                .computes(in -> CurveFitStages.predictions(in.get(fit).fit(), in.get(points), in.cancellation()))
                .reportedBy(CurveFitStages::report);
        Stage<CurveFitStages.Estimates> estimates = Stage.named("estimates", Phase.VIEW)
                .after(data, fit)
                .computes(
                        in -> CurveFitStages.estimates(in.get(data), in.get(fit).fit()))
                .reportedBy(CurveFitStages::report);
        sheet = Stage.named("sheet", Phase.VIEW)
                .after(data, split, model, fit)
                .computes(in -> sheet(
                        in.get(data), in.get(split), in.get(model), in.get(fit).fit(), in.cancellation()));
        plan = Plan.of(data, split, model, fit, about, points, grid, curve, predictions, estimates, sheet);
    }

    @Override
    public String id() {
        return "curve-fit";
    }

    @Override
    public String title() {
        return "Curve fitting";
    }

    @Override
    public String summary() {
        return "Fit any formula to points and see how surely the data determine each of its parameters.";
    }

    @Override
    public ParameterSet parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Problem> problems(Snapshot snapshot) {
        double min = snapshot.get(CurveFitData.X_MIN);
        double max = snapshot.get(CurveFitData.X_MAX);
        return min < max
                ? List.of()
                : List.of(new Problem("x.min", "x.min must be less than x.max, not %s and %s".formatted(min, max)));
    }

    @Override
    public Set<Parameter<?>> idle(Snapshot snapshot) {
        return CurveFitData.idle(snapshot);
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Stage<?> fit() {
        return fit;
    }

    @Override
    public Optional<Stage<Sheet>> sheet() {
        return Optional.of(sheet);
    }

    @Override
    public List<ViewSpec> views() {
        return CurveFitViews.VIEWS;
    }

    /** The columns by the names that the formula has for them. */
    private static Sheet sheet(
            CurveFitData.Rows rows, Partition split, CurveModel model, CurveFit fit, Cancellation cancellation) {
        int[] train = CurveFitData.part(split, false);
        CurveSample all = CurveFitStages.sample(
                rows,
                model,
                IntStream.concat(Arrays.stream(train), Arrays.stream(CurveFitData.part(split, true)))
                        .toArray());
        List<Sheet.Column> columns = new ArrayList<>();
        for (int k = 0; k < model.predictors().size(); k++) {
            columns.add(new Sheet.Column(model.predictors().get(k), Sheet.Kind.FEATURE, all.x()[k]));
        }
        columns.add(new Sheet.Column("y", Sheet.Kind.TARGET, all.y()));
        columns.add(new Sheet.Column("predicted", Sheet.Kind.PREDICTED, fit.values(all.x(), cancellation)));
        return new Sheet(columns, 0, train.length);
    }

    private static CurveFitStages.Fitted fit(Inputs in, CurveFitData.Rows rows, Partition split, CurveModel model) {
        int[] train = CurveFitData.part(split, false);
        int[] test = CurveFitData.part(split, true);
        CurveSample sample = CurveFitStages.sample(rows, model, train);
        CurveFit fit = CurveFitter.fit(model, sample, in.get(START), in.cancellation());
        return new CurveFitStages.Fitted(
                fit,
                CurveFitStages.scores("training", fit, sample, in.cancellation()),
                CurveFitStages.scores("test", fit, CurveFitStages.sample(rows, model, test), in.cancellation()));
    }
}
