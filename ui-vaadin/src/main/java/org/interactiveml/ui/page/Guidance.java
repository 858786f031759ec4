package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.streams.replay.Script;
import org.interactiveml.ui.control.Controls;
import org.interactiveml.ui.text.LanguageChoice;

/**
 * What an address says besides values: {@code lesson=overfitting}, and the controls that a viewer may not move or does not
 * see, {@code lock=degree,alpha} and {@code hide=seed.x}. These hold as long as the page; what a lesson itself locks and hides
 * holds as long as the lesson.
 *
 * @param lesson to play at once
 * @param problems what is wrong with the address
 */
record Guidance(Optional<Script> lesson, Set<Parameter<?>> locked, Set<Parameter<?>> hidden, List<Problem> problems) {
    private static final String LESSON = "lesson";
    private static final String LOCK = "lock";
    private static final String HIDE = "hide";

    static Guidance read(Experiment experiment, Map<String, Script> lessons, Map<String, String> query) {
        List<Problem> problems = new ArrayList<>();
        String name = query.getOrDefault(LESSON, "");
        Optional<Script> lesson = Optional.ofNullable(lessons.get(name));
        if (lesson.isEmpty() && !name.isEmpty()) {
            problems.add(new Problem(LESSON, text("page.link.lesson", String.join(", ", lessons.keySet()), name)));
        }
        return new Guidance(
                lesson,
                parameters(LOCK, experiment, query, problems),
                parameters(HIDE, experiment, query, problems),
                List.copyOf(problems));
    }

    /** An address without what is no parameter. */
    static Map<String, String> without(Map<String, String> query) {
        Map<String, String> rest = new LinkedHashMap<>(query);
        rest.keySet().removeAll(List.of(LESSON, LOCK, HIDE, LanguageChoice.PARAMETER));
        return rest;
    }

    private static Set<Parameter<?>> parameters(
            String key, Experiment experiment, Map<String, String> query, List<Problem> problems) {
        Set<Parameter<?>> parameters = new LinkedHashSet<>();
        String ids = query.getOrDefault(key, "");
        for (String id : ids.isEmpty() ? List.<String>of() : List.of(ids.split(","))) {
            experiment
                    .parameters()
                    .find(id)
                    .ifPresentOrElse(
                            parameters::add,
                            () -> problems.add(new Problem(key, text("page.link.parameters", key, id))));
        }
        return parameters;
    }

    /** Holds the controls as the address and what is being played want it. */
    void hold(Controls controls, Experiment experiment, Optional<Script> played) {
        Set<Parameter<?>> lessonLocks = played.map(Script::locked).orElse(Set.of());
        Set<Parameter<?>> lessonHides = played.map(Script::hidden).orElse(Set.of());
        for (Parameter<?> parameter : experiment.parameters()) {
            Element control = controls.component(parameter).getElement();
            boolean lock = locked.contains(parameter) || lessonLocks.contains(parameter);
            control.setAttribute("inert", lock);
            control.getClassList().set("iml-locked", lock);
            control.getClassList().set("iml-gone", hidden.contains(parameter) || lessonHides.contains(parameter));
        }
    }
}
