package org.interactiveml.engine.parameter;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A value for every parameter of an experiment, at one version. Immutable; two snapshots of one session with the same version
 * hold the same values.
 */
public final class Snapshot {
    private final ParameterSet parameters;
    private final long version;
    private final Object[] values;

    Snapshot(ParameterSet parameters, long version, Object[] values) {
        this.parameters = parameters;
        this.version = version;
        this.values = values;
    }

    /** Whose values these are. */
    public ParameterSet parameters() {
        return parameters;
    }

    /** Rises with every patch, from 1 for the state a session starts in. */
    public long version() {
        return version;
    }

    /** The value of one parameter of the set. */
    public <T> T get(Parameter<T> parameter) {
        @SuppressWarnings("unchecked") // patches hold only values that the parameter itself has read or been given
        T value = (T) values[parameters.indexOf(parameter)];
        return value;
    }

    /** The next version, with the patch applied. */
    public Snapshot with(Patch patch) {
        Object[] next = values.clone();
        patch.values().forEach((parameter, value) -> next[parameters.indexOf(parameter)] = value);
        return new Snapshot(parameters, version + 1, next);
    }

    /** The same values under another version: a session that starts from a link starts at version 1. */
    public Snapshot atVersion(long newVersion) {
        return new Snapshot(parameters, newVersion, values);
    }

    /** What turns {@code earlier} into this: the parameters whose values differ. */
    public Patch since(Snapshot earlier) {
        Map<Parameter<?>, Object> changed = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (!values[i].equals(earlier.values[i])) {
                changed.put(parameters.list().get(i), values[i]);
            }
        }
        return new Patch(changed);
    }

    /** All values in plain form by id, in the order of the set. */
    public Map<String, Object> plain() {
        Map<String, Object> plain = LinkedHashMap.newLinkedHashMap(values.length);
        for (Parameter<?> parameter : parameters) {
            plain.put(parameter.id(), plain(parameter));
        }
        return plain;
    }

    /** All values as text by id, in the order of the set: what an address holds. */
    public Map<String, String> texts() {
        Map<String, String> texts = LinkedHashMap.newLinkedHashMap(values.length);
        for (Parameter<?> parameter : parameters) {
            texts.put(parameter.id(), text(parameter));
        }
        return texts;
    }

    private <T> String text(Parameter<T> parameter) {
        return parameter.text(get(parameter));
    }

    private <T> Object plain(Parameter<T> parameter) {
        return parameter.write(get(parameter));
    }

    @Override
    public String toString() {
        return "version " + version + " " + plain();
    }
}
