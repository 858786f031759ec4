package org.interactiveml.streams.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interactiveml.streams.ToyExperiment;
import org.interactiveml.streams.wire.JsonReader;

/** Scripts about the toy experiment, and what they print. */
final class Scripts {
    static final String HEADER = "{\"replay\":1,\"experiment\":\"toy\"}\n";
    private static final JsonReader JSON = new JsonReader(1_000_000, 10_000);

    private Scripts() {}

    static Script read(Path folder, String text) {
        return new ScriptReader(List.of(new ToyExperiment()))
                .read("s.jsonl", folder, text.getBytes(StandardCharsets.UTF_8));
    }

    static Printed print(Path folder, String text) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> failures = new Replayer(System::nanoTime)
                .run(read(folder, text), line -> lines.add(new String(line, StandardCharsets.UTF_8)));
        return new Printed(lines, failures);
    }

    /** Everything that a replay said. */
    record Printed(List<String> lines, List<String> failures) {
        Map<String, Object> line(int index) {
            return JSON.object(lines.get(index));
        }

        Map<String, Object> summary() {
            return line(lines.size() - 1);
        }

        List<Map<String, Object>> frames() {
            return lines.subList(0, lines.size() - 1).stream().map(JSON::object).toList();
        }

        Object outcome(int frame, String stage) {
            return at(line(frame), "outcomes", stage);
        }

        String digest() {
            return (String) at(summary(), "digest");
        }
    }

    static Object at(Object json, String... path) {
        Object at = json;
        for (String name : path) {
            at = Objects.requireNonNull(((Map<?, ?>) at).get(name), name);
        }
        return at;
    }
}
