package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The state that an address carries, in the version of links that {@code v} names; one without it is of the first. Addresses
 * are edited by hand and outlive versions, so what is wrong in one is named and the rest is kept.
 *
 * @param start the state to open with, at version 1
 * @param problems what was left out, and why
 */
record Link(Snapshot start, List<Problem> problems) {
    /** Rises when an old link would no longer mean what it meant. */
    static final int VERSION = 1;

    private static final String KEY = "v";

    private static final Pattern NEWER = Pattern.compile("[1-9]\\d{0,8}");

    /** Reads the query of an address: texts by parameter id. */
    static Link read(Experiment experiment, Map<String, String> query) {
        List<Problem> problems = new ArrayList<>(version(query.get(KEY)));
        Map<String, String> values = new LinkedHashMap<>(query);
        values.remove(KEY);
        Map<String, String> valid = new LinkedHashMap<>();
        values.forEach((id, text) -> {
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

    private static List<Problem> version(@Nullable String given) {
        if (given == null || given.equals(Integer.toString(VERSION))) {
            return List.of();
        }
        return List.of(new Problem(
                KEY,
                NEWER.matcher(given).matches()
                        ? text("page.link.newer", given, VERSION)
                        : text("page.link.version", VERSION, given)));
    }

    private static Snapshot apply(Experiment experiment, Map<String, String> valid) {
        Snapshot defaults = experiment.parameters().defaults();
        return defaults.with(experiment.parameters().parse(valid)).atVersion(defaults.version());
    }
}
