package org.interactiveml.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.Group;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.engine.parameter.Snapshot;

/**
 * A fit timer for each model that an experiment offers: by its choice parameter {@code model}, or else by the first choice
 * among the parameters of its model, such as a penalty. One timer, named like the experiment, where it offers no choice.
 */
interface ModelTimers {

    /** The timer of the model that these parameters choose. */
    Timer at(Snapshot snapshot);

    static ModelTimers of(Experiment experiment, MeterRegistry registry, Tag tag) {
        return choice(experiment.parameters())
                .<ModelTimers>map(model -> choosing(model, registry, tag))
                .orElseGet(() -> {
                    Timer only = timer(registry, tag, experiment.id());
                    return snapshot -> only;
                });
    }

    private static Optional<ChoiceParameter<?>> choice(ParameterSet parameters) {
        if (parameters.find("model").orElse(null) instanceof ChoiceParameter<?> model) {
            return Optional.of(model);
        }
        for (Parameter<?> parameter : parameters) {
            if (parameter instanceof ChoiceParameter<?> choice && choice.group() == Group.MODEL) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }

    private static <E extends Enum<E>> ModelTimers choosing(ChoiceParameter<E> model, MeterRegistry registry, Tag tag) {
        Map<E, Timer> timers = new HashMap<>();
        model.choices().forEach(choice -> timers.put(choice, timer(registry, tag, model.name(choice))));
        return snapshot -> Objects.requireNonNull(timers.get(snapshot.get(model)));
    }

    private static Timer timer(MeterRegistry registry, Tag experiment, String model) {
        return LabMeters.timer(registry, LabMeter.FIT, experiment, LabTag.MODEL.with(model));
    }
}
