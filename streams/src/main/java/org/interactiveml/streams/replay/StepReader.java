package org.interactiveml.streams.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.wire.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines after the header, keeping the state that they make. Where the header names no experiment, only what can be
 * checked without one is. Not thread-safe.
 */
final class StepReader {
    private static final double YEAR = 365 * 86_400_000.0;
    private static final String TIME = "a number of milliseconds, at least 0 and at most a year";

    private final @Nullable Header header;
    private final String language;
    private final DataFiles dataFiles;
    private final ProblemLog problems;
    private @Nullable Snapshot snapshot;
    private double now;
    private int nowLine;

    StepReader(Optional<Header> header, String language, DataFiles dataFiles, ProblemLog problems) {
        this.header = header.orElse(null);
        this.snapshot = header.map(Header::start).orElse(null);
        this.language = language;
        this.dataFiles = dataFiles;
        this.problems = problems;
    }

    /** Reads a line; what it returns is of use only while nothing is wrong with the whole script. */
    Script.Step read(int line, Map<String, Object> object) {
        Fields fields = new Fields(object, message -> problems.add(line, message));
        double at = time(line, fields);
        Optional<String> caption = fields.wording("caption", language);
        Optional<Patch> change = change(line, fields);
        Optional<Question> ask = fields.object("ask")
                .flatMap(keys ->
                        Question.read(new Fields(keys, message -> problems.add(line, "ask: " + message)), language));
        List<Expectation> expectations = new ArrayList<>();
        fields.object("expect")
                .ifPresent(paths -> paths.keySet()
                        .forEach(path -> new Fields(paths, message -> problems.add(line, message))
                                .object(path)
                                .ifPresent(bounds -> expectations.addAll(expectations(line, path, bounds)))));
        fields.refuseOthers();
        return new Script.Step(line, at, caption, change, ask, expectations);
    }

    private double time(int line, Fields fields) {
        fields.require("at");
        OptionalDouble at = fields.number("at", 0, YEAR, TIME);
        if (at.isPresent() && at.getAsDouble() < now) {
            problems.add(
                    line,
                    "at must not run backwards: " + plain(at.getAsDouble()) + " comes after " + plain(now) + " on line "
                            + nowLine);
        } else if (at.isPresent()) {
            now = at.getAsDouble();
            nowLine = line;
        }
        return now;
    }

    private static String plain(double milliseconds) {
        return milliseconds == Math.rint(milliseconds)
                ? Long.toString((long) milliseconds)
                : Double.toString(milliseconds);
    }

    private Optional<Patch> change(int line, Fields fields) {
        Optional<Map<String, Object>> set = fields.object("set");
        boolean data = fields.has("data");
        if (header == null || snapshot == null || (set.isEmpty() && !data)) {
            return Optional.empty();
        }
        Experiment experiment = header.experiment();
        int before = problems.count();
        Patch patch = Patch.empty();
        for (Map.Entry<String, Object> entry : set.orElse(Map.of()).entrySet()) {
            try {
                patch = patch.and(experiment.parameters().read(Map.of(entry.getKey(), entry.getValue())));
            } catch (InvalidInputException refused) {
                problems.add(line, refused);
            }
        }
        if (data) {
            patch = patch.and(dataFiles.read(fields, experiment, message -> problems.add(line, message)));
        }
        Snapshot after = snapshot.with(patch);
        List<Problem> broken = experiment.problems(after);
        if (broken.isEmpty()) {
            snapshot = after; // with what is valid of the line, so that one mistake is not told again on the next
        } else if (problems.count() == before) {
            broken.forEach(problem -> problems.add(line, problem.message()));
        }
        return Optional.of(patch);
    }

    private List<Expectation> expectations(int line, String path, Map<String, Object> bounds) {
        List<Expectation> expectations = new ArrayList<>();
        if (header == null) {
            return expectations;
        }
        Fields fields = new Fields(bounds, message -> problems.add(line, "expect " + path + ": " + message));
        String stage = header.experiment().fit().id();
        String within = path;
        int dot = path.indexOf('.');
        String head = dot < 0 ? path : path.substring(0, dot);
        Optional<Stage<?>> named = header.experiment().plan().find(head).filter(Stage::isReported);
        if (named.isPresent() && dot > 0) {
            stage = head;
            within = path.substring(dot + 1);
            if (!header.targets().contains(named.get())) {
                problems.add(
                        line,
                        "expect " + path + ": " + stage + " is not computed; the header's views name only "
                                + header.targets().stream().map(Stage::id).collect(Collectors.joining(", ")));
            }
        }
        for (Expectation.Relation relation : Expectation.Relation.values()) {
            Optional<Object> value = fields.scalar(relation.key());
            if (relation != Expectation.Relation.EQUALS && value.isPresent() && !(value.get() instanceof Double)) {
                fields.refuse(relation.key(), "a number");
            }
            if (value.isPresent()) {
                expectations.add(new Expectation(path, stage, within, relation, value.get()));
            }
        }
        if (bounds.isEmpty()) {
            problems.add(line, "expect " + path + " must say min, max or equals");
        }
        fields.refuseOthers();
        return expectations;
    }
}
