package org.interactiveml.engine;

/** How the words of a user appear inside a message of one line. Stateless. */
public final class Quote {
    /** Longer texts are cut here, so that a message stays readable whatever was typed. */
    private static final int LIMIT = 40;

    private Quote() {}

    /** The text between double quotes, without control characters and cut after {@value #LIMIT} characters. */
    public static String of(String text) {
        StringBuilder line = new StringBuilder("\"");
        text.codePoints().limit(LIMIT).map(c -> breaksTheLine(c) ? ' ' : c).forEach(line::appendCodePoint);
        if (text.codePointCount(0, text.length()) > LIMIT) {
            line.append('…');
        }
        return line.append('"').toString();
    }

    private static boolean breaksTheLine(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
