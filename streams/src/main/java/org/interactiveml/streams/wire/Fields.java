package org.interactiveml.streams.wire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a JSON object, asked for one by one. Whatever is wrong is told to a listener in a line naming key, rule and
 * value, and reads as absent, so that all problems of one object are found in one go. Not thread-safe.
 */
public final class Fields {
    private static final int LONGEST = 60;
    private static final String ENGLISH = "en";
    private static final String WORDING = "a text, or an object of texts by language with \"en\" among them";

    private final Map<String, Object> object;
    private final Consumer<String> problems;
    private final Set<String> known = new LinkedHashSet<>();

    /**
     * The keys of an object that {@link JsonReader} has read.
     *
     * @param problems is told what is wrong, in the order of asking
     */
    public Fields(Map<String, Object> object, Consumer<String> problems) {
        this.object = object;
        this.problems = problems;
    }

    /** Whether the key is there, whatever its value. */
    public boolean has(String key) {
        known.add(key);
        return object.containsKey(key);
    }

    /** A whole number within bounds. */
    public OptionalLong whole(String key, long min, long max) {
        if (!has(key)) {
            return OptionalLong.empty();
        }
        Object value = object.get(key);
        if (value instanceof Long whole && whole >= min && whole <= max) {
            return OptionalLong.of(whole);
        }
        refuse(key, "a whole number between " + min + " and " + max);
        return OptionalLong.empty();
    }

    /** A list of so many whole numbers at most, each within bounds. */
    public Optional<List<Long>> wholes(String key, long min, long max, int most) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (object.get(key) instanceof List<?> list && list.size() <= most) {
            List<Long> wholes = list.stream()
                    .flatMap(element -> element instanceof Long whole && whole >= min && whole <= max
                            ? Stream.of(whole)
                            : Stream.of())
                    .toList();
            if (wholes.size() == list.size()) {
                return Optional.of(wholes);
            }
        }
        refuse(key, "a list of at most " + most + " whole numbers between " + min + " and " + max);
        return Optional.empty();
    }

    /** A finite number within bounds that {@code rule} puts into words. */
    public OptionalDouble number(String key, double min, double max, String rule) {
        if (!has(key)) {
            return OptionalDouble.empty();
        }
        if (object.get(key) instanceof Number number && number.doubleValue() >= min && number.doubleValue() <= max) {
            return OptionalDouble.of(number.doubleValue());
        }
        refuse(key, rule);
        return OptionalDouble.empty();
    }

    /** A number, a text, or true or false; a number of whatever kind as a double. */
    public Optional<Object> scalar(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        Optional<Object> scalar = switch (object.get(key)) {
            case Number number when Double.isFinite(number.doubleValue()) -> Optional.of(number.doubleValue());
            case String text -> Optional.of(text);
            case Boolean flag -> Optional.of(flag);
            case null, default -> Optional.empty();
        };
        if (scalar.isEmpty()) {
            refuse(key, "a number, a text, true or false");
        }
        return scalar;
    }

    /** A text. */
    public Optional<String> text(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (object.get(key) instanceof String text) {
            return Optional.of(text);
        }
        refuse(key, "a text");
        return Optional.empty();
    }

    /** A text, or one for each of some languages, English among them: the one of a language, English where that has none. */
    public Optional<String> wording(String key, String language) {
        if (!has(key)) {
            return Optional.empty();
        }
        Optional<String> wording = wording(object.get(key), language);
        if (wording.isEmpty()) {
            refuse(key, WORDING);
        }
        return wording;
    }

    /** A list of such texts. */
    public Optional<List<String>> wordings(String key, String language) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (object.get(key) instanceof List<?> list) {
            List<String> wordings = list.stream()
                    .flatMap(element -> wording(element, language).stream())
                    .toList();
            if (wordings.size() == list.size()) {
                return Optional.of(wordings);
            }
        }
        refuse(key, "a list of texts, each by itself or an object of texts by language with \"en\" among them");
        return Optional.empty();
    }

    private static Optional<String> wording(@Nullable Object value, String language) {
        if (value instanceof Map<?, ?> byLanguage
                && byLanguage.containsKey(ENGLISH)
                && byLanguage.entrySet().stream().allMatch(Fields::isWording)) {
            Object own = byLanguage.get(language);
            return Optional.of(String.valueOf(own == null ? byLanguage.get(ENGLISH) : own));
        }
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static boolean isWording(Map.Entry<?, ?> entry) {
        return entry.getValue() instanceof String text
                && !text.isBlank()
                && entry.getKey() instanceof String code
                && code.matches("[a-z]{2,3}");
    }

    /** One of some words. */
    public Optional<String> word(String key, String... words) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (object.get(key) instanceof String text && List.of(words).contains(text)) {
            return Optional.of(text);
        }
        refuse(key, "one of " + String.join(", ", words));
        return Optional.empty();
    }

    /** A list of texts. */
    public Optional<List<String>> texts(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (object.get(key) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return Optional.of(list.stream().map(String.class::cast).toList());
        }
        refuse(key, "a list of texts");
        return Optional.empty();
    }

    /** An object. */
    public Optional<Map<String, Object>> object(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (object.get(key) instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // the reader makes no other maps
            Map<String, Object> inner = (Map<String, Object>) map;
            return Optional.of(inner);
        }
        refuse(key, "an object");
        return Optional.empty();
    }

    /** Tells that these keys must be there, where they are not. */
    public void require(String... keys) {
        for (String key : keys) {
            if (!has(key)) {
                problems.accept("\"" + key + "\" is missing");
            }
        }
    }

    /** Tells of every key that nobody has asked for. */
    public void refuseOthers() {
        List<String> others = new ArrayList<>(object.keySet());
        others.removeAll(known);
        for (String other : others) {
            problems.accept(shown(other) + " is not a key here; known are " + String.join(", ", known));
        }
    }

    /** Tells that the value of a key breaks a rule. */
    public void refuse(String key, String rule) {
        problems.accept(key + " must be " + rule + ", not " + shown(object.get(key)));
    }

    /** A value as a message shows it: on one line, and not too long. */
    public static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case String text -> "\"" + line(text) + "\"";
            case Map<?, ?> map -> "an object";
            case List<?> list -> "a list";
            default -> line(value.toString());
        };
    }

    /** A text as a message shows it: without what breaks a line, and not too long. */
    public static String line(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ");
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
