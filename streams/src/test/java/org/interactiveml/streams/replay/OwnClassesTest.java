package org.interactiveml.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.interactiveml.engine.catalog.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of one's own with two classes, through a script. */
class OwnClassesTest {
    private static final String SCRIPT = """
            {"replay":1,"experiment":"classification"}
            {"at":0,"data":{"file":"own.csv","x":["a","b"],"y":"label"},"set":{"test.fraction":0.25}}
            """;

    @TempDir
    private Path folder = Path.of("");

    private String replay(String negative, String positive) throws IOException {
        StringBuilder csv = new StringBuilder("a,b,label\n");
        for (int i = 0; i < 40; i++) {
            int a = i * 7 % 11;
            int b = i * 5 % 13;
            csv.append(a).append(',').append(b).append(',');
            csv.append(a + i % 5 > b ? positive : negative).append('\n');
        }
        Files.writeString(folder.resolve("own.csv"), csv.toString());
        Script script = new ScriptReader(Catalog.standard().experiments())
                .read("s.jsonl", folder, SCRIPT.getBytes(StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        List<String> failures =
                new Replayer(System::nanoTime).run(script, line -> lines.add(new String(line, StandardCharsets.UTF_8)));
        assertThat(failures).isEmpty();
        return lines.getFirst();
    }

    private static String coefficients(String frame) {
        int from = frame.indexOf("\"coefficients\"");
        return frame.substring(from, frame.indexOf(']', from));
    }

    @Test
    void classesMayBeTextsOrNumbers() throws IOException {
        String texts = replay("no", "yes");
        String numbers = replay("0", "1");

        assertThat(texts)
                .contains("\"status\":\"ready\"", "\"converged\":true", "\"classes\":[\"no\",\"yes\"]")
                .contains("\"train\":{\"rows\":30", "\"test\":{\"rows\":10");
        assertThat(numbers).contains("\"classes\":[\"0\",\"1\"]");
        assertThat(coefficients(texts)).isEqualTo(coefficients(numbers));
    }
}
