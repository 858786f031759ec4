package org.interactiveml.ui.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.experiment.Sheet;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Report;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramTest {

    private static final Pattern LINE = Pattern.compile("(train|test) (\\S+) (\\S+) (\\S+) (\\S+)");

    private static final Map<String, Boolean> INSTALLED = new ConcurrentHashMap<>();

    /** A line of output. */
    private record Printed(String part, double first, double second) {
        Printed(MatchResult line) {
            this(line.group(1), Double.parseDouble(line.group(3)), Double.parseDouble(line.group(5)));
        }
    }

    @TempDir
    private Path folder = Path.of("");

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("regression", Map.of("model", "ols", "degree", "6")),
                Arguments.of("regression", Map.of("model", "ols", "degree", "3", "test.fraction", "0")),
                Arguments.of("regression", Map.of("model", "ridge", "degree", "9")),
                Arguments.of(
                        "regression", Map.of("model", "ridge", "degree", "4", "alpha.mode", "fixed", "alpha", "0.7")),
                Arguments.of("regression", Map.of("model", "lasso", "degree", "8")),
                Arguments.of(
                        "regression", Map.of("model", "lasso", "degree", "1", "alpha.mode", "fixed", "alpha", "0.05")),
                Arguments.of("regression", Map.of("model", "elastic-net", "degree", "5", "l1.ratio", "0.3")),
                Arguments.of("multivariate", Map.of("model", "ols")),
                Arguments.of("multivariate", Map.of("model", "ridge")),
                Arguments.of("multivariate", Map.of("model", "lasso")),
                Arguments.of("classification", Map.of()),
                Arguments.of("classification", Map.of("degree", "3", "standardize", "true", "C", "0.5")),
                Arguments.of("classification", Map.of("penalty", "l1", "C", "0.3")),
                Arguments.of(
                        "multivariate",
                        Map.of("model", "elastic-net", "alpha.mode", "fixed", "alpha", "0.2", "l1.ratio", "0.9")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyProgramPrintsTheScoresOfThePage(String id, Map<String, String> changes) throws Exception {
        Experiment experiment = Catalog.standard().find(id).orElseThrow();
        Snapshot snapshot =
                experiment.parameters().defaults().with(experiment.parameters().parse(changes));
        Stage<Sheet> sheets = experiment.sheet().orElseThrow();
        Frame frame = new Evaluation(experiment.plan(), List.of(experiment.fit(), sheets), () -> 0)
                .run(snapshot, Fidelity.FULL, new Cancellation(), early -> {});
        Sheet sheet = ((Outcome.Ready<Sheet>) frame.outcome(sheets).orElseThrow()).value();
        Report fit = frame.at("fit").orElseThrow();

        boolean classes = id.equals("classification");
        List<Printed> expected = new ArrayList<>();
        for (String part : List.of("train", "test")) {
            if (number(fit.at(part + ".rows").orElseThrow()) > 0) {
                expected.add(new Printed(
                        part,
                        number(fit.at(part + (classes ? ".accuracy" : ".r2")).orElseThrow()),
                        number(fit.at(part + (classes ? ".logLoss" : ".rmse")).orElseThrow())));
            }
        }
        boolean ran = false;
        for (Program program : Program.of(id)) {
            String text = program.text().of(snapshot.plain(), sheet, fit);
            ran |= program.file().endsWith(".py")
                    ? agrees("/usr/bin/python3", "import sklearn", text, expected)
                    : agrees("Rscript", "library(glmnet)", text, expected);
        }
        assumeThat(ran).as("scikit-learn or glmnet is installed").isTrue();
    }

    /** Runs a program and compares what it prints; false where the tool or its library is not installed. */
    private boolean agrees(String tool, String probe, String program, List<Printed> expected) throws Exception {
        if (!INSTALLED.computeIfAbsent(tool, unknown -> answers(tool, probe))) {
            return false;
        }
        Path path = Files.writeString(folder.resolve("program"), program);
        Process process = new ProcessBuilder(tool, path.toString())
                .redirectErrorStream(true)
                .start();
        String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(all).isZero();
        List<MatchResult> printed = LINE.matcher(all).results().toList();
        assertThat(printed).as(all).hasSameSizeAs(expected);
        for (int line = 0; line < expected.size(); line++) {
            Printed here = new Printed(printed.get(line));
            Printed there = expected.get(line);
            assertThat(here.part()).isEqualTo(there.part());
            assertThat(here.first()).as(all).isCloseTo(there.first(), within(1e-6));
            assertThat(here.second()).as(all).isCloseTo(there.second(), within(1e-6 * Math.max(1, there.second())));
        }
        return true;
    }

    private static boolean answers(String tool, String probe) {
        try {
            Process process = new ProcessBuilder(tool, tool.equals("Rscript") ? "-e" : "-c", probe)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static double number(Report report) {
        return switch (report) {
            case Report.Real(double value) -> value;
            case Report.Whole(long value) -> value;
            default -> throw new AssertionError("no number: " + report);
        };
    }
}
