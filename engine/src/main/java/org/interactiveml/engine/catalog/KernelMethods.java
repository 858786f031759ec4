package org.interactiveml.engine.catalog;

import static org.interactiveml.engine.parameter.Group.MODEL;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interactiveml.engine.experiment.Cure;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Inputs;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Plan;
import org.interactiveml.engine.experiment.Sheet;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.model.SortedRows;
import org.interactiveml.engine.model.kernel.Kernel;
import org.interactiveml.engine.model.kernel.KernelSample;
import org.interactiveml.engine.model.kernel.LikelihoodSurface;
import org.interactiveml.engine.model.neighbours.NearestNeighbours.Weights;
import org.interactiveml.engine.model.spline.NaturalSpline;
import org.interactiveml.engine.numeric.Infeasible;
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

/** Curves without a formula, on the data of the polynomials: Gaussian processes, kernel ridge, splines, nearest neighbours. */
public final class KernelMethods implements Experiment {

    /** What is fitted. */
    public enum Model {
        GAUSSIAN_PROCESS("Gaussian process"),
        KERNEL_RIDGE("Kernel ridge"),
        NATURAL_SPLINE("Natural spline"),
        SMOOTHING_SPLINE("Smoothing spline"),
        K_NEAREST("k nearest neighbours");

        private final String label;

