package org.interactiveml.ui.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.streams.replay.LineFile;
import org.interactiveml.streams.replay.LineSink;
import org.interactiveml.streams.replay.LiveReplayer;
import org.interactiveml.streams.replay.Replayer;
import org.interactiveml.streams.replay.Script;
import org.interactiveml.streams.replay.ScriptReader;
import org.interactiveml.streams.run.RunListener;
import org.interactiveml.streams.session.DebouncePolicy;
import org.interactiveml.streams.session.Sessions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: a script of changes without a screen; one line of JSON for each frame, then a summary. */
@Command(name = "replay", description = "Run a script of changes and print what it computes.", sortOptions = false)
final class ReplayCommand implements Callable<Integer> {
    private static final int EXPECTATION_FAILED = 1;
    private static final String STANDARD_OUTPUT = "-";
    private static final double FASTEST = 1e6;

    @Parameters(paramLabel = "SCRIPT", description = "a script in JSON Lines")
    private String script = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = STANDARD_OUTPUT,
            description = "where the lines go; - is the standard output (the default)")
    private String out = STANDARD_OUTPUT;

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = "run through a live session, X times faster than real, instead of in virtual time")
    private @Nullable String speed;

    @Mixin
    private final ExperimentsFolder experiments = new ExperimentsFolder();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        OptionalDouble factor = factor();
        try {
            Script lesson = new ScriptReader(experiments.catalog().experiments()).read(path(script));
            List<String> failures = out.equals(STANDARD_OUTPUT)
                    ? toStandardOutput(lesson, factor)
                    : toFile(lesson, factor, LineFile.begin(path(out)));
            tell(failures);
            return failures.isEmpty() ? 0 : EXPECTATION_FAILED;
        } catch (InvalidInputException refused) {
            tell(refused.problems().stream().map(Problem::message).toList());
            return Main.BAD_USAGE;
        }
    }

    private OptionalDouble factor() {
        if (speed == null) {
            return OptionalDouble.empty();
        }
        try {
            double factor = Double.parseDouble(speed);
            if (factor > 0 && factor <= FASTEST) {
                return OptionalDouble.of(factor);
            }
        } catch (NumberFormatException notANumber) {
            // Told below, together with numbers out of range.
        }
        throw new UsageException("--speed must be a number greater than 0, at most 1000000, not " + speed);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException refused) {
            throw new UsageException("a file cannot be called " + name);
        }
    }

    private static List<String> toFile(Script lesson, OptionalDouble factor, LineFile file)
            throws InterruptedException {
        try (file) {
            List<String> failures = run(lesson, factor, file);
            file.finish();
            return failures;
        } catch (IOException failed) {
            throw new UsageException("--out cannot be written: " + failed.getMessage());
        }
    }

    private static List<String> toStandardOutput(Script lesson, OptionalDouble factor) throws InterruptedException {
        // Unlike System.out, this tells when nobody reads any more. It is not ours to close.
        @SuppressWarnings("resource")
        FileOutputStream standardOutput = new FileOutputStream(FileDescriptor.out);
        try {
            return run(lesson, factor, standardOutput::write);
        } catch (IOException failed) {
            if (String.valueOf(failed.getMessage()).contains("Broken pipe")) {
                return List.of();
            }
            throw new UsageException("the standard output cannot be written: " + failed.getMessage());
        }
    }

    private static List<String> run(Script lesson, OptionalDouble factor, LineSink lines)
            throws IOException, InterruptedException {
        if (factor.isEmpty()) {
            return new Replayer(System::nanoTime).run(lesson, lines);
        }
        try (Sessions sessions = Sessions.start(DebouncePolicy.standard(), RunListener.NONE)) {
            long start = System.nanoTime();
            return new LiveReplayer(
                            sessions,
                            due -> TimeUnit.NANOSECONDS.sleep((long) due - (System.nanoTime() - start)),
                            factor.getAsDouble())
                    .run(lesson, lines);
        }
    }

    private void tell(List<String> lines) {
        var err = Objects.requireNonNull(spec).commandLine().getErr();
        lines.forEach(err::println);
        err.flush();
    }
}
