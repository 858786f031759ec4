package org.interactiveml.streams.replay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.streams.wire.Fields;
import org.interactiveml.streams.wire.JsonReader;

/**
 * Reads scripts: JSON Lines in UTF-8, a header first, then one change, caption or expectation per line, blank lines skipped.
 *
 * <p>The whole script is checked before any of it is used. Values are validated as they would be in a session: in sequence,
 * a rule between parameters against the state that the lines before have made; a line that would be refused changes nothing.
 *
 * <p>Stateless and thread-safe.
 */
public final class ScriptReader {
    private static final int MOST_MEGABYTES = 64;
    private static final JsonReader LINE = new JsonReader(1_000_000, 10_000);

    private final List<Experiment> experiments;
    private final String language;

    /** A reader of scripts for the given experiments, in English. */
    public ScriptReader(List<Experiment> experiments) {
        this(experiments, "en");
    }

    /**
     * A reader of scripts for the given experiments.
     *
     * @param language two letters; a text that has no words in it is read in English
     */
    public ScriptReader(List<Experiment> experiments, String language) {
        this.experiments = List.copyOf(experiments);
        this.language = language;
    }

    /**
     * Reads a file; data files are looked for in its folder.
     *
     * @throws InvalidInputException with one line for each problem, {@code FILE:LINE: message}
     */
    public Script read(Path file) {
        byte[] utf8 = bytes(file);
        return read(
                file.toString(), Objects.requireNonNull(file.toAbsolutePath().getParent()), utf8);
    }

    /**
     * Reads a script from memory.
     *
     * @param name what messages call it
     * @param folder which data files may come from
     * @throws InvalidInputException with one line for each problem, {@code NAME:LINE: message}
     */
    public Script read(String name, Path folder, byte[] utf8) {
        ProblemLog problems = new ProblemLog(name);
        List<String> lines = lines(problems, utf8);
        problems.report();
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        if (first == lines.size()) {
            problems.add(1, "the script is empty; " + Header.RULE);
            problems.report();
        }
        int headerLine = first + 1;
        Optional<Header> header = object(problems, headerLine, lines.get(first))
                .flatMap(
                        keys -> Header.read(keys, experiments, language, message -> problems.add(headerLine, message)));
        StepReader reader = new StepReader(header, language, new DataFiles(folder), problems);
        List<Script.Step> steps = new ArrayList<>();
        for (int i = headerLine; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                int number = i + 1;
                object(problems, number, lines.get(i)).ifPresent(keys -> steps.add(reader.read(number, keys)));
            }
        }
        problems.report();
        return header.orElseThrow().script(name, steps);
    }

    private static Optional<Map<String, Object>> object(ProblemLog problems, int number, String line) {
        try {
            return Optional.of(LINE.object(line));
        } catch (InvalidInputException refused) {
            problems.add(number, refused);
            return Optional.empty();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw refusal(file, "is a folder, not a script");
            }
            if (Files.size(file) > MOST_MEGABYTES * 1_000_000L) {
                throw refusal(file, "is too large: a script has at most " + MOST_MEGABYTES + " MB");
            }
            return Files.readAllBytes(file);
        } catch (AccessDeniedException denied) {
            throw refusal(file, "may not be read");
        } catch (IOException failed) {
            throw refusal(file, Files.exists(file) ? "cannot be read" : "no such file");
        }
    }

    private static InvalidInputException refusal(Path file, String message) {
        return new InvalidInputException("script", Fields.line(file.toString()) + ": " + message);
    }

    private static List<String> lines(ProblemLog problems, byte[] utf8) {
        ByteBuffer bytes = ByteBuffer.wrap(utf8);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(utf8.length);
        boolean malformed = decoder.decode(bytes, text, true).isError();
        text.flip();
        if (malformed || text.chars().anyMatch(c -> c == 0)) {
            long before =
                    text.chars().takeWhile(c -> c != 0).filter(c -> c == '\n').count();
            problems.add((int) before + 1, "not a script: it must be text in UTF-8");
            return List.of();
        }
        String whole = text.toString();
        return List.of((whole.startsWith("\uFEFF") ? whole.substring(1) : whole).split("\r?\n", -1));
    }
}
