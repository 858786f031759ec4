package org.interactiveml.ui.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The command line. Exit status: 0 all well, 1 an expectation of a script failed, 2 bad usage or bad input.
 *
 * <p>A command is one class with picocli's annotations, listed in {@link #commandLine()}; it refuses its input by
 * throwing {@link UsageException}.
 */
@Command(name = "iml", description = "A laboratory for seeing models learn.", synopsisSubcommandLabel = "COMMAND")
public final class Main {
    /** Exit status of bad usage and bad input. */
    static final int BAD_USAGE = 2;

    private Main() {}

    /** Runs the command that {@code arguments} name, {@code serve} without any, and ends the process with its status. */
    public static void main(String[] arguments) {
        // The program speaks English, with a decimal point, wherever it runs.
        Locale.setDefault(Locale.ENGLISH);
        System.exit(commandLine().execute(arguments.length == 0 ? new String[] {"serve"} : arguments));
    }

    /** The program's version; "development" when it does not run from its jar. */
    static String version() {
        return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "development");
    }

    /** The whole command line; output goes to the process's own streams unless set otherwise. */
    static CommandLine commandLine() {
        var commandLine = new CommandLine(new Main());
        commandLine.addSubcommand(new ServeCommand());
        commandLine.addSubcommand(new ReplayCommand());
        commandLine.addSubcommand(new ExperimentsCommand());
        commandLine.getSubcommands().values().forEach(Main::reportEveryProblem);
        return reportEveryProblem(commandLine);
    }

    private static CommandLine reportEveryProblem(CommandLine commandLine) {
        commandLine.getCommandSpec().parser().collectErrors(true);
        commandLine
                .getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("tell the options")
                        .build());
        IExecutionStrategy run = new CommandLine.RunLast();
        return commandLine
                .setExecutionStrategy(parsed -> {
                    List<String> problems = problems(parsed);
                    return problems.isEmpty() ? run.execute(parsed) : refuse(commandLine.getErr(), problems);
                })
                .setParameterExceptionHandler(
                        (exception, arguments) -> refuse(commandLine.getErr(), List.of(oneLine(exception))))
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    if (exception instanceof UsageException usage) {
                        return refuse(commandLine.getErr(), usage.problems());
                    }
                    throw exception;
                });
    }

    private static List<String> problems(ParseResult parsed) {
        return parsed.asCommandLineList().stream()
                .flatMap(command -> command.getParseResult().errors().stream())
                .map(Main::oneLine)
                .distinct()
                .toList();
    }

    private static int refuse(PrintWriter err, List<String> problems) {
        problems.forEach(problem -> err.println("iml: " + problem));
        err.flush();
        return BAD_USAGE;
    }

    private static String oneLine(Exception exception) {
        if (exception instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return "there is no command or option " + String.join(" ", unmatched.getUnmatched())
                    + " (--help lists them)";
        }
        return String.valueOf(exception.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    }
}
