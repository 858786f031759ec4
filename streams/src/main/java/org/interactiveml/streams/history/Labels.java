package org.interactiveml.streams.history;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;

/** What a change is called: each parameter by its label, with the value before and the value after. */
record Labels(Names names) {
    private static final int MOST_TOLD = 2;
    private static final int LONGEST_VALUE = 24;

    String of(Snapshot before, Patch patch, Snapshot after) {
        List<Parameter<?>> changed = List.copyOf(patch.parameters());
        if (changed.size() > MOST_TOLD) {
            return names.changes(
                    changed.size(), changed.stream().map(names::label).collect(Collectors.joining(", ")));
        }
        return changed.stream().map(parameter -> of(before, parameter, after)).collect(Collectors.joining(", "));
    }

    private <T> String of(Snapshot before, Parameter<T> parameter, Snapshot after) {
        return names.label(parameter) + " " + shown(parameter, before.get(parameter)) + " → "
                + shown(parameter, after.get(parameter));
    }

    private <T> String shown(Parameter<T> parameter, T value) {
        String text = parameter instanceof ChoiceParameter<?>
                ? names.choice(Objects.requireNonNull(value))
                : plain(parameter.write(value));
        return text.codePointCount(0, text.length()) <= LONGEST_VALUE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }

    private static String plain(Object plain) {
        return plain instanceof Double real && real == Math.rint(real) && Math.abs(real) < 1e15
                ? Long.toString(real.longValue())
                : plain.toString();
    }
}
