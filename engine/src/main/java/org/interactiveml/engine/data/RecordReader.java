package org.interactiveml.engine.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.interactiveml.engine.Quote;

/** Turns the records of one file into the columns of a {@link Table}. Used once. */
final class RecordReader {
    /** Longer than any number or label; an unclosed quote is noticed after as much. */
    private static final int MAX_CELL = 1 << 20;

    /** Far above the columns allowed, so that a row with too many reaches our own check and its message. */
    private static final int MAX_FIELDS = 100 * TableReader.MAX_COLUMNS;

    private final String name;
    private final char delimiter;
    private final CellParser parser;
    private final Problems problems = new Problems();
    private final List<ColumnBuilder> columns = new ArrayList<>();
    private int[] lines = new int[16];
    private int size;
    private boolean headed;

    RecordReader(String name, char delimiter) {
        this.name = name;
        this.delimiter = delimiter;
        parser = new CellParser(delimiter != ',');
    }

    Table read(Reader text) {
        CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                // ragged rows come through, so that all of them are reported
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(MAX_CELL)
                .build(CsvRecordHandler.of(limits -> limits.maxFields(MAX_FIELDS)), text);
        try {
            for (CsvRecord record : records) {
                accept(record);
            }
        } catch (CsvParseException e) {
            problems.add(() -> name + " cannot be read as CSV: " + e.getMessage());
            problems.report();
        }
        checkWhole();
        return new Table(
                name,
                columns.stream().map(ColumnBuilder::build).toList(),
                Arrays.copyOf(lines, size),
                new Dialect(delimiter, parser.usesComma() ? ',' : '.', headed));
    }

    private void accept(CsvRecord record) {
        if (columns.isEmpty()) {
            start(record);
        } else if (!isBlankLine(record)) {
            addRow(record);
        }
    }

    /** One empty cell is an empty line that has blanks in it, unless one column is all there is. */
    private boolean isBlankLine(CsvRecord record) {
        return columns.size() > 1
                && record.getFieldCount() == 1
                && record.getField(0).isBlank();
    }

    private void start(CsvRecord first) {
        if (first.getFieldCount() == 1 && first.getField(0).isBlank()) {
            return;
        }
        if (first.getFieldCount() > TableReader.MAX_COLUMNS) {
            throw Problems.only(name + " must have at most " + TableReader.MAX_COLUMNS + " columns, not more");
        }
        headed = !first.getFields().stream().allMatch(cell -> isNumber(cell, first.getStartingLineNumber()));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < first.getFieldCount(); i++) {
            String header = headed ? first.getField(i).strip() : "";
            String column = header.isEmpty() ? "c" + (i + 1) : header;
            if (!names.add(column)) {
                problems.add(() -> name + " has two columns named " + Quote.of(column));
            }
            columns.add(new ColumnBuilder(column));
        }
        if (!headed) {
            addRow(first);
        }
    }

    private boolean isNumber(String cell, long line) {
        return !Double.isNaN(parser.parse(cell.strip(), line));
    }

    private void addRow(CsvRecord record) {
        if (record.getFieldCount() != columns.size()) {
            problems.add(() -> ragged(record));
            return;
        }
        if (size == TableReader.MAX_ROWS) {
            throw Problems.only(name + " must have at most " + TableReader.MAX_ROWS + " rows, not more");
        }
        if ((size + 1L) * columns.size() > TableReader.MAX_CELLS) {
            throw Problems.only(name + " must have at most " + TableReader.MAX_CELLS + " cells, not more");
        }
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, 2 * size);
        }
        long line = record.getStartingLineNumber();
        lines[size++] = Math.toIntExact(line);
        for (int i = 0; i < columns.size(); i++) {
            String cell = record.getField(i).strip();
            columns.get(i).add(parser.parse(cell, line), cell);
        }
    }

    private String ragged(CsvRecord record) {
        int count = record.getFieldCount();
        return name + " line " + record.getStartingLineNumber() + ": " + count + (count == 1 ? " value" : " values")
                + " where the " + (headed ? "header" : "first row") + " has " + columns.size();
    }

    private void checkWhole() {
        if (columns.isEmpty()) {
            problems.add(() -> name + " is empty");
        }
        if (parser.isAmbiguous()) {
            problems.add(() -> name + " uses a decimal comma (line " + parser.firstCommaLine()
                    + ") and a decimal point (line " + parser.firstPointLine() + "); use one of them");
        }
        problems.report();
        if (size == 0) {
            throw Problems.only(name + " has a header but no rows of data");
        }
    }
}
