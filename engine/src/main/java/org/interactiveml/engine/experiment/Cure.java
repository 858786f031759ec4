package org.interactiveml.engine.experiment;

import java.util.List;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.view.Report;

/**
 * A change that helps where something is wrong, offered by the stage that knows. It is a patch like any other: a page makes a
 * button of it, a script may apply it, and undo takes it back.
 *
 * @param label two or three words for a button: {@code Use ridge}
 * @param patch what it changes
 */
public record Cure(String label, Patch patch) {

    /** A cure that changes one parameter. */
    public static <T> Cure of(String label, Parameter<T> parameter, T value) {
        return new Cure(label, Patch.of(parameter, value));
    }

    /** The label and the plain values: {@code {"label":"Use ridge","set":{"model":"ridge"}}}. */
    public Report report() {
        return Report.group()
                .put("label", label)
                .put("set", Report.plain(patch.plain()))
                .build();
    }

    /** All of them, in order. A stage puts this under {@code cures} in its own report. */
    public static Report report(List<Cure> cures) {
        return new Report.Items(cures.stream().map(Cure::report).toList());
    }
}
