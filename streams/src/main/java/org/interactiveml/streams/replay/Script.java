package org.interactiveml.streams.replay;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;

/**
 * A lesson, checked as a whole: every change in it is valid when its turn comes. Immutable.
 *
 * @param name what messages call it
 * @param title what a person calls it; empty for none
 * @param start revision 1, the state after the header
 * @param targets the stages to report: the experiment's fit, then those that the header names
 * @param locked the controls that a viewer may not move while the lesson is on
 * @param hidden the controls that a viewer does not see while the lesson is on
 * @param steps in their order, {@code at} never falling
 */
public record Script(
        String name,
        Experiment experiment,
        String title,
        Snapshot start,
        List<Stage<?>> targets,
        Set<Parameter<?>> locked,
        Set<Parameter<?>> hidden,
        List<Step> steps) {

    /** The version of the script format that is read and written here. */
    public static final long VERSION = 1;

    public Script {
        targets = List.copyOf(targets);
        locked = Set.copyOf(locked);
        hidden = Set.copyOf(hidden);
        steps = List.copyOf(steps);
    }

    /** Changes without a lesson around them. */
    static Script of(Experiment experiment, String title, Snapshot start, List<Step> steps) {
        return new Script(title, experiment, title, start, List.of(experiment.fit()), Set.of(), Set.of(), steps);
    }

    /** How many steps change something. */
    public long changes() {
        return steps.stream().filter(step -> step.change().isPresent()).count();
    }

    /**
     * One line of a script.
     *
     * @param line its number, from 1
     * @param at milliseconds from the start
     * @param caption what a person is told
     * @param change applied as a whole; one change, one revision
     * @param ask what a person is to guess before the lesson goes on; nothing without a person
     * @param expectations about the state after the change
     */
    public record Step(
            int line,
            double at,
            Optional<String> caption,
            Optional<Patch> change,
            Optional<Question> ask,
            List<Expectation> expectations) {
        public Step {
            expectations = List.copyOf(expectations);
        }

        /** A change and nothing else. */
        static Step change(int line, double at, Patch patch) {
            return new Step(line, at, Optional.empty(), Optional.of(patch), Optional.empty(), List.of());
        }
    }
}
