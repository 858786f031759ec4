package org.interactiveml.ui.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.streams.replay.Replayer;
import org.interactiveml.streams.replay.Script;
import org.interactiveml.streams.replay.ScriptReader;
import org.interactiveml.streams.wire.Json;
import org.interactiveml.streams.wire.JsonReader;

/** What a replay prints for given values of an experiment's parameters. */
final class Replay {
    private static final JsonReader LINE = new JsonReader(1_000_000, 100_000);

    private final Map<?, ?> outcomes;

    private Replay(Map<?, ?> outcomes) {
        this.outcomes = outcomes;
    }

    /** The reports of the given stages. */
    static Replay of(String experiment, Collection<String> stages, Map<?, ?> values) {
        String header = Json.text(
                out -> Json.plain(out, Map.of("replay", 1L, "experiment", experiment, "views", List.copyOf(stages))));
        Map<Object, Object> given = new LinkedHashMap<>(values);
        given.remove("data"); // there are no data of one's own in these tests, and a script would name a file
        String change = Json.text(out -> Json.plain(out, Map.of("at", 0L, "set", given)));
        Script script = new ScriptReader(Catalog.standard().experiments())
                .read("page", Path.of(""), (header + "\n" + change).getBytes(StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        try {
            new Replayer(System::nanoTime).run(script, line -> lines.add(new String(line, StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Replay(
                (Map<?, ?>) Objects.requireNonNull(LINE.object(lines.getFirst()).get("outcomes")));
    }

    /** The value of a stage that is ready. */
    Map<?, ?> value(String stage) {
        Map<Object, Object> value = new LinkedHashMap<>((Map<?, ?>) Objects.requireNonNull(outcomes.get(stage)));
        value.remove("status");
        return value;
    }
}