        Model(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** Where the hyperparameters of a process come from. */
    public enum HyperMode {
        OPTIMISED("Marginal likelihood"),
        FIXED("Fixed");

        private final String label;

        HyperMode(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** Where the penalty of a smoothing spline comes from. */
    public enum SmoothingMode {
        GCV("Generalised cross-validation"),
        FIXED("Fixed");

        private final String label;

        SmoothingMode(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    static final ChoiceParameter<Model> MODEL_CHOICE =
            new ChoiceParameter<>("model", "Model", MODEL, Model.GAUSSIAN_PROCESS);
    static final ChoiceParameter<Kernel> KERNEL = new ChoiceParameter<>("kernel", "Kernel", MODEL, Kernel.RBF);
    static final ChoiceParameter<HyperMode> HYPER_MODE =
            new ChoiceParameter<>("hyper.mode", "Hyperparameters", MODEL, HyperMode.OPTIMISED);
    static final RealParameter LENGTH_SCALE = new RealParameter(
            "length.scale",
            "Length scale",
            MODEL,
            1.0,
            Bounds.hard(1e-9, 1e9).soft(0.05, 20).log(20));
    static final RealParameter SIGNAL_SD = new RealParameter(
            "signal.sd",
            "Signal sd",
            MODEL,
            15.0,
            Bounds.hard(1e-9, 1e9).soft(0.1, 100).log(20));
    static final RealParameter NOISE_SD = new RealParameter(
            "gp.noise",
            "Noise sd assumed",
            MODEL,
            4.0,
            Bounds.hard(1e-9, 1e9).soft(0.01, 20).log(20));
    static final RealParameter ALPHA = new RealParameter(
            "alpha", "alpha", MODEL, 0.1, Bounds.hard(1e-12, 1e9).soft(1e-4, 10).log(20));
    static final IntegerParameter DEGREES = new IntegerParameter(
            "df",
            "Degrees of freedom",
            MODEL,
            6,
            Bounds.hard(NaturalSpline.LEAST_DEGREES, NaturalSpline.MOST_DEGREES).soft(2, 20));
    static final ChoiceParameter<SmoothingMode> SMOOTHING_MODE =
            new ChoiceParameter<>("smoothing.mode", "Smoothing", MODEL, SmoothingMode.GCV);
    static final RealParameter SMOOTHING = new RealParameter(
            "smoothing",
            "lambda",
            MODEL,
            1.0,
            Bounds.hard(1e-12, 1e12).soft(1e-4, 1e4).log(10));
    static final IntegerParameter NEIGHBOURS = new IntegerParameter(
            "neighbours", "Neighbours", MODEL, 5, Bounds.hard(1, 1000).soft(1, 30));
    static final ChoiceParameter<Weights> WEIGHTS = new ChoiceParameter<>("weights", "Weights", MODEL, Weights.UNIFORM);

    private static final Set<Parameter<?>> OF_MODELS = Set.of(
            KERNEL,
            HYPER_MODE,
            LENGTH_SCALE,
            SIGNAL_SD,
            NOISE_SD,
            ALPHA,
            DEGREES,
            SMOOTHING_MODE,
            SMOOTHING,
            NEIGHBOURS,
            WEIGHTS);

    private static final ParameterSet PARAMETERS = OneVariable.parameters(
            MODEL_CHOICE,
            KERNEL,
            HYPER_MODE,
            LENGTH_SCALE,
            SIGNAL_SD,
            NOISE_SD,
            ALPHA,
            DEGREES,
            SMOOTHING_MODE,
            SMOOTHING,
            NEIGHBOURS,
            WEIGHTS);

    private static final int DRAFT_SURFACE = 12;
    private static final int FULL_SURFACE = 40;

    private final Stage<KernelFit> fit;
    private final Stage<Sheet> sheet;
    private final Plan plan;

    /** The experiment, with the threads that all share. */
    public KernelMethods() {
        OneVariable source = OneVariable.source();
        Stage<KernelSample> sample = Stage.named("sample", Phase.FIT)
                .after(source.data, source.split)
                .computes(in -> new KernelSample(
                        SortedRows.of(in.get(source.data).rows(), in.get(source.split), in.cancellation())));
        fit = Stage.named("fit", Phase.FIT)
                .reads(
                        MODEL_CHOICE,
                        KERNEL,
                        HYPER_MODE,
                        LENGTH_SCALE,
                        SIGNAL_SD,
                        NOISE_SD,
                        ALPHA,
                        DEGREES,
                        SMOOTHING_MODE,
                        SMOOTHING,
                        NEIGHBOURS,
                        WEIGHTS)
                .after(source.data, source.split, sample)
                .computes(in -> KernelFit.of(
                        KernelModels.fit(in, in.get(sample)),
                        in.get(source.data).rows(),
                        in.get(source.split),
                        Workers.shared(),
                        in.cancellation()))
                .reportedBy(KernelFit::report)
                .curedBy(in -> cures(in, in.get(sample).rows().size()));
        Stage<About> about = Stage.named("about", Phase.VIEW)
                .reads(MODEL_CHOICE)
                .computes(in -> About.ofCurve(in.get(MODEL_CHOICE)))
                .reportedBy(About::report);
        Stage<KernelFit.Drawn> curve = Stage.named("curve", Phase.VIEW)
                .after(fit, source.grid)
                .computes(in -> in.get(fit).drawn(in.get(source.grid).x(), in.cancellation()))
                .reportedBy(KernelFit::report);
        Stage<RegressionFit.Predictions> predictions = Stage.named("predictions", Phase.VIEW)
                .after(fit, source.points)
                .computes(in -> in.get(fit).predictions(in.get(source.points)))
                .reportedBy(RegressionFit::report);
        Stage<KernelModels.Chosen> chosen = Stage.named("chosen", Phase.VIEW)
                .after(fit)
                .computes(in -> KernelModels.chosen(in.get(fit).model()))
                .reportedBy(KernelModels::report);
        Stage<LikelihoodSurface> likelihood = Stage.named("likelihood", Phase.STUDY)
                .refining()
                .reads(MODEL_CHOICE, KERNEL)
                .after(sample)
                .computes(in -> surface(in, in.get(sample)))
                .reportedBy(KernelModels::report);
        sheet = Stage.named("sheet", Phase.VIEW)
                .after(source.data, source.split, fit)
                .computes(in -> Sheets.of(
                        in.get(source.data),
                        in.get(source.split),
                        in.get(fit).model().curve()));
        plan = source.plan(sample, fit, about, curve, predictions, sheet, chosen, likelihood);
    }

    @Override
    public String id() {
        return "kernel";
    }

    @Override
    public String title() {
        return "Kernels, splines, neighbours";
    }

    @Override
    public String summary() {
        return "Let the points themselves shape the curve, and see how sure it is between them.";
    }

    @Override
    public ParameterSet parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Problem> problems(Snapshot snapshot) {
        return OneVariable.problems(snapshot);
    }

    /** Each model has parameters of its own, and what is searched for is not given. */
    @Override
    public Set<Parameter<?>> idle(Snapshot snapshot) {
        Set<Parameter<?>> idle = new HashSet<>(OneVariable.idle(snapshot));
        idle.addAll(OF_MODELS);
        switch (snapshot.get(MODEL_CHOICE)) {
            case GAUSSIAN_PROCESS -> {
                idle.removeAll(Set.of(KERNEL, HYPER_MODE));
                if (snapshot.get(HYPER_MODE) == HyperMode.FIXED) {
                    idle.removeAll(Set.of(LENGTH_SCALE, SIGNAL_SD, NOISE_SD));
                }
            }
            case KERNEL_RIDGE -> idle.removeAll(Set.of(KERNEL, LENGTH_SCALE, ALPHA));
            case NATURAL_SPLINE -> idle.remove(DEGREES);
            case SMOOTHING_SPLINE -> {
                idle.remove(SMOOTHING_MODE);
                if (snapshot.get(SMOOTHING_MODE) == SmoothingMode.FIXED) {
                    idle.remove(SMOOTHING);
                }
            }
            case K_NEAREST -> idle.removeAll(Set.of(NEIGHBOURS, WEIGHTS));
        }
        return idle;
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Stage<KernelFit> fit() {
        return fit;
    }

    @Override
    public Optional<Stage<Sheet>> sheet() {
        return Optional.of(sheet);
    }

    @Override
    public List<ViewSpec> views() {
        return KernelViews.VIEWS;
    }

    /** Candidates where a method cannot be fitted to so many training rows. */
    private static List<Cure> cures(Inputs in, int rows) {
        Cure matern = Cure.of("Use Matérn 5/2", KERNEL, Kernel.MATERN_5_2);
        return switch (in.get(MODEL_CHOICE)) {
            case GAUSSIAN_PROCESS ->
                List.of(
                        in.get(HYPER_MODE) == HyperMode.FIXED
                                ? Cure.of("Let the likelihood choose", HYPER_MODE, HyperMode.OPTIMISED)
                                : Cure.of("Fix the hyperparameters", HYPER_MODE, HyperMode.FIXED),
                        matern);
            case KERNEL_RIDGE -> List.of(Cure.of("alpha 0.1", ALPHA, ALPHA.defaultValue()), matern);
            case K_NEAREST -> rows < 1 ? List.of() : List.of(Cure.of(neighbours(rows), NEIGHBOURS, rows));
            case NATURAL_SPLINE, SMOOTHING_SPLINE -> List.of();
        };
    }

    private static String neighbours(int count) {
        return count == 1 ? "1 neighbour" : count + " neighbours";
    }

    private static LikelihoodSurface surface(Inputs in, KernelSample sample) {
        if (in.get(MODEL_CHOICE) != Model.GAUSSIAN_PROCESS) {
            throw new Infeasible("only a Gaussian process has a likelihood surface, not: " + in.get(MODEL_CHOICE));
        }
        int size = in.fidelity() == Fidelity.DRAFT ? DRAFT_SURFACE : FULL_SURFACE;
        return LikelihoodSurface.of(sample, in.get(KERNEL), size, Workers.shared(), in.cancellation());
    }
}
