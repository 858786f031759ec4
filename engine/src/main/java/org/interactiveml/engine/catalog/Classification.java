package org.interactiveml.engine.catalog;

import static org.interactiveml.engine.parameter.Group.MODEL;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.interactiveml.engine.experiment.Cure;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Inputs;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Plan;
import org.interactiveml.engine.experiment.Sheet;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.model.logistic.Design;
import org.interactiveml.engine.model.logistic.LogisticFit;
import org.interactiveml.engine.model.logistic.LogisticRegression;
import org.interactiveml.engine.model.logistic.Monomials;
import org.interactiveml.engine.model.logistic.Penalty;
import org.interactiveml.engine.model.logistic.ProbabilitySurface;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.parameter.Bounds;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.IntegerParameter;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.RealParameter;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.parameter.ToggleParameter;
import org.interactiveml.engine.view.ViewSpec;

/** Logistic regression of two classes: what the border looks like, and how sure the model is on either side of it. */
public final class Classification implements Experiment {

    /** What large weights cost. */
    public enum Norm {
        L1("L1 (LASSO)"),
        L2("L2 (ridge)"),
        ELASTIC_NET("Elastic net"),
        NONE("None");

        private final String label;

        Norm(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    static final ChoiceParameter<Norm> PENALTY = new ChoiceParameter<>("penalty", "Penalty", MODEL, Norm.L2);
    static final RealParameter C = new RealParameter(
            "C",
            "C (inverse penalty)",
            MODEL,
            1.0,
            Bounds.hard(1e-6, 1e6).soft(0.01, 1).log(20));
    static final RealParameter L1_RATIO = new RealParameter(
            "l1.ratio", "L1 ratio", MODEL, 0.5, Bounds.hard(0, 1).step(0.01));
    static final IntegerParameter DEGREE = new IntegerParameter(
            "degree", "Degree", MODEL, 1, Bounds.hard(1, 10).soft(1, 6));
    static final ToggleParameter STANDARDIZE = new ToggleParameter("standardize", "Standardise features", MODEL, false);

    private static final ParameterSet PARAMETERS = ParameterSet.of(
            Plane.SAMPLES,
            Plane.SHAPE,
            Plane.X_MIN,
            Plane.X_MAX,
            Plane.NOISE_MAGNITUDE,
            Plane.NOISE_SD,
            Plane.NOISE_MEAN,
            Plane.SEED_X,
            Plane.SEED_NOISE,
            Plane.DATASET,
            Plane.POINTS,
            PENALTY,
            C,
            L1_RATIO,
            DEGREE,
            STANDARDIZE,
            Plane.TEST_FRACTION,
            Plane.SEED_SPLIT);

    /**
     * Cells of the surface in each direction: about four pixels each, as fine as the smooth border needs, and 80 kB in a frame, where 200
     * would take 320 kB and a tenth of the frame's time to send.
     */
    private static final int CELLS = 100;

    private static final int ROC_POINTS = 1000;

    private final Stage<ClassificationFit> fit;
    private final Stage<Sheet> sheet;
    private final Plan plan;

    /** The experiment, with the threads that large samples may use. */
    public Classification(Workers workers) {
        Plane source = new Plane(workers);
        Stage<Design> design = Stage.named("features", Phase.FIT)
                .reads(DEGREE)
                .after(source.parts)
                .computes(in -> design(in, in.get(source.parts), workers))
                .curedBy(in -> lowerDegrees(in.get(DEGREE)));
        fit = Stage.named("fit", Phase.FIT)
                .reads(PENALTY, C, L1_RATIO, STANDARDIZE)
                .after(source.data, source.parts, design)
                .computes(in -> new ClassificationFit(
                        in.get(source.data), fit(in, in.get(source.parts), in.get(design), workers)))
                .reportedBy(ClassificationFit::report)
                .curedBy(in -> List.of(Cure.of("Use an L2 penalty", PENALTY, Norm.L2)));
        Stage<About> about = Stage.named("about", Phase.VIEW)
                .reads(PENALTY, STANDARDIZE)
                .computes(in -> About.ofClasses(in.get(PENALTY), in.get(STANDARDIZE)))
                .reportedBy(About::report);
        Stage<PlanePoints> points = Stage.named("points", Phase.VIEW)
                .after(source.data, source.split)
                .computes(in -> PlanePoints.of(in.get(source.data).rows(), in.get(source.split)))
                .reportedBy(PlanePoints::report);
        Stage<Optional<ProbabilitySurface>> surface = Stage.named("surface", Phase.VIEW)
                .after(source.square, fit)
                .computes(in -> surface(in.get(source.square), in.get(fit).fit()))
                .reportedBy(ClassificationFit::report);
        Stage<ClassificationFit.Curves> roc = Stage.named("roc", Phase.VIEW)
                .after(fit)
                .computes(in -> new ClassificationFit.Curves(
                        in.get(fit).fit().train().ranking().roc(ROC_POINTS),
                        in.get(fit).fit().test().ranking().roc(ROC_POINTS)))
                .reportedBy(ClassificationFit.Curves::report);
        sheet = Stage.named("sheet", Phase.VIEW)
                .after(source.data, source.parts, fit)
                .computes(in -> sheet(in, source, workers));
        plan = Plan.of(
                source.data,
                source.split,
                source.parts,
                design,
                fit,
                about,
                points,
                source.square,
                surface,
                roc,
                sheet);
    }

    private static List<Cure> lowerDegrees(int degree) {
        return IntStream.range(1, degree)
                .map(lower -> degree - lower)
                .mapToObj(lower -> Cure.of("Degree " + lower, DEGREE, lower))
                .toList();
    }

    private static Design design(Inputs in, Plane.Parts parts, Workers workers) {
        Monomials monomials = Monomials.of(parts.train().features().length, in.get(DEGREE));
        return Design.of(parts.train(), monomials, workers, in.cancellation());
    }

    private static LogisticFit fit(Inputs in, Plane.Parts parts, Design design, Workers workers) {
        return LogisticRegression.fit(
                design, parts.test(), penalty(in), in.get(STANDARDIZE), workers, in.cancellation());
    }

    private static Penalty penalty(Inputs in) {
        double c = in.get(C);
        return switch (in.get(PENALTY)) {
            case L1 -> Penalty.lasso(c);
            case L2 -> Penalty.ridge(c);
            case ELASTIC_NET -> Penalty.elasticNet(c, in.get(L1_RATIO));
            case NONE -> Penalty.none();
        };
    }

    private Sheet sheet(Inputs in, Plane source, Workers workers) {
        Plane.Parts parts = in.get(source.parts);
        LogisticFit fitted = in.get(fit).fit();
        return Plane.sheet(
                in.get(source.data),
                parts,
                fitted.probabilities(parts.train(), workers, in.cancellation()),
                fitted.probabilities(parts.test(), workers, in.cancellation()));
    }

    // With one feature there is no plane.
    private static Optional<ProbabilitySurface> surface(Plane.Square square, LogisticFit fit) {
        return fit.design().monomials().features() == 1
                ? Optional.empty()
                : Optional.of(ProbabilitySurface.of(fit, square.x1(), square.x2(), CELLS));
    }

    @Override
    public String id() {
        return "classification";
    }

    @Override
    public String title() {
        return "Logistic classification";
    }

    @Override
    public String summary() {
        return "Tell two classes apart and watch the border bend as the features grow richer and the penalty weaker.";
    }

    @Override
    public ParameterSet parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Problem> problems(Snapshot snapshot) {
        return Plane.problems(snapshot);
    }

    /** Without a penalty nothing weighs it; only the elastic net mixes two. */
    @Override
    public Set<Parameter<?>> idle(Snapshot snapshot) {
        Set<Parameter<?>> idle = new HashSet<>(Plane.idle(snapshot));
        Norm norm = snapshot.get(PENALTY);
        if (norm == Norm.NONE) {
            idle.addAll(List.of(C, STANDARDIZE));
        }
        if (norm != Norm.ELASTIC_NET) {
            idle.add(L1_RATIO);
        }
        return idle;
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Stage<ClassificationFit> fit() {
        return fit;
    }

    @Override
    public Optional<Stage<Sheet>> sheet() {
        return Optional.of(sheet);
    }

    @Override
    public List<ViewSpec> views() {
        return ClassificationViews.VIEWS;
    }
}
