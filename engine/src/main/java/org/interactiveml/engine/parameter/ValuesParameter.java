package org.interactiveml.engine.parameter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finite numbers by name, such as where the parameters of a formula start; none by default.
 *
 * <p>The plain form is an object, {@code {"b1":500.0}}; the text form is {@code b1=500.0,b2=1.0E-4}.
 */
public record ValuesParameter(String id, String label, Group group) implements Parameter<Map<String, Double>> {
    /** The most names. */
    public static final int MAX = 100;

    @Override
    public Map<String, Double> defaultValue() {
        return Map.of();
    }

    @Override
    public Map<String, Double> read(Object plain) {
        if (!(plain instanceof Map<?, ?> object)) {
            throw refusal("an object of numbers by name", plain);
        }
        List<Problem> problems = new ArrayList<>();
        Map<String, Double> values = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (isName(name) && value instanceof Number number && Double.isFinite(number.doubleValue())) {
                values.put(name, number.doubleValue());
            } else {
                problems.add(problem(name, value));
            }
        });
        return checked(values, problems);
    }

    @Override
    public Map<String, Double> parse(String text) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Double> values = new LinkedHashMap<>();
        for (String entry : text.isBlank() ? new String[0] : text.split(",", -1)) {
            int equals = entry.indexOf('=');
            String name = entry.substring(0, Math.max(equals, 0)).strip();
            String value = entry.substring(equals + 1).strip();
            Number number = Numbers.parse(value);
            if (isName(name) && number != null && Double.isFinite(number.doubleValue()) && !values.containsKey(name)) {
                values.put(name, number.doubleValue());
            } else {
                problems.add(problem(name, entry.strip()));
            }
        }
        return checked(values, problems);
    }

    private Map<String, Double> checked(Map<String, Double> values, List<Problem> problems) {
        if (values.size() > MAX) {
            throw refusal("at most " + MAX + " numbers by name", values.size());
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return Collections.unmodifiableMap(values);
    }

    private Problem problem(String name, Object value) {
        return refusal("numbers by name, each name once: name=number", name.isEmpty() ? value : name + "=" + value)
                .problems()
                .getFirst();
    }

    /** As in a formula: a letter, then letters, digits and underscores. */
    private static boolean isName(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*");
    }

    @Override
    public Object write(Map<String, Double> value) {
        return value;
    }

    @Override
    public String text(Map<String, Double> value) {
        return value.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }
}
