package org.interactiveml.streams.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.streams.ToyExperiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {
    private static final JsonReader READER = new JsonReader(1_000, 20);

    @Test
    void valuesArePlain() {
        assertThat(READER.object("{\"a\":1,\"b\":-0.0,\"c\":\"ä\",\"d\":[true,null],\"e\":{\"f\":1e3}} "))
                .isEqualTo(Map.of(
                        "a", 1L, "b", -0.0, "c", "ä", "d", List.of(true, JsonNull.NULL), "e", Map.of("f", 1000.0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                     | not JSON: there is nothing",
                "`   `                  | not JSON: there is nothing",
                "[1]                    | not a JSON object: it must start with {",
                "7                      | not a JSON object: it must start with {",
                "samples                | not JSON: wrong at column 1",
                "{\"a\":1               | not JSON: it ends too early, at column 7",
                "{\"a\":1}x             | not JSON: wrong at column 8",
                "{\"a\":1} {}           | not JSON: more follows behind the closing } at column 9",
                "{\"a\":NaN}            | not JSON: wrong at column 9",
                "{\"a\":Infinity}       | not JSON: wrong at column 14",
                "{'a':1}                | not JSON: wrong at column 2",
                "{\"a\":1,}             | not JSON: wrong at column 8",
                "{\"a\":01}             | not JSON: wrong at column 7",
                "{\"a\":1 /* c */}      | not JSON: wrong at column 8",
                "{\"a\":1,\"a\":2}      | key \"a\" appears twice",
                "{\"a\":\"\\ud800\"}    | a text holds half a character at column 6",
                "{\"a\":[1,]}           | not JSON: wrong at column 9",
            })
    void whatIsNotStrictJsonIsRefusedInOneLine(String text, String message) {
        assertThatThrownBy(() -> READER.object(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    @Test
    void sizeAndDepthAreBounded() {
        assertThatThrownBy(() -> READER.object("{\"a\":\"" + "x".repeat(1_000) + "\"}"))
                .hasMessage("too long: at most 1000 characters, not 1008");
        assertThatThrownBy(() -> READER.object("{\"a\":" + "[".repeat(400) + "]".repeat(400) + "}"))
                .hasMessage("too deep: at most 16 levels");
        assertThatThrownBy(() -> READER.object("{\"a\":[" + "1,".repeat(50) + "1]}"))
                .hasMessage("too much: at most 20 values");
        assertThatThrownBy(() -> READER.object("{\"a\":" + "9".repeat(101) + "}"))
                .hasMessage("too long: a number has at most 100 digits");
    }

    @Test
    void numbersThatFitNowhereAreRefusedByTheParameterAsTheyWereWritten() {
        Map<String, Object> values =
                READER.object("{\"samples\":99999999999999999999,\"noise\":1e999,\"seed.x\":-99999999999999999999}");

        assertThatThrownBy(() -> new ToyExperiment().parameters().read(values)).hasMessage("""
                        samples must be between 2 and 1000, not 99999999999999999999
                        noise must be between 0 and 1.0E300, not 1E+999
                        seed.x must be a whole number between 0 and 4294967295, not -99999999999999999999""");
    }

    @Test
    void everyDoubleIsReadAsItWasWritten() {
        long seed = 20_261;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            String text = Json.text(out -> Json.plain(out, Map.of("a", value)));
            Object expected = Double.isFinite(value) ? (Object) value : JsonNull.NULL;
            assertThat(READER.object(text)).as("seed %d, draw %d", seed, i).isEqualTo(Map.of("a", expected));
        }
    }

    @Test
    void garbageIsRefusedAndNothingElseHappens() {
        long seed = 7;
        Random random = new Random(seed);
        String valid = "{\"type\":\"set\",\"values\":{\"noise\":2.05,\"d\":[1,null]},\"input\":17,\"pace\":\"drag\"}";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(valid);
            for (int edit = random.nextInt(4); edit >= 0; edit--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
                    default -> text.insert(at, text.charAt(random.nextInt(text.length())));
                }
            }
            try {
                ClientMessage.read(text.toString());
            } catch (InvalidInputException refused) {
                assertThat(refused.problems())
                        .as("seed %d, draw %d", seed, i)
                        .allSatisfy(problem ->
                                assertThat(problem.message()).isNotBlank().hasLineCount(1));
            }
        }
    }
}
