package org.interactiveml.ui.control;

import com.vaadin.flow.component.Component;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.DatasetParameter;
import org.interactiveml.engine.parameter.FormulaParameter;
import org.interactiveml.engine.parameter.IntegerParameter;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.PointsParameter;
import org.interactiveml.engine.parameter.RealParameter;
import org.interactiveml.engine.parameter.SeedParameter;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.parameter.ToggleParameter;
import org.interactiveml.engine.parameter.ValuesParameter;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.session.Session;
import org.interactiveml.ui.text.Messages;

/**
 * The controls of one session.
 *
 * <p>Sliders speak to the session over the live socket, from the browser; the others are ordinary Vaadin fields whose values
 * come through here. To be used under the lock of the page's UI.
 */
public final class Controls {
    private final Session session;
    private final Tables tables;
    private final Map<Parameter<?>, Control> byParameter = new LinkedHashMap<>();

    /** What a page and a control have to do with each other. */
    interface Control {
        /** What stands on the page; carries {@code data-parameter}. */
        Component component();

        /** Shows the value of a snapshot, unless the person is just changing it. */
        void show(Snapshot snapshot);

        /** Says what is wrong with what was entered, or takes that back with an empty text. */
        void complain(String message);
    }

    /**
     * The controls of all parameters of a session's experiment.
     *
     * @param tables the tables of one's own that are offered
     */
    public Controls(Session session, Tables tables) {
        this.session = session;
        this.tables = tables;
        for (Parameter<?> parameter : session.experiment().parameters()) {
            Control control = control(parameter);
            control.component().getElement().setAttribute("data-parameter", parameter.id());
            byParameter.put(parameter, control);
        }
        show(session.snapshot());
    }

    /** The control of a parameter. */
    public Component component(Parameter<?> parameter) {
        return Objects.requireNonNull(byParameter.get(parameter)).component();
    }

    /** Shows the values of a snapshot in the controls that the server keeps. */
    public void show(Snapshot snapshot) {
        Set<Parameter<?>> idle = session.experiment().idle(snapshot);
        byParameter.forEach((parameter, control) -> {
            control.show(snapshot);
            control.component().getElement().getClassList().set("iml-idle", idle.contains(parameter));
        });
    }

    /** Whether the fields that the server keeps look the same for two snapshots. */
    public boolean looksTheSame(Snapshot one, Snapshot other) {
        return one.since(other).parameters().stream().allMatch(Controls::isKeptByTheBrowser)
                && session.experiment().idle(one).equals(session.experiment().idle(other));
    }

    private static boolean isKeptByTheBrowser(Parameter<?> parameter) {
        return parameter instanceof IntegerParameter
                || parameter instanceof RealParameter
                || parameter instanceof PointsParameter;
    }

    /** Forgets what was entered and refused. */
    public void forgive() {
        byParameter.values().forEach(control -> control.complain(""));
    }

    private Control control(Parameter<?> parameter) {
        Snapshot now = session.snapshot();
        return switch (parameter) {
            case IntegerParameter whole -> new SliderControl(whole, now);
            case RealParameter real -> new SliderControl(real, now);
            case ChoiceParameter<?> choice -> new ChoiceControl<>(choice, now, this::enter);
            case SeedParameter seed -> new SeedControl(seed, now, this::enter);
            case FormulaParameter formula -> new FormulaControl(formula, now, this::enter);
            case ToggleParameter toggle -> new ToggleControl(toggle, now, this::enter);
            case ValuesParameter values -> new ValuesControl(values, now, this::enter);
            case PointsParameter points -> new PointsControl(points);
            case DatasetParameter dataset -> new DatasetControl(dataset, now, tables, this::enter);
        };
    }

    /** Sends a patch that a field made of what was entered, and shows at the field why it was refused, if it was. */
    private void enter(Control control, Supplier<Patch> entered) {
        try {
            session.submit(entered.get(), Pace.NOW);
            control.complain("");
        } catch (InvalidInputException refused) {
            control.complain(Messages.translated(refused.problems().getFirst().message()));
        }
    }

    /** Where a field leaves what was entered. */
    @FunctionalInterface
    interface Entry {
        void enter(Control control, Supplier<Patch> entered);
    }
}
