package dev.sluice.app;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Where the program begins. Not a JavaFX {@code Application}, so that JavaFX may stand on the class path. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // Not returning would leave threads of the toolkit or of libraries to keep the process alive.
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new ConsoleCommand());
        line.addSubcommand("demo", new DemoCommand());
        line.addSubcommand("bench", new BenchCommand());
        line.setExecutionExceptionHandler(Main::tell);
        return line;
    }

    /** A failure is told in a sentence; its trace goes to the log. */
    private static int tell(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        CommandSpec spec = line.getCommandSpec();
        org.slf4j.LoggerFactory.getLogger(Main.class).error("{} failed", spec.qualifiedName(), failure);
        line.getErr().println(line.getColorScheme().errorText("sluice: " + reason(failure)));
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** What failed on another thread comes wrapped, with a class's name for a message. */
    private static String reason(Throwable failure) {
        var cause = failure.getCause();
        return failure instanceof ExecutionException && cause != null
                ? reason(cause)
                : Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    }
}
