package org.interactiveml.engine.data;

/**
 * Reads cells as numbers: sign, digits, a decimal point or, where the comma does not separate cells, a decimal comma, and an
 * exponent. Nothing else that {@link Double#parseDouble} would take (NaN, hexadecimal, a trailing "d").
 */
final class CellParser {
    private static final int NEVER = -1;

    private final boolean commaAllowed;
    private boolean commaSeen;
    private boolean pointSeen;
    private long firstCommaLine = NEVER;
    private long firstPointLine = NEVER;

    CellParser(boolean commaAllowed) {
        this.commaAllowed = commaAllowed;
    }

    /** The number in a cell without surrounding blanks, or NaN where it is not a finite one. */
    double parse(String cell, long line) {
        commaSeen = false;
        pointSeen = false;
        if (!isNumber(cell)) {
            return Double.NaN;
        }
        if (commaSeen && firstCommaLine == NEVER) {
            firstCommaLine = line;
        }
        if (pointSeen && firstPointLine == NEVER) {
            firstPointLine = line;
        }
        double value = Double.parseDouble(commaSeen ? cell.replace(',', '.') : cell);
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** Whether both decimal marks occurred, so that 1.234 may have meant either of two numbers. */
    boolean isAmbiguous() {
        return firstCommaLine != NEVER && firstPointLine != NEVER;
    }

    /** Whether a decimal comma occurred. */
    boolean usesComma() {
        return firstCommaLine != NEVER;
    }

    long firstCommaLine() {
        return firstCommaLine;
    }

    long firstPointLine() {
        return firstPointLine;
    }

    private boolean isNumber(String cell) {
        int start = skipSign(cell, 0);
        int end = skipDigits(cell, start);
        int digits = end - start;
        if (end < cell.length() && isDecimalMark(cell.charAt(end))) {
            start = end + 1;
            end = skipDigits(cell, start);
            digits += end - start;
        }
        if (digits > 0 && end < cell.length() && (cell.charAt(end) == 'e' || cell.charAt(end) == 'E')) {
            start = skipSign(cell, end + 1);
            end = skipDigits(cell, start);
            digits = end - start;
        }
        return digits > 0 && end == cell.length();
    }

    private boolean isDecimalMark(char c) {
        commaSeen = commaAllowed && c == ',';
        pointSeen = c == '.';
        return commaSeen || pointSeen;
    }

    private static int skipSign(String cell, int at) {
        return at < cell.length() && (cell.charAt(at) == '-' || cell.charAt(at) == '+') ? at + 1 : at;
    }

    private static int skipDigits(String cell, int at) {
        int end = at;
        while (end < cell.length() && cell.charAt(end) >= '0' && cell.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
