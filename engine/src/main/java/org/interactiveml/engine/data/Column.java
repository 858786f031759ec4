package org.interactiveml.engine.data;

import org.jspecify.annotations.Nullable;

/**
 * One named column of a {@link Table}: a number per row, or the text of a cell that is not a finite number.
 *
 * <p>Immutable as long as nobody writes into {@link #values()}, which is not copied.
 */
public final class Column {
    private final String name;
    private final double[] values;
    private final @Nullable String @Nullable [] text;

    Column(String name, double[] values, @Nullable String @Nullable [] text) {
        this.name = name;
        this.values = values;
        this.text = text;
    }

    public String name() {
        return name;
    }

    /** Whether every cell is a finite number. */
    public boolean isNumeric() {
        return text == null;
    }

    /** One number per row, NaN where the cell is text; not to be modified. */
    public double[] values() {
        return values;
    }

    /** The cell as it was written, if it is not a finite number; null if it is. */
    public @Nullable String text(int row) {
        return text == null ? null : text[row];
    }
}
