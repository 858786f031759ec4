package org.interactiveml.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScriptCommandsTest {
    private static final String HEADER = "{\"replay\":1,\"experiment\":\"regression\"}\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void aScriptGoesToAFile() throws IOException {
        Path result = folder.resolve("out.jsonl");

        assertThat(run("replay", script("{\"at\":5,\"set\":{\"degree\":2}}"), "--out", result.toString()))
                .isZero();
        assertThat(result).content().contains("\"revision\":2,\"at\":5,").endsWith("}}\n");
        assertThat(Files.readAllLines(result)).hasSize(2);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aLiveReplayEndsInTheSameState() throws IOException {
        Path result = folder.resolve("out.jsonl");

        assertThat(run(
                        "replay",
                        script("{\"at\":5,\"set\":{\"degree\":2}}"),
                        "--speed",
                        "1000",
                        "--out",
                        result.toString()))
                .isZero();
        assertThat(Files.readAllLines(result)).hasSize(2).first().asString().contains("\"revision\":2,\"at\":5,");
    }

    @Test
    void aFailedExpectationIsStatusOne() throws IOException {
        String script = script("{\"at\":0,\"expect\":{\"train.rows\":{\"equals\":7}}}");

        assertThat(run("replay", script, "--out", folder.resolve("o").toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly(script + ":2: expected train.rows = 7, was 30");
    }

    @Test
    void aBadScriptIsStatusTwoAndWritesNothing() throws IOException {
        String script = script("{\"at\":0,\"set\":{\"degree\":99}}\n{\"at\":1,\"set\":{\"x.min\":6}}");
        Path result = folder.resolve("o");

        assertThat(run("replay", script, "--out", result.toString())).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        script + ":2: degree must be between 1 and 30, not 99",
                        script + ":3: x.min must be less than x.max, not 6.0 and 5.0");
        assertThat(result).doesNotExist();
    }

    @Test
    void theSpeedIsANumberAboveZero() throws IOException {
        assertThat(run("replay", script(""), "--speed", "NaN")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly("iml: --speed must be a number greater than 0, at most 1000000, not NaN");
    }

    @Test
    void theExperimentsAreListedWithTheirParameters() {
        assertThat(run("experiments")).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("  degree +integer +3 +1 … 30 +Degree"))
                .anyMatch(line -> line.matches("  model +choice +ols +ols \\| ridge \\| lasso \\| elastic-net +Model"));
    }

    @Test
    void theExperimentsAreListedAsJson() {
        assertThat(run("experiments", "--json")).isZero();
        assertThat(out.toString())
                .startsWith("[{\"id\":\"regression\",")
                .contains(
                        "{\"id\":\"degree\",\"label\":\"Degree\",\"group\":\"model\",\"kind\":\"integer\",\"default\":3,"
                                + "\"hard\":{\"min\":1.0,\"max\":30.0},\"soft\":{\"min\":1.0,\"max\":10.0},\"step\":1.0,");
    }

    private String script(String lines) throws IOException {
        return Files.writeString(folder.resolve("script.jsonl"), HEADER + lines).toString();
    }

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
