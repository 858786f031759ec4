package org.interactiveml.engine.data;

/**
 * How a file writes a table, as it was found out from the file itself.
 *
 * @param delimiter what stands between cells
 * @param decimalMark what stands before the fraction of its numbers: a point or a comma
 * @param headed whether the first row names the columns
 */
public record Dialect(char delimiter, char decimalMark, boolean headed) {

    /** In words: {@code separated by semicolons, decimal comma, no header}. */
    @Override
    public String toString() {
        String separated = switch (delimiter) {
            case '\t' -> "tabs";
            case ';' -> "semicolons";
            case '|' -> "bars";
            default -> "commas";
        };
        return "separated by " + separated + ", decimal " + (decimalMark == ',' ? "comma" : "point") + ", "
                + (headed ? "names in the first row" : "no header");
    }
}
