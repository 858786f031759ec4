package org.interactiveml.metrics;

import java.util.List;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Plan;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.parameter.Bounds;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.Group;
import org.interactiveml.engine.parameter.IntegerParameter;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.engine.view.Report;
import org.interactiveml.engine.view.ViewSpec;

/** The smallest experiment with a stage of each phase and a choice of models. */
final class Toy implements Experiment {
    enum Model {
        OLS,
        ELASTIC_NET
    }

    static final IntegerParameter SIZE = new IntegerParameter("size", "Size", Group.DATA, 5, Bounds.hard(1, 100));
    static final IntegerParameter DEGREE = new IntegerParameter("degree", "Degree", Group.MODEL, 1, Bounds.hard(1, 30));
    static final ChoiceParameter<Model> MODEL = new ChoiceParameter<>("model", "Model", Group.MODEL, Model.OLS);
    static final ParameterSet PARAMETERS = ParameterSet.of(SIZE, DEGREE, MODEL);

    /** A degree that has no fit. */
    static final int HOPELESS = 30;

    private final Stage<Integer> data =
            Stage.named("data", Phase.DATA).reads(SIZE).computes(in -> in.get(SIZE));
    private final Stage<Integer> moments =
            Stage.named("moments", Phase.FIT).after(data).computes(in -> in.get(data));
    private final Stage<Integer> fit = Stage.named("fit", Phase.FIT)
            .after(moments)
            .reads(DEGREE, MODEL)
            .computes(in -> {
                if (in.get(DEGREE) == HOPELESS) {
                    throw new Infeasible("degree 30 has no fit");
                }
                return in.get(moments) * in.get(DEGREE);
            })
            .reportedBy(value -> Report.group().put("value", value.longValue()).build());
    private final Stage<Integer> study = Stage.named("study", Phase.STUDY)
            .after(fit)
            .refining()
            .computes(in -> in.get(fit))
            .reportedBy(value -> Report.group().put("value", value.longValue()).build());
    private final Plan plan = Plan.of(data, moments, fit, study);

    @Override
    public String id() {
        return "toy";
    }

    @Override
    public String title() {
        return "Toy";
    }

    @Override
    public String summary() {
        return "Multiplies.";
    }

    @Override
    public ParameterSet parameters() {
        return PARAMETERS;
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
    public List<ViewSpec> views() {
        return List.of();
    }
}
