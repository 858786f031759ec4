package org.interactiveml.streams.session;

import java.util.List;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Plan;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.parameter.Bounds;
import org.interactiveml.engine.parameter.Group;
import org.interactiveml.engine.parameter.IntegerParameter;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Report;
import org.interactiveml.engine.view.ViewSpec;

/** An experiment over whole numbers whose stages the test writes. One rule: {@code low} is at most {@code high}. */
record Toy(Plan plan) implements Experiment {
    static final IntegerParameter ROWS = whole("rows", Group.DATA, 1);
    static final IntegerParameter DEGREE = whole("degree", Group.MODEL, 1);
    static final IntegerParameter LOW = whole("low", Group.MODEL, 0);
    static final IntegerParameter HIGH = whole("high", Group.MODEL, 1000);

    static Toy of(Stage<?>... stages) {
        return new Toy(Plan.of(stages));
    }

    static Report show(Object value) {
        return new Report.Text(value.toString());
    }

    static IntegerParameter whole(String id, Group group, int value) {
        return new IntegerParameter(id, id, group, value, Bounds.hard(-1_000_000_000, 1_000_000_000));
    }

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
        return "Whole numbers.";
    }

    @Override
    public ParameterSet parameters() {
        return ParameterSet.of(ROWS, DEGREE, LOW, HIGH);
    }

    @Override
    public List<Problem> problems(Snapshot snapshot) {
        int low = snapshot.get(LOW);
        int high = snapshot.get(HIGH);
        return low <= high
                ? List.of()
                : List.of(new Problem("low", "low must be at most high (" + high + "), not " + low));
    }

    @Override
    public Stage<?> fit() {
        return plan.stages().getLast();
    }

    @Override
    public List<ViewSpec> views() {
        return List.of();
    }
}
