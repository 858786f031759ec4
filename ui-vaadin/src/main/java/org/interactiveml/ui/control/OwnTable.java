package org.interactiveml.ui.control;

import static org.interactiveml.ui.text.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.interactiveml.engine.data.Column;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.Table;
import org.interactiveml.engine.parameter.DatasetParameter;
import org.jspecify.annotations.Nullable;

/**
 * A table of one's own as an experiment sees it: which of its columns can be what.
 *
 * @param table what was read
 * @param parameter what it is to be used for
 */
record OwnTable(Table table, DatasetParameter parameter) {
    /** Rows that tell what a column is for; the rest is checked when it is chosen. */
    private static final int LOOKED_AT = 100;

    private static final int PREVIEWED = 6;

    /** Which columns are which. */
    record Choice(
            List<String> features, String target, @Nullable String split) {}

    /** Columns of numbers, and those that were meant to be: a bad cell in one is named when it is chosen. */
    List<String> numeric() {
        return table.columns().stream()
                .filter(this::isMeantToBeNumeric)
                .map(Column::name)
                .toList();
    }

    private boolean isMeantToBeNumeric(Column column) {
        int looked = Math.min(LOOKED_AT, table.size());
        return column.isNumeric()
                || 2
                                * IntStream.range(0, looked)
                                        .filter(row -> column.text(row) == null)
                                        .count()
                        >= looked;
    }

    /** Columns that can be predicted: of numbers, or any where classes are. */
    List<String> targets() {
        return parameter.target() == Dataset.Target.CLASS ? table.columnNames() : numeric();
    }

    /** Columns that seem to say train or test row by row. */
    List<String> splits() {
        return table.columns().stream().filter(this::splits).map(Column::name).toList();
    }

    private boolean splits(Column column) {
        return !column.isNumeric()
                && IntStream.range(0, Math.min(LOOKED_AT, table.size())).allMatch(row -> {
                    String text = column.text(row);
                    return text != null && List.of("train", "test").contains(text.toLowerCase(Locale.ROOT));
                });
    }

    /** Whether there is enough to choose from; otherwise what is lacking. */
    String lack() {
        if (numeric().isEmpty() || targets().size() < 2) {
            return parameter.target() == Dataset.Target.CLASS
                    ? text("control.data.lacks-classes", table.name())
                    : text("control.data.lacks-numbers", table.name(), numeric().size());
        }
        return "";
    }

    /** The last column that can be predicted from the first others of numbers, as many as the experiment takes. */
    Choice usual() {
        String target = targets().stream()
                .filter(name -> !splits().contains(name))
                .toList()
                .getLast();
        List<String> features = numeric().stream()
                .filter(name -> !name.equals(target))
                .limit(parameter.mostFeatures())
                .toList();
        return new Choice(features, target, splits().isEmpty() ? null : splits().getFirst());
    }

    /** The columns as data. */
    Dataset select(Choice choice) {
        return Dataset.select(table, choice.features(), choice.target(), choice.split(), parameter.target());
    }

    /** The first rows, each with a text for each of so many columns. */
    List<List<String>> preview(int columns) {
        return IntStream.range(0, Math.min(PREVIEWED, table.size()))
                .mapToObj(row -> table.columns().stream()
                        .limit(columns)
                        .map(column -> cell(column, row))
                        .toList())
                .toList();
    }

    private static String cell(Column column, int row) {
        String text = column.text(row);
        double value = column.values()[row];
        return text != null
                ? text
                : value == Math.rint(value) && Math.abs(value) < 1e15
                        ? Long.toString((long) value)
                        : Double.toString(value);
    }
}
