package dev.sluice.app;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Where the program begins. Not a JavaFX {@code Application}, so that JavaFX may stand on the class path. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // Not returning would leave threads of the toolkit or of libraries to keep the process alive.
        System.exit(args.length == 0 ? openConsole() : commandLine().execute(args));
    }

    /** Without words there is nothing to read, and getting ready to read takes a quarter of the time to a window. */
    private static int openConsole() {
        try {
            return new ConsoleCommand().call();
        } catch (Exception failure) {
            return tell(failure, commandLine());
        }
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new ConsoleCommand());
        line.addSubcommand("demo", new DemoCommand());
        line.addSubcommand("bench", new BenchCommand());
        line.addSubcommand("completion", new CompletionCommand());
        line.addSubcommand("doctor", new DoctorCommand());
        line.setExecutionExceptionHandler((failure, failed, parsed) -> tell(failure, failed));
        return line;
    }

    /** A failure is told in a sentence; its trace goes to the log. */
    private static int tell(Exception failure, CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        org.slf4j.LoggerFactory.getLogger(Main.class).error("{} failed", spec.qualifiedName(), failure);
        line.getErr().println(line.getColorScheme().errorText("sluice: " + reason(failure)));
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** What failed on another thread comes wrapped, with a class's name for a message. */
    private static String reason(Throwable failure) {
        var cause = failure.getCause();
        boolean isWrapped = failure instanceof ExecutionException || failure instanceof CompletionException;
        return isWrapped && cause != null
                ? reason(cause)
                : Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    }
}
