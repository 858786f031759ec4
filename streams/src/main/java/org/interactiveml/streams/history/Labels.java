package org.interactiveml.streams.history;

import java.util.List;
import java.util.stream.Collectors;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;

/** What a change is called: each parameter by its label, with the value before and the value after. Stateless. */
final class Labels {
    private static final int MOST_TOLD = 2;
    private static final int LONGEST_VALUE = 24;

    private Labels() {}

    static String of(Snapshot before, Patch patch, Snapshot after) {
        List<Parameter<?>> changed = List.copyOf(patch.parameters());
        if (changed.size() > MOST_TOLD) {
            return changed.size() + " changes: "
                    + changed.stream().map(Parameter::label).collect(Collectors.joining(", "));
        }
        return changed.stream().map(parameter -> of(before, parameter, after)).collect(Collectors.joining(", "));
    }

    private static <T> String of(Snapshot before, Parameter<T> parameter, Snapshot after) {
        return parameter.label() + " " + shown(parameter, before.get(parameter)) + " → "
                + shown(parameter, after.get(parameter));
    }

    private static <T> String shown(Parameter<T> parameter, T value) {
        String text = parameter instanceof ChoiceParameter<?> ? value.toString() : plain(parameter.write(value));
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
