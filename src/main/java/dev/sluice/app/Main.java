package dev.sluice.app;

import dev.sluice.cli.CloudCommands;
import dev.sluice.control.Reason;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Where the program begins. Not a JavaFX {@code Application}, so that JavaFX may stand on the class path. */
public final class Main {

    /** The commands that are no cloud's. */
    private static final List<String> OWN = List.of("serve", "stop", "status", "doctor", "demo", "bench", "completion");

    private Main() {}

    public static void main(String[] args) {
        // Not returning would leave threads of the toolkit or of libraries to keep the process alive.
        System.exit(args.length == 0 ? openConsole() : follow(args));
    }

    /** A script waits for each command: nothing is made for it that another command needs. */
    static int follow(String... args) {
        if (CloudCommands.names().contains(args[0])) {
            var terminal = new ProcessTerminal();
            try (var runtime = new OwnRuntime(System.getenv())) {
                return new CloudCommands(runtime::in, terminal, Clock.systemUTC()).run(List.of(args));
            }
        }
        return commandLine(args[0]).execute(args);
    }

    /** Without words there is nothing to read, and getting ready to read takes a quarter of the time to a window. */
    private static int openConsole() {
        try {
            return new ConsoleCommand().call();
        } catch (Exception failure) {
            return tell(failure, commandLine());
        }
    }

    /** With the one command that {@code word} names; with all if it is none. */
    private static CommandLine commandLine(String word) {
        return OWN.contains(word)
                ? telling(new CommandLine(new Sluice()).addSubcommand(word, command(word)))
                : commandLine();
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new ConsoleCommand());
        OWN.forEach(name -> line.addSubcommand(name, command(name)));
        return telling(line);
    }

    private static Object command(String name) {
        return switch (name) {
            case "serve" -> new ServeCommand();
            case "stop" -> new StopCommand();
            case "status" -> new StatusCommand();
            case "doctor" -> new DoctorCommand();
            case "demo" -> new DemoCommand();
            case "bench" -> new BenchCommand();
            case "completion" -> new CompletionCommand();
            default -> throw new IllegalArgumentException("no command is called " + name);
        };
    }

    private static CommandLine telling(CommandLine line) {
        tellVersion(line);
        return line.setExecutionExceptionHandler((failure, failed, parsed) -> tell(failure, failed));
    }

    /** All of them take {@code --version}. */
    private static void tellVersion(CommandLine line) {
        line.getCommandSpec().version("Sluice " + Version.OWN);
        line.getSubcommands().values().forEach(Main::tellVersion);
    }

    /** A failure is told in a sentence; its trace goes to the log, if there is one by then. */
    private static int tell(Exception failure, CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        if (Logging.isOn()) {
            org.slf4j.LoggerFactory.getLogger(Main.class).error("{} failed", spec.qualifiedName(), failure);
        }
        line.getErr().println(line.getColorScheme().errorText("sluice: " + Reason.of(failure)));
        return CommandLine.ExitCode.SOFTWARE;
    }
}
