package org.interactiveml.streams.replay;

import java.util.ArrayList;
import java.util.List;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.history.Entry;

/** A history as a script: to keep, with every branch in the order in which it was made, or to play, the present branch alone. */
public final class HistoryScript {
    /** Nobody wants to watch the breaks: a longer one counts as this many milliseconds. */
    private static final long LONGEST_BREAK = 3_000;

    /** Entries are steps of their own, never the movements of one hand. */
    private static final long SHORTEST_BREAK = 300;

    private HistoryScript() {}

    /**
     * The whole history; its last frame is that of the present state.
     *
     * @param entries by id, at least one
     * @param now the present state
     */
    public static Recording recording(Experiment experiment, String title, List<Entry> entries, Snapshot now) {
        ScriptWriter writer = new ScriptWriter(experiment, title);
        Snapshot state = experiment.parameters().defaults();
        long at = 0;
        long millis = entries.getFirst().millis();
        for (Entry entry : entries) {
            at += Math.clamp(entry.millis() - millis, 0, LONGEST_BREAK);
            millis = entry.millis();
            writer.change((double) at, entry.state().since(state));
            state = entry.state();
        }
        Patch back = now.since(state);
        if (!back.parameters().isEmpty()) {
            writer.change((double) at, back);
        }
        return writer.recording();
    }

    /** The way from the first entry of a branch to its end. */
    public static Script script(Experiment experiment, String title, List<Entry> branch) {
        List<Script.Step> steps = new ArrayList<>();
        double at = 0;
        long millis = branch.getFirst().millis();
        Snapshot state = branch.getFirst().state();
        for (Entry entry : branch.subList(1, branch.size())) {
            at += Math.clamp(entry.millis() - millis, SHORTEST_BREAK, LONGEST_BREAK);
            millis = entry.millis();
            steps.add(Script.Step.change(steps.size() + 2, at, entry.state().since(state)));
            state = entry.state();
        }
        return Script.of(experiment, title, branch.getFirst().state(), steps);
    }
}
