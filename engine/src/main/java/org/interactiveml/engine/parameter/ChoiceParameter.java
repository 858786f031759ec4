package org.interactiveml.engine.parameter;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the constants of an enum.
 *
 * <p>A constant is written as its name in lower case with hyphens: {@code ELASTIC_NET} is {@code elastic-net}.
 *
 * @param <E> the enum; its {@code toString} is what a person reads
 */
public record ChoiceParameter<E extends Enum<E>>(String id, String label, Group group, E defaultValue)
        implements Parameter<E> {

    /** All constants, in their order. */
    public List<E> choices() {
        return List.of(defaultValue.getDeclaringClass().getEnumConstants());
    }

    @Override
    public E read(Object plain) {
        return choices().stream()
                .filter(choice -> name(choice).equals(plain))
                .findFirst()
                .orElseThrow(() -> refusal("one of " + names().collect(Collectors.joining(", ")), plain));
    }

    @Override
    public E parse(String text) {
        return read(text);
    }

    @Override
    public Object write(E value) {
        return name(value);
    }

    /** What a constant is called in scripts and URLs. */
    public String name(E choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Stream<String> names() {
        return choices().stream().map(this::name);
    }
}
