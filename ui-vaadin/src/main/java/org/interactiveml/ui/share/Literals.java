package org.interactiveml.ui.share;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.interactiveml.engine.experiment.Sheet;

/** Rows as text inside a program. */
final class Literals {
    /** The file that a program reads whose rows are too many to stand in it. */
    static final String CSV_FILE = "rows.csv";

    private static final int INLINE_NUMBERS = 10_000;
    private static final int NUMBERS_PER_LINE = 8;

    private Literals() {}

    static boolean fitInline(Sheet sheet) {
        return (long) sheet.rows() * (sheet.columns().size() - 1) <= INLINE_NUMBERS;
    }

    static List<Sheet.Column> features(Sheet sheet) {
        return sheet.columns().stream()
                .filter(column -> column.kind() == Sheet.Kind.FEATURE)
                .toList();
    }

    static Sheet.Column target(Sheet sheet) {
        return sheet.columns().stream()
                .filter(column -> column.kind() == Sheet.Kind.TARGET)
                .findFirst()
                .orElseThrow();
    }

    /** {@code y = [1.0, 2.0]} between the given brackets, a few numbers to a line so that programs can be compared. */
    static String assign(String left, double[] values, String right) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> (i % NUMBERS_PER_LINE == 0 ? "\n    " : " ") + values[i])
                .collect(Collectors.joining(",", left, "\n" + right));
    }

    /** The features as the columns of X, and y, in Python. */
    static String python(Sheet sheet) {
        List<Sheet.Column> features = features(sheet);
        if (!fitInline(sheet)) {
            return """
                    table = np.loadtxt("%s", delimiter=",", skiprows=1, usecols=range(1, %d))
                    X, y = table[:, :-1], table[:, -1]""".formatted(CSV_FILE, features.size() + 2);
        }
        String columns = features.stream()
                .map(feature -> assign("    [  # " + comment(feature), feature.values(), "    ],"))
                .collect(Collectors.joining("\n"));
        return "X = np.column_stack([\n" + columns + "\n])\n"
                + assign("y = np.array([", target(sheet).values(), "])");
    }

    /** The features as the columns of X, and y, in R. */
    static String r(Sheet sheet) {
        List<Sheet.Column> features = features(sheet);
        if (!fitInline(sheet)) {
            return """
                    table <- read.csv("%s")
                    X <- as.matrix(table[, 2:%d])
                    y <- table[[%d]]""".formatted(CSV_FILE, features.size() + 1, features.size() + 2);
        }
        String columns = features.stream()
                .map(feature -> "  # " + comment(feature) + assign("\n  c(", feature.values(), "  )"))
                .collect(Collectors.joining(",\n"));
        return "X <- cbind(\n" + columns + "\n)\n"
                + assign("y <- c(", target(sheet).values(), ")");
    }

    /** A name that stays on its line. */
    private static String comment(Sheet.Column column) {
        return column.name().replaceAll("\\p{Cntrl}", " ");
    }
}
