package org.interactiveml.engine.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a stage found, as a tree of named numbers, texts and columns: the one form from which frames on the wire, replay
 * output, tables and exports are written.
 *
 * <p>Immutable by agreement: a column's array is shared, not copied, and nobody writes to it after it was reported.
 */
public sealed interface Report {

    /** A number; NaN means "not defined here" and is written as null. */
    record Real(double value) implements Report {}

    /** A whole number. */
    record Whole(long value) implements Report {}

    /** Yes or no. */
    record Flag(boolean value) implements Report {}

    /** Words. */
    record Text(String value) implements Report {}

    /** A column of numbers, shared. */
    record Column(double[] values) implements Report {
        @Override
        public boolean equals(Object other) {
            return other instanceof Column column && Arrays.equals(values, column.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    /** Reports in order. */
    record Items(List<Report> items) implements Report {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Reports by name, in order. */
    record Group(Map<String, Report> entries) implements Report {
        public Group {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** Starts a group. */
    static Builder group() {
        return new Builder();
    }

    /**
     * The report of a plain value: a number, a text, a truth value, or a list or map of these.
     *
     * @throws IllegalArgumentException for anything else
     */
    static Report plain(Object value) {
        return switch (value) {
            case Long whole -> new Whole(whole);
            case Integer whole -> new Whole(whole);
            case Double real -> new Real(real);
            case Boolean flag -> new Flag(flag);
            case String text -> new Text(text);
            case List<?> items -> new Items(items.stream().map(Report::plain).toList());
            case Map<?, ?> entries -> {
                Builder group = group();
                entries.forEach((name, entry) -> group.put(String.valueOf(name), plain(entry)));
                yield group.build();
            }
            default -> throw new IllegalArgumentException("not a plain value: " + value);
        };
    }

    /** The part at a dotted path ({@code train.r2}), or nothing where a name on the way is unknown. */
    default Optional<Report> at(String path) {
        int dot = path.indexOf('.');
        String head = dot < 0 ? path : path.substring(0, dot);
        if (!(this instanceof Group group) || !group.entries().containsKey(head)) {
            return Optional.empty();
        }
        Report part = Objects.requireNonNull(group.entries().get(head));
        return dot < 0 ? Optional.of(part) : part.at(path.substring(dot + 1));
    }

    /** Collects the entries of a {@link Group}. */
    final class Builder {
        private final Map<String, Report> entries = new LinkedHashMap<>();

        /** Adds any report. */
        public Builder put(String name, Report value) {
            entries.put(name, value);
            return this;
        }

        /** Adds a number. */
        public Builder put(String name, double value) {
            return put(name, new Real(value));
        }

        /** Adds a number where there is one. */
        public Builder put(String name, OptionalDouble value) {
            value.ifPresent(present -> put(name, present));
            return this;
        }

        /** Adds a whole number. */
        public Builder put(String name, long value) {
            return put(name, new Whole(value));
        }

        /** Adds yes or no. */
        public Builder put(String name, boolean value) {
            return put(name, new Flag(value));
        }

        /** Adds words. */
        public Builder put(String name, String value) {
            return put(name, new Text(value));
        }

        /** Adds a column, shared. */
        public Builder put(String name, double[] values) {
            return put(name, new Column(values));
        }

        /** Adds several columns of equal meaning, shared. */
        public Builder put(String name, double[][] columns) {
            List<Report> items = new ArrayList<>(columns.length);
            for (double[] column : columns) {
                items.add(new Column(column));
            }
            return put(name, new Items(items));
        }

        /** Adds texts. */
        public Builder put(String name, List<String> texts) {
            return put(name, new Items(texts.stream().<Report>map(Text::new).toList()));
        }

        /** The finished group. */
        public Group build() {
            return new Group(entries);
        }
    }
}
