package org.interactiveml.engine.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Grows one column cell by cell. Texts get room only in columns that have one, and equal texts are stored once. */
final class ColumnBuilder {
    private static final int FIRST_CAPACITY = 16;
    private static final int MAX_SHARED_TEXTS = 1_000;

    private final String name;
    private final Map<String, String> shared = new HashMap<>();
    private double[] values = new double[FIRST_CAPACITY];
    private @Nullable String @Nullable [] text;
    private int size;

    ColumnBuilder(String name) {
        this.name = name;
    }

    /** Appends a cell: its number, or NaN and then its text counts. */
    void add(double value, String cell) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size] = value;
        if (Double.isNaN(value)) {
            keep(cell);
        }
        size++;
    }

    private void keep(String cell) {
        @Nullable String[] kept = text == null ? new String[values.length] : text;
        if (size >= kept.length) {
            kept = Arrays.copyOf(kept, values.length);
        }
        text = kept;
        String known = shared.get(cell);
        if (known == null && shared.size() < MAX_SHARED_TEXTS) {
            shared.put(cell, cell);
        }
        kept[size] = known == null ? cell : known;
    }

    Column build() {
        return new Column(name, Arrays.copyOf(values, size), text == null ? null : Arrays.copyOf(text, size));
    }
}
