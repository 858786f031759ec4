package org.interactiveml.engine.data;

import java.util.List;
import java.util.Optional;

/** Named columns of equal length, read from a file by {@link TableReader}. Immutable. */
public final class Table {
    private final String name;
    private final List<Column> columns;
    private final int[] lines;
    private final Dialect dialect;

    Table(String name, List<Column> columns, int[] lines, Dialect dialect) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.lines = lines;
        this.dialect = dialect;
    }

    /** The name of the file, as messages call it. */
    public String name() {
        return name;
    }

    /** How the file writes it. */
    public Dialect dialect() {
        return dialect;
    }

    /** In the order of the file. */
    public List<Column> columns() {
        return columns;
    }

    /** The names of the columns, in the order of the file. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    public Optional<Column> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    /** The number of rows, without the header. */
    public int size() {
        return lines.length;
    }

    /** The line of the file in which a row begins, counted from 1. */
    public int line(int row) {
        return lines[row];
    }
}
