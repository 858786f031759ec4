package org.interactiveml.streams.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.interactiveml.engine.experiment.Experiment;

/** The lessons that come with the program, by the names that links call them. Immutable. */
public final class Lessons {
    /** The names, in the order of a course. */
    public static final List<String> NAMES =
            List.of("overfitting", "noise", "ridge-or-lasso", "test-set", "bias-and-variance");

    private final Map<String, Script> byName = new LinkedHashMap<>();

    /** The lessons of these experiments; a lesson that cannot be read is a bug. */
    public Lessons(List<Experiment> experiments) {
        ScriptReader reader = new ScriptReader(experiments);
        for (String name : NAMES) {
            // Lessons lie in a jar: there is no folder with data files beside them.
            byName.put(name, reader.read(name, Path.of("no-such-folder"), bytes(name)));
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream resource = Lessons.class.getResourceAsStream("/lessons/" + name + ".jsonl")) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The lessons of an experiment, by name. */
    public Map<String, Script> of(Experiment experiment) {
        Map<String, Script> lessons = new LinkedHashMap<>();
        byName.forEach((name, script) -> {
            if (script.experiment().id().equals(experiment.id())) {
                lessons.put(name, script);
            }
        });
        return lessons;
    }

    /** The lesson of that name. */
    public Optional<Script> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
