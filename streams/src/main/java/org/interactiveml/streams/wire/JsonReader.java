package org.interactiveml.streams.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interactiveml.engine.parameter.InvalidInputException;

/**
 * Reads one JSON object from text that may come from anybody: strict (no comments, no NaN, no key twice, nothing behind the
 * end) and bounded in length, depth, count of values and length of a number.
 *
 * <p>Values become {@link String}, {@link Boolean}, {@link Long}, {@link Double}, {@link JsonNull}, {@link List} or
 * {@link Map}; a whole number too large for a long stays a {@link java.math.BigInteger} and a real one too large for a double
 * a {@link java.math.BigDecimal}, so that whoever refuses it can show it as it was written. Immutable.
 *
 * @param characters the longest text, in UTF-16 units
 * @param values the most values, at all depths together
 */
public record JsonReader(int characters, int values) {
    private static final int DEPTH = 16;
    private static final int NUMBER = 100;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNumberLength(NUMBER)
                    .build())
            // A shared table of the names seen so far would be a memory that strangers can fill.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    /**
     * The object that the text holds, keys in their order.
     *
     * @throws InvalidInputException with the one reason why there is none
     */
    public Map<String, Object> object(String text) {
        if (text.length() > characters) {
            throw refusal("too long: at most " + characters + " characters, not " + text.length());
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw refusal("not JSON: there is nothing");
            }
            if (first != JsonToken.START_OBJECT) {
                throw refusal("not a JSON object: it must start with {");
            }
            Map<String, Object> object = new Reading(parser).object();
            if (parser.nextToken() != null) {
                throw refusal("not JSON: more follows behind the closing } at column " + column(parser));
            }
            return object;
        } catch (JsonEOFException early) {
            throw refusal("not JSON: it ends too early, at column " + (text.length() + 1));
        } catch (StreamConstraintsException bound) {
            throw refusal(
                    bound.getOriginalMessage().contains("depth")
                            ? "too deep: at most " + DEPTH + " levels"
                            : "too long: a number has at most " + NUMBER + " digits");
        } catch (JsonProcessingException malformed) {
            throw refusal("not JSON: wrong at column " + malformed.getLocation().getColumnNr());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a text in memory does not fail
        }
    }

    private static int column(JsonParser parser) {
        return parser.currentTokenLocation().getColumnNr();
    }

    private static InvalidInputException refusal(String message) {
        return new InvalidInputException("json", message);
    }

    /** One reading, which counts values. */
    private final class Reading {
        private final JsonParser parser;
        private int count;

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        Map<String, Object> object() throws IOException {
            Map<String, Object> object = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = proper(parser.currentName());
                parser.nextToken();
                if (object.put(name, value()) != null) {
                    throw refusal("key " + Fields.shown(name) + " appears twice");
                }
            }
            return object;
        }

        private List<Object> list() throws IOException {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value());
            }
            return list;
        }

        private Object value() throws IOException {
            if (++count > values) {
                throw refusal("too much: at most " + values + " values");
            }
            return switch (parser.currentToken()) {
                case START_OBJECT -> object();
                case START_ARRAY -> list();
                case VALUE_STRING -> proper(parser.getText());
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NULL -> JsonNull.NULL;
                case VALUE_NUMBER_INT ->
                    parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                            ? parser.getBigIntegerValue()
                            : (Object) parser.getLongValue();
                case VALUE_NUMBER_FLOAT -> real();
                default -> throw refusal("not JSON: a value is missing at column " + column(parser));
            };
        }

        private Number real() throws IOException {
            double value = Double.parseDouble(parser.getText());
            return Double.isFinite(value) ? (Number) value : parser.getDecimalValue();
        }

        /** Half a character can be read but never written again. */
        private String proper(String text) {
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                int type = Character.getType(text.codePointAt(i));
                if (type == Character.SURROGATE) {
                    throw refusal("a text holds half a character at column " + column(parser));
                }
            }
            return text;
        }
    }
}
