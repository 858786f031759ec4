package org.interactiveml.engine.parameter;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reading and writing numbers without losing a bit. */
final class Numbers {
    private Numbers() {}

    /** Shortest decimal form that reads back as the same double, without a trailing {@code .0}. */
    static String format(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** The number that a plain value or its text means, or null where it means none. */
    static @Nullable Number of(Object plain) {
        if (plain instanceof Long || plain instanceof Double || plain instanceof Integer) {
            return (Number) plain;
        }
        return plain instanceof Number other ? (Number) other.doubleValue() : null;
    }

    /** The number that text means, or null where it means none. Java's own suffixes and hexadecimal forms are refused. */
    static @Nullable Number parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > 40) {
            return null;
        }
        try {
            BigDecimal exact = new BigDecimal(trimmed);
            boolean whole = exact.signum() == 0 || (exact.scale() <= 0 && exact.precision() - exact.scale() <= 18);
            return whole ? (Number) exact.longValueExact() : (Number) Double.parseDouble(trimmed);
        } catch (NumberFormatException | ArithmeticException notANumber) {
            return null;
        }
    }
}
