package org.interactiveml.engine.parameter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A set of valid changes that is applied as a whole or not at all. Immutable. */
public final class Patch {
    private final Map<Parameter<?>, Object> values;

    Patch(Map<Parameter<?>, Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A patch of one change; the value must be valid. */
    public static <T> Patch of(Parameter<T> parameter, T value) {
        return new Patch(Map.of(parameter, value));
    }

    /** No change at all. */
    public static Patch empty() {
        return new Patch(Map.of());
    }

    /** Both patches as one, {@code later} winning where both change the same parameter. */
    public Patch and(Patch later) {
        Map<Parameter<?>, Object> merged = new LinkedHashMap<>(values);
        merged.putAll(later.values);
        return new Patch(merged);
    }

    /** Which parameters it sets, in its order. */
    public Set<Parameter<?>> parameters() {
        return values.keySet();
    }

    /** The new values. */
    public Map<Parameter<?>, Object> values() {
        return values;
    }

    /** The new values in plain form by id. */
    public Map<String, Object> plain() {
        Map<String, Object> plain = LinkedHashMap.newLinkedHashMap(values.size());
        values.keySet().forEach(parameter -> plain.put(parameter.id(), plain(parameter)));
        return plain;
    }

    private <T> Object plain(Parameter<T> parameter) {
        @SuppressWarnings("unchecked") // a patch holds only values that the parameter itself has read or been given
        T value = (T) Objects.requireNonNull(values.get(parameter));
        return parameter.write(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Patch patch && patch.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
