package org.interactiveml.ui.share;

import org.interactiveml.engine.experiment.Sheet;

/** Rows as comma-separated values (RFC 4180), numbers so that they read back as they were. */
public final class Csv {
    private Csv() {}

    /** A header, then a line per row: its part, then its columns. */
    public static String of(Sheet sheet) {
        StringBuilder csv = new StringBuilder("part");
        for (Sheet.Column column : sheet.columns()) {
            csv.append(",\"").append(column.name().replace("\"", "\"\"")).append('"');
        }
        csv.append('\n');
        for (int row = 0; row < sheet.rows(); row++) {
            csv.append(row < sheet.trainingRows() ? "train" : "test");
            for (Sheet.Column column : sheet.columns()) {
                csv.append(',').append(column.values()[row]);
            }
            csv.append('\n');
        }
        return csv.toString();
    }
}
