package org.interactiveml.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.streams.ToyExperiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptReaderTest {
    private static final String PARAMETERS = "samples, x.min, x.max, noise, seed.x, seed.noise, data, model, degree";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                     | the script is empty; it must start with a header such as "
                        + "{\"replay\":1,\"experiment\":\"regression\"}",
                "{\"experiment\":\"toy\"}               | not a script: it must start with a header such as "
                        + "{\"replay\":1,\"experiment\":\"regression\"}",
                "{\"replay\":2,\"experiment\":\"toy\"}  | replay must be 1, the only version of scripts that is "
                        + "understood here, not 2",
                "{\"replay\":\"1\",\"experiment\":\"toy\"} | replay must be 1, the only version of scripts that is "
                        + "understood here, not \"1\"",
                "{\"replay\":1}                         | \"experiment\" is missing",
                "{\"replay\":1,\"experiment\":\"tic\"}  | \"tic\" is not an experiment; known are toy",
                "{\"replay\":1,\"experiment\":7}        | experiment must be a text, not 7",
                "{\"replay\":1,\"experiment\":\"toy\",\"sed\":1} | \"sed\" is not a key here; known are replay, "
                        + "experiment, title, seed, views, lock, hide",
                "{\"replay\":1,\"experiment\":\"toy\",\"seed\":-1} | seed must be a whole number between 0 and "
                        + "4294967295, not -1",
                "{\"replay\":1,\"experiment\":\"toy\",\"views\":[\"data\"]} | \"data\" is not a view of toy; known are "
                        + "points, fit, error-by-degree",
                "{\"replay\":1,\"experiment\":\"toy\",\"views\":\"fit\"} | views must be a list of texts, not \"fit\"",
                "binary                                 | not JSON: wrong at column 1",
                "[]                                     | not a JSON object: it must start with {",
            })
    void aBadHeaderIsRefusedInOneLine(String header, String message) {
        assertThat(problems(header)).containsExactly("s.jsonl:1: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nothing | not JSON: wrong at column 1",
                "{\"at\":0,\"set\":{\"degree\":1} | not JSON: it ends too early, at column 27",
                "{\"at\":0,\"at\":1}               | key \"at\" appears twice",
                "{\"set\":{\"degree\":1}}          | \"at\" is missing",
                "{\"at\":-1}    | at must be a number of milliseconds, at least 0 and at most a year, not -1",
                "{\"at\":\"0\"} | at must be a number of milliseconds, at least 0 and at most a year, not \"0\"",
                "{\"at\":1e99}  | at must be a number of milliseconds, at least 0 and at most a year, not 1.0E99",
                "{\"at\":NaN}   | not JSON: wrong at column 10",
                "{\"at\":0,\"sett\":{}}  | \"sett\" is not a key here; known are at, caption, set, data, ask, expect",
                "{\"at\":0,\"ask\":{\"question\":\"?\",\"choices\":[\"a\",\"b\"],\"answer\":3}} "
                        + "| ask: answer must be a whole number between 1 and 2, not 3",
                "{\"at\":0,\"ask\":{\"question\":\"?\",\"choices\":[\"a\"],\"answer\":1}} "
                        + "| ask: choices must be a list of 2 to 6 texts, not a list",
                "{\"at\":0,\"set\":[]}   | set must be an object, not a list",
                "{\"at\":0,\"set\":null} | set must be an object, not null",
                "{\"at\":0,\"caption\":7} | caption must be a text, or an object of texts by language with \"en\" among them, "
                        + "not 7",
                "{\"at\":0,\"caption\":{\"de\":\"a\"}} | caption must be a text, or an object of texts by language with \"en\" among them, "
                        + "not an object",
                "{\"at\":0,\"caption\":{\"en\":\"a\",\"de\":1}} | caption must be a text, or an object of texts by language with \"en\" among them, "
                        + "not an object",
                "{\"at\":0,\"caption\":{\"en\":\"a\",\"German\":\"b\"}} | caption must be a text, or an object of texts by language with \"en\" among them, "
                        + "not an object",
                "{\"at\":0,\"ask\":{\"question\":\"?\",\"choices\":[{\"en\":\"a\"},{\"de\":\"b\"}],\"answer\":1}} | ask: choices "
                        + "must be a list of texts, each by itself or an object of texts by language with \"en\" among them, "
                        + "not a list",
                "{\"at\":0,\"set\":{\"depth\":1}} | \"depth\" is not a parameter; known are " + PARAMETERS,
                "{\"at\":0,\"set\":{\"degree\":0}} | degree must be between 1 and 30, not 0",
                "{\"at\":0,\"set\":{\"degree\":\"2\"}} | degree must be a whole number, not \"2\"",
                "{\"at\":0,\"set\":{\"degree\":2.5}} | degree must be a whole number, not 2.5",
                "{\"at\":0,\"set\":{\"degree\":null}} | degree must be a whole number, not null",
                "{\"at\":0,\"set\":{\"degree\":[2]}} | degree must be a whole number, not [2]",
                "{\"at\":0,\"set\":{\"samples\":99999999999}} | samples must be between 2 and 1000, not 99999999999",
                "{\"at\":0,\"set\":{\"samples\":99999999999999999999}} | samples must be between 2 and 1000, not "
                        + "99999999999999999999",
                "{\"at\":0,\"set\":{\"model\":\"best\"}} | model must be one of plain, two-words, not \"best\"",
                "{\"at\":0,\"set\":{\"x.min\":3}} | x.min must be less than x.max, not 3.0 and 1.0",
                "{\"at\":0,\"set\":{\"data\":\"own.csv\"}} | data must be \"generated\" or given as a file, not "
                        + "\"own.csv\"",
                "{\"at\":0,\"expect\":7} | expect must be an object, not 7",
                "{\"at\":0,\"expect\":{\"test.r2\":0.9}} | test.r2 must be an object, not 0.9",
                "{\"at\":0,\"expect\":{\"test.r2\":{}}} | expect test.r2 must say min, max or equals",
                "{\"at\":0,\"expect\":{\"test.r2\":{\"less\":1}}} | expect test.r2: \"less\" is not a key here; known "
                        + "are min, max, equals",
                "{\"at\":0,\"expect\":{\"test.r2\":{\"max\":\"1\"}}} | expect test.r2: max must be a number, not \"1\"",
                "{\"at\":0,\"expect\":{\"test.r2\":{\"equals\":null}}} | expect test.r2: equals must be a number, a text, "
                        + "true or false, not null",
                "{\"at\":0,\"expect\":{\"points.x\":{\"max\":1}}} | expect points.x: points is not computed; the header's "
                        + "views name only fit",
                "{\"at\":0,\"data\":null} | data must be an object, not null",
                "{\"at\":0,\"data\":{}} | data: \"file\" is missing",
                "{\"at\":0,\"data\":{\"file\":\"no.csv\",\"x\":[\"a\"],\"y\":\"b\"}} | no.csv: no such file",
                "{\"at\":0,\"data\":{\"file\":\"/etc/passwd\",\"x\":[\"a\"],\"y\":\"b\"}} | data: file must stay in the "
                        + "script's folder, not \"/etc/passwd\"",
                "{\"at\":0,\"data\":{\"file\":\"../own.csv\",\"x\":[\"a\"],\"y\":\"b\"}} | data: file must stay in the "
                        + "script's folder, not \"../own.csv\"",
                "{\"at\":0,\"data\":{\"file\":\"\\u0000\",\"x\":[\"a\"],\"y\":\"b\"}} | data: file must be the name of a "
                        + "file, not \" \"",
                "{\"at\":0,\"data\":{\"file\":\"own.csv\",\"x\":\"a\",\"y\":\"b\"}} | data: x must be a list of texts, not "
                        + "\"a\"",
                "{\"at\":0,\"data\":{\"file\":\"own.csv\",\"x\":[\"c\"],\"y\":\"b\"}} | own.csv has no column \"c\"; there "
                        + "are \"a\", \"b\"",
            })
    void aBadLineIsRefusedInItsOwn(String line, String message) throws IOException {
        Files.writeString(folder.resolve("own.csv"), "a,b\n1,10\n2,20\n");

        assertThat(problems(Scripts.HEADER + line).getFirst()).isEqualTo("s.jsonl:2: " + message);
    }

    @Test
    void aLinkDoesNotLeadOutOfTheFolder() throws IOException {
        Files.writeString(folder.resolve("outside.csv"), "a,b\n1,10\n2,20\n");
        Path lesson = Files.createDirectory(folder.resolve("lesson"));
        Files.createSymbolicLink(lesson.resolve("link.csv"), folder.resolve("outside.csv"));

        assertThatThrownBy(() -> Scripts.read(
                        lesson,
                        Scripts.HEADER + "{\"at\":0,\"data\":{\"file\":\"link.csv\",\"x\":[\"a\"],\"y\":\"b\"}}"))
                .hasMessage("s.jsonl:2: data: file must stay in the script's folder, not \"link.csv\"");
    }

    @Test
    void allProblemsOfAScriptAreTold() {
        assertThat(problems(Scripts.HEADER + """

                        {"at":5,"set":{"degree":0,"samples":1}}
                        {"at":4,"captain":"x"}
                        {"at":6,"set":{"x.min":0.5}}
                        {"at":7,"set":{"x.max":0.25}}
                        {"at":8,"set":{"degree":2}}
                        {"at":9,"set":{"x.max":0.75}}
                        """))
                .containsExactly(
                        "s.jsonl:3: degree must be between 1 and 30, not 0",
                        "s.jsonl:3: samples must be between 2 and 1000, not 1",
                        "s.jsonl:4: at must not run backwards: 4 comes after 5 on line 3",
                        "s.jsonl:4: \"captain\" is not a key here; known are at, caption, set, data, ask, expect",
                        "s.jsonl:6: x.min must be less than x.max, not 0.5 and 0.25");
    }

    @Test
    void linesOfAnUnknownExperimentAreStillChecked() {
        assertThat(problems("{\"replay\":1,\"experiment\":\"tic\"}\n{\"at\":\"x\"}\n{\"at\":1,\"set\":{\"any\":1}}"))
                .hasSize(2)
                .last()
                .isEqualTo("s.jsonl:2: at must be a number of milliseconds, at least 0 and at most a year, not \"x\"");
    }

    @Test
    void whatIsNoTextIsNoScript() {
        assertThatThrownBy(() -> reader().read("s.jsonl", folder, new byte[] {'{', '}', '\n', (byte) 0xff, 0}))
                .hasMessage("s.jsonl:2: not a script: it must be text in UTF-8");
        assertThatThrownBy(() -> reader().read("s.jsonl", folder, new byte[] {0}))
                .hasMessage("s.jsonl:1: not a script: it must be text in UTF-8");
    }

    @Test
    void aFloodOfProblemsIsCutShort() {
        assertThat(problems(Scripts.HEADER + "x\n".repeat(1_000)))
                .hasSize(101)
                .endsWith("s.jsonl:101: not JSON: wrong at column 1", "s.jsonl: and 900 more problems");
    }

    @Test
    void aLineTooLongIsRefused() {
        assertThat(problems(Scripts.HEADER + "{\"at\":0,\"caption\":\"" + "x".repeat(1_000_000) + "\"}"))
                .containsExactly("s.jsonl:2: too long: at most 1000000 characters, not 1000021");
    }

    @Test
    void aMissingFileAndAFolderAreRefused() {
        assertThatThrownBy(() -> reader().read(folder.resolve("none.jsonl")))
                .hasMessage(folder.resolve("none.jsonl") + ": no such file");
        assertThatThrownBy(() -> reader().read(folder)).hasMessage(folder + ": is a folder, not a script");
    }

    @Test
    void byteOrderMarkWindowsLinesAndBlankLinesDoNoHarm() {
        Script script = Scripts.read(
                folder, "\uFEFF" + Scripts.HEADER.strip() + "\r\n\r\n{\"at\":0,\"set\":{\"degree\":2}}\r\n  \r\n");

        assertThat(script.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.line()).isEqualTo(3));
    }

    @Test
    void mutatedScriptsAreReadOrRefusedAndNothingElse() {
        String valid = Scripts.HEADER + """
                {"at":0,"set":{"samples":6,"noise":0.25,"x.min":-0.5},"caption":"ä"}
                {"at":400,"data":{"file":"own.csv","x":["a"],"y":"b","split":"part"}}
                {"at":950,"expect":{"test.r2":{"max":0.9,"min":-1},"converged":{"equals":true}}}
                """;
        byte[] original = valid.getBytes(StandardCharsets.UTF_8);
        long seed = 12;
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = original.clone();
            for (int edit = random.nextInt(5); edit >= 0; edit--) {
                int at = random.nextInt(bytes.length);
                switch (random.nextInt(3)) {
                    case 0 -> bytes[at] = (byte) random.nextInt(256);
                    case 1 -> bytes[at] = bytes[random.nextInt(bytes.length)];
                    default -> System.arraycopy(original, 0, bytes, at, Math.min(9, bytes.length - at));
                }
            }
            try {
                reader().read("s.jsonl", folder, bytes);
            } catch (InvalidInputException refused) {
                assertThat(refused.problems())
                        .as("seed %d, draw %d", seed, i)
                        .allSatisfy(problem -> assertThat(problem.message())
                                .startsWith("s.jsonl:")
                                .hasLineCount(1));
            }
        }
    }

    private List<String> problems(String script) {
        try {
            Scripts.read(folder, script);
            return List.of();
        } catch (InvalidInputException refused) {
            return refused.problems().stream().map(problem -> problem.message()).toList();
        }
    }

    private static ScriptReader reader() {
        return new ScriptReader(List.of(new ToyExperiment()));
    }
}
