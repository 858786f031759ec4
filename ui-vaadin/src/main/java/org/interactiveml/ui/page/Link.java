package org.interactiveml.ui.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;

/**
 * The state that an address carries. Addresses are edited by hand and outlive versions, so what is wrong in one is named and
 * the rest is kept.
 *
 * @param start the state to open with, at version 1
 * @param problems what was left out, and why
 */
record Link(Snapshot start, List<Problem> problems) {

    /** Reads the query of an address: texts by parameter id. */
    static Link read(Experiment experiment, Map<String, String> query) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> valid = new LinkedHashMap<>();
        query.forEach((id, text) -> {
            try {
                experiment.parameters().parse(Map.of(id, text));
                valid.put(id, text);
            } catch (InvalidInputException refused) {
                problems.addAll(refused.problems());
            }
        });
        Snapshot start = apply(experiment, valid);
        List<Problem> broken = experiment.problems(start);
        if (!broken.isEmpty()) {
            problems.addAll(broken);
            start = experiment.parameters().defaults();
        }
        return new Link(start, List.copyOf(problems));
    }

    private static Snapshot apply(Experiment experiment, Map<String, String> valid) {
        Snapshot defaults = experiment.parameters().defaults();
        return defaults.with(experiment.parameters().parse(valid)).atVersion(defaults.version());
    }
}
