package org.interactiveml.streams.replay;

import java.util.List;
import java.util.Optional;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;

/**
 * A lesson, checked as a whole: every change in it is valid when its turn comes. Immutable.
 *
 * @param name what messages call it
 * @param title what a person calls it; empty for none
 * @param start revision 1, the state after the header
 * @param targets the stages to report: the experiment's fit, then those that the header names
 * @param steps in their order, {@code at} never falling
 */
public record Script(
        String name, Experiment experiment, String title, Snapshot start, List<Stage<?>> targets, List<Step> steps) {

    /** The version of the script format that is read and written here. */
    public static final long VERSION = 1;

    public Script {
        targets = List.copyOf(targets);
        steps = List.copyOf(steps);
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
     * @param expectations about the state after the change
     */
    public record Step(
            int line, double at, Optional<String> caption, Optional<Patch> change, List<Expectation> expectations) {
        public Step {
            expectations = List.copyOf(expectations);
        }
    }
}
