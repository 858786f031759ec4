package org.interactiveml.ui.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Report;
import org.junit.jupiter.api.Test;
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

    /** What programs are written from. */
    private record Fitted(Snapshot snapshot, Sheet sheet, Report fit) {
        static Fitted of(String id, Map<String, String> changes) {
            Experiment experiment = Catalog.standard().find(id).orElseThrow();
            Snapshot snapshot = experiment
                    .parameters()
                    .defaults()
                    .with(experiment.parameters().parse(changes));
            Stage<Sheet> sheets = experiment.sheet().orElseThrow();
            Frame frame = new Evaluation(experiment.plan(), List.of(experiment.fit(), sheets), () -> 0)
                    .run(snapshot, Fidelity.FULL, new Cancellation(), early -> {});
            return new Fitted(
                    snapshot,
                    ((Outcome.Ready<Sheet>) frame.outcome(sheets).orElseThrow()).value(),
                    frame.at("fit").orElseThrow());
        }

        String text(Program program) {
            return program.text().of(snapshot.plain(), sheet, fit);
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
                Arguments.of("curve-fit", Map.of()),
                Arguments.of(
                        "curve-fit", Map.of("test.fraction", "0.3", "formula", "lambda*2^(-k*x)+max(c, 0*x)-pi/2")),
                Arguments.of("curve-fit", Map.of("formula", "a*sin(w*x+phi)+c", "start", "w=2")),
                Arguments.of(
                        "curve-fit", Map.of("formula", "c/(1+exp(-k*(x-m)))", "points", "0,1;1,3;2,5.5;3,6;4,6.2")),
                Arguments.of("kernel", Map.of("model", "gaussian-process")),
                Arguments.of("kernel", Map.of("model", "gaussian-process", "kernel", "matern-3-2")),
                Arguments.of(
                        "kernel",
                        Map.of(
                                "model",
                                "gaussian-process",
                                "hyper.mode",
                                "fixed",
                                "signal.sd",
                                "100",
                                "gp.noise",
                                "0.1")),
                Arguments.of("kernel", Map.of("model", "kernel-ridge", "kernel", "matern-5-2", "alpha", "0.02")),
                Arguments.of("kernel", Map.of("model", "kernel-ridge", "alpha", "1e-6", "samples", "100")),
                Arguments.of("kernel", Map.of("model", "natural-spline")),
                Arguments.of("kernel", Map.of("model", "natural-spline", "df", "15", "samples", "300")),
                Arguments.of("kernel", Map.of("model", "smoothing-spline")),
                Arguments.of(
                        "kernel", Map.of("model", "smoothing-spline", "smoothing.mode", "fixed", "smoothing", "1e-4")),
                Arguments.of(
                        "kernel",
                        Map.of(
                                "model",
                                "smoothing-spline",
                                "points",
                                "0,1;1,3;1,4;2,5.5;3,6;4,6.2;6,5",
                                "test.fraction",
                                "0")),
                Arguments.of("kernel", Map.of("model", "k-nearest")),
                Arguments.of("kernel", Map.of("model", "k-nearest", "weights", "distance", "neighbours", "7")),
                Arguments.of(
                        "multivariate",
                        Map.of("model", "elastic-net", "alpha.mode", "fixed", "alpha", "0.2", "l1.ratio", "0.9")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyProgramPrintsTheScoresOfThePage(String id, Map<String, String> changes) throws Exception {
        Fitted fitted = Fitted.of(id, changes);
        Report fit = fitted.fit();

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
            String text = fitted.text(program);
            ran |= program.file().endsWith(".py")
                    ? agrees("/usr/bin/python3", "import sklearn", text, expected)
                    : agrees("Rscript", "library(glmnet)", text, expected);
        }
        assumeThat(ran).as("scikit-learn or glmnet is installed").isTrue();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        "kernel",
                        Map.of(
                                "model",
                                "k-nearest",
                                "neighbours",
                                "2",
                                "points",
                                "0,1;1,3;2,5.5;3,6",
                                "test.fraction",
                                "0"),
                        "several training rows are equally far as neighbour number 2"),
                Arguments.of(
                        "kernel",
                        Map.of("model", "smoothing-spline", "points", "0,1;1,3;2,5.5;2,6", "test.fraction", "0"),
                        "needs at least 5 different x in the training rows, not 3"),
                Arguments.of(
                        "kernel",
                        Map.of("hyper.mode", "fixed", "signal.sd", "100", "gp.noise", "0.01"),
                        "singular to working precision"),
                Arguments.of(
                        "kernel",
                        Map.of("kernel", "matern-3-2", "hyper.mode", "fixed", "samples", "20000"),
                        "at most 10,000, not 12,000"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatAnotherToolWouldComputeOtherwiseIsRefusedInASentence(
            String id, Map<String, String> changes, String reason) {
        Fitted fitted = Fitted.of(id, changes);
        for (Program program : Program.of(id)) {
            assertThatExceptionOfType(Infeasible.class)
                    .isThrownBy(() -> fitted.text(program))
                    .withMessageContaining(reason);
        }
    }

    @Test
    void aFitThatDidNotConvergeIsNotPassedOn() {
        Fitted fitted = Fitted.of("curve-fit", Map.of());
        Fitted astray = new Fitted(
                fitted.snapshot(),
                fitted.sheet(),
                Report.group().put("converged", false).build());
        assertThatExceptionOfType(Infeasible.class)
                .isThrownBy(() -> astray.text(Program.of("curve-fit").getFirst()))
                .withMessageContaining("the fit did not converge");
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
