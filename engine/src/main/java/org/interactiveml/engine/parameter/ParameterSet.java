package org.interactiveml.engine.parameter;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The parameters of one experiment, in the order a page shows them. Immutable. */
public final class ParameterSet implements Iterable<Parameter<?>> {
    private final List<Parameter<?>> parameters;
    private final Map<String, Integer> indexById = new LinkedHashMap<>();

    private ParameterSet(List<Parameter<?>> parameters) {
        this.parameters = List.copyOf(parameters);
        for (Parameter<?> parameter : this.parameters) {
            if (indexById.put(parameter.id(), indexById.size()) != null) {
                throw new IllegalArgumentException("two parameters are called " + parameter.id());
            }
        }
    }

    /** A set of the given parameters; two of the same id are an error. */
    public static ParameterSet of(Parameter<?>... parameters) {
        return new ParameterSet(List.of(parameters));
    }

    /** The parameter of that id, if there is one. */
    public Optional<Parameter<?>> find(String id) {
        return Optional.ofNullable(indexById.get(id)).map(parameters::get);
    }

    /** All parameters, in order. */
    public List<Parameter<?>> list() {
        return parameters;
    }

    @Override
    public Iterator<Parameter<?>> iterator() {
        return parameters.iterator();
    }

    /** Every parameter at its default, version 1. */
    public Snapshot defaults() {
        return new Snapshot(
                this, 1, parameters.stream().map(Parameter::defaultValue).toArray());
    }

    /**
     * Reads a patch from plain values by id.
     *
     * @throws InvalidInputException with every unknown id and invalid value; nothing is applied then
     */
    public Patch read(Map<String, ?> plainById) {
        return collect(plainById, Parameter::read);
    }

    /**
     * Reads a patch from texts by id.
     *
     * @throws InvalidInputException with every unknown id and invalid value; nothing is applied then
     */
    public Patch parse(Map<String, String> textById) {
        return collect(textById, Parameter::parse);
    }

    private <V> Patch collect(Map<String, ? extends V> byId, BiFunction<Parameter<?>, V, Object> reader) {
        Map<Parameter<?>, Object> values = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        byId.forEach((id, value) -> find(id).ifPresentOrElse(
                        parameter -> {
                            try {
                                values.put(parameter, reader.apply(parameter, value));
                            } catch (InvalidInputException refused) {
                                problems.addAll(refused.problems());
                            }
                        },
                        () -> problems.add(new Problem(
                                id,
                                "\"" + id + "\" is not a parameter; known are "
                                        + String.join(", ", indexById.keySet())))));
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return new Patch(values);
    }

    int indexOf(Parameter<?> parameter) {
        Integer index = indexById.get(parameter.id());
        if (index == null || !parameters.get(index).equals(parameter)) {
            throw new IllegalArgumentException(parameter.id() + " is not a parameter of this experiment");
        }
        return index;
    }

    int size() {
        return parameters.size();
    }
}
