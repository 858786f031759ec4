package org.interactiveml.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.interactiveml.engine.Quote;
import org.jspecify.annotations.Nullable;

/** Checks a choice of columns and makes the {@link Dataset}. Used once. */
final class Selection {
    private static final int MOST_COLUMNS_LISTED = 30;
    private static final int MOST_CLASSES = 100;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?");

    private final Table table;
    private final Problems problems = new Problems();
    private final Set<String> chosen = new HashSet<>();

    Selection(Table table) {
        this.table = table;
    }

    Dataset select(List<String> x, String y, @Nullable String split, Dataset.Target kind) {
        if (x.isEmpty()) {
            problems.add(() -> table.name() + ": at least one x column must be chosen");
        }
        List<Column> features = new ArrayList<>();
        for (String feature : x) {
            addIfPresent(features, feature);
        }
        List<Column> others = new ArrayList<>();
        addIfPresent(others, y);
        if (split != null) {
            addIfPresent(others, split);
        }
        problems.report();

        features.forEach(this::checkNumbers);
        Column target = others.getFirst();
        Classes classes = kind == Dataset.Target.CLASS ? readClasses(target) : null;
        if (classes == null) {
            checkNumbers(target);
        }
        boolean[] test = split == null ? null : readSplit(others.getLast());
        problems.report();
        double[][] columns = features.stream().map(Column::values).toArray(double[][]::new);
        return classes == null
                ? new Dataset(table.name(), x, columns, y, target.values(), test)
                : new Dataset(table.name(), x, columns, y, classes.indices(), test, classes.names());
    }

    private void addIfPresent(List<Column> columns, String wanted) {
        if (!chosen.add(wanted)) {
            problems.add(() -> table.name() + ": column " + Quote.of(wanted) + " is chosen twice");
        }
        table.column(wanted).ifPresentOrElse(columns::add, () -> problems.add(() -> missing(wanted)));
    }

    private String missing(String wanted) {
        List<String> names = table.columnNames();
        String listed = String.join(
                ", ", names.stream().limit(MOST_COLUMNS_LISTED).map(Quote::of).toList());
        int more = names.size() - MOST_COLUMNS_LISTED;
        return table.name() + " has no column " + Quote.of(wanted) + "; there are " + listed
                + (more > 0 ? " and " + more + " more" : "");
    }

    private void checkNumbers(Column column) {
        if (column.isNumeric()) {
            return;
        }
        for (int row = 0; row < table.size(); row++) {
            String text = column.text(row);
            if (text != null) {
                refuse(column, row, text.isEmpty() ? "the cell is blank" : Quote.of(text) + " is not a number");
            }
        }
    }

    /** Which class each row is of. */
    private record Classes(List<String> names, double[] indices) {}

    private Classes readClasses(Column column) {
        SortedMap<String, Double> indices = new TreeMap<>(Selection::compareClasses);
        String[] names = new String[table.size()];
        for (int row = 0; row < names.length; row++) {
            String text = column.text(row);
            names[row] = text == null ? number(column.values()[row]) : text;
            if (names[row].isBlank()) {
                refuse(column, row, "the cell is blank; it must name a class");
            } else if (indices.size() <= MOST_CLASSES) {
                indices.put(names[row], 0.0);
            }
        }
        if (indices.size() < 2 || indices.size() > MOST_CLASSES) {
            String found = indices.size() > MOST_CLASSES
                    ? "more"
                    : indices.isEmpty() ? "none" : "only " + Quote.of(indices.firstKey());
            problems.add(() -> table.name() + ", column " + Quote.of(column.name()) + ": there must be 2 to "
                    + MOST_CLASSES + " classes, not " + found);
            return new Classes(List.of(), new double[names.length]);
        }
        int next = 0;
        for (var entry : indices.entrySet()) {
            entry.setValue((double) next++);
        }
        double[] target = new double[names.length];
        Arrays.setAll(target, row -> indices.getOrDefault(names[row], 0.0));
        return new Classes(List.copyOf(indices.keySet()), target);
    }

    private static int compareClasses(String one, String other) {
        boolean numbers = NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches();
        int byValue = numbers ? Double.compare(Double.parseDouble(one), Double.parseDouble(other)) : 0;
        return byValue != 0 ? byValue : one.compareTo(other);
    }

    private boolean[] readSplit(Column column) {
        boolean[] test = new boolean[table.size()];
        boolean trains = false;
        for (int row = 0; row < test.length; row++) {
            String text = column.text(row);
            String part = text == null ? number(column.values()[row]) : text;
            switch (part.toLowerCase(Locale.ROOT)) {
                case "train" -> trains = true;
                case "test" -> test[row] = true;
                case "" -> refuse(column, row, "the cell is blank; it must be train or test");
                default -> refuse(column, row, Quote.of(part) + " must be train or test");
            }
        }
        if (!trains) {
            problems.add(() -> table.name() + ", column " + Quote.of(column.name()) + ": no row says train");
        }
        return test;
    }

    private void refuse(Column column, int row, String rule) {
        problems.add(
                () -> table.name() + " line " + table.line(row) + ", column " + Quote.of(column.name()) + ": " + rule);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
