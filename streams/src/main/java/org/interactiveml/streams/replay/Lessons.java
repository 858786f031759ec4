package org.interactiveml.streams.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.interactiveml.engine.experiment.Experiment;

/** The lessons that come with the program, by the names that links call them. Thread-safe. */
public final class Lessons {
    /** The names, in the order of a course. */
    public static final List<String> NAMES =
            List.of("overfitting", "noise", "ridge-or-lasso", "test-set", "bias-and-variance");

    private final List<Experiment> experiments;
    private final Map<String, Map<String, Script>> byLanguage = new ConcurrentHashMap<>();

    /** The lessons of these experiments; a lesson that cannot be read is a bug. */
    public Lessons(List<Experiment> experiments) {
        this.experiments = List.copyOf(experiments);
    }

    private Map<String, Script> read(String language) {
        ScriptReader reader = new ScriptReader(experiments, language);
        Map<String, Script> byName = new LinkedHashMap<>();
        for (String name : NAMES) {
            // Lessons lie in a jar: there is no folder with data files beside them.
            byName.put(name, reader.read(name, Path.of("no-such-folder"), bytes(name)));
        }
        return byName;
    }

    private static byte[] bytes(String name) {
        try (InputStream resource = Lessons.class.getResourceAsStream("/lessons/" + name + ".jsonl")) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The lessons of an experiment in a language, by name; each language is read when it is first asked for. */
    public Map<String, Script> of(Experiment experiment, String language) {
        Map<String, Script> lessons = new LinkedHashMap<>();
        byLanguage.computeIfAbsent(language, this::read).forEach((name, script) -> {
            if (script.experiment().id().equals(experiment.id())) {
                lessons.put(name, script);
            }
        });
        return lessons;
    }
}
