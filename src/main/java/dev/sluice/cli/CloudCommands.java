package dev.sluice.cli;

import dev.sluice.cli.Branch.Group;
import dev.sluice.cli.Branch.Verb;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The cloud's commands: {@code ml ...} and the words beside it that scripts use. Only what the words of a command name is
 * built. For one thread.
 */
public final class CloudCommands {

    private static final int TERMINAL_WIDTH = 100;

    private final Function<Optional<Path>, Connection> connections;
    private final Terminal terminal;
    private final Clock clock;

    /** @param connections to the runtime of the state folder that is named, or of the usual one */
    public CloudCommands(Function<Optional<Path>, Connection> connections, Terminal terminal, Clock clock) {
        this.connections = connections;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** The first words that this knows, such as {@code ml} and {@code account}. */
    public static List<String> names() {
        return CloudTree.all().stream().map(Branch::name).toList();
    }

    /** All of it as picocli knows it, to be listed or completed. */
    public static Stream<CommandSpec> specs() {
        return CloudTree.all().stream().map(Grammar::whole);
    }

    /** Carries out the command that begins with one of {@link #names}, and gives what the process ends with. */
    public int run(List<String> words) {
        try {
            return walk(new Way(List.of(), new Group("", "", CloudTree::all)), words);
        } catch (CommandFailed failed) {
            return told(failed);
        } catch (RuntimeException | Error failure) {
            if (words.contains(Flags.DEBUG.name())) {
                failure.printStackTrace(terminal.err());
            }
            return told(CommandFailed.unexpected(failure));
        }
    }

    private int told(CommandFailed failed) {
        failed.lines().forEach(terminal.err()::println);
        terminal.err().flush();
        return failed.exitCode();
    }

    /** A branch, and the words that led to it. */
    private record Way(List<String> words, Branch branch) {

        Way to(Branch next) {
            return new Way(Stream.concat(words.stream(), Stream.of(next.name())).toList(), next);
        }

        String text() {
            return String.join(" ", words);
        }
    }

    private int walk(Way way, List<String> rest) {
        if (way.branch() instanceof Verb verb) {
            return run(way, verb, rest);
        }
        var group = (Group) way.branch();
        if (rest.isEmpty() || rest.get(0).startsWith("-")) {
            return overview(way, rest);
        }
        var next = group.child(rest.get(0)).orElseThrow(() -> unknown(way, rest.get(0)));
        return walk(way.to(next), rest.subList(1, rest.size()));
    }

    private static CommandFailed unknown(Way way, String word) {
        var known =
                ((Group) way.branch()).below().get().stream().map(Branch::name).toList();
        return CommandFailed.usage("'" + word + "' is misspelled or not recognized: '" + way.text()
                + "' goes on with one of " + String.join(", ", known));
    }

    /** What can come next: asked for it is the answer, else it is told beside the error. */
    private int overview(Way way, List<String> rest) {
        boolean asked = rest.stream().anyMatch(Flags.HELP.names()::contains);
        var help = help(way);
        (asked ? terminal.out() : terminal.err()).print(help);
        (asked ? terminal.out() : terminal.err()).flush();
        return asked ? 0 : CommandFailed.USAGE;
    }

    private String help(Way way) {
        var line = new CommandLine(Grammar.shallow(way.branch()).name(way.text())).setUsageHelpWidth(TERMINAL_WIDTH);
        var text = new StringWriter();
        line.usage(new PrintWriter(text), Help.defaultColorScheme(Help.Ansi.OFF));
        return text.toString();
    }

    private int run(Way way, Verb verb, List<String> rest) {
        var words = Abbreviations.expanded(rest, Grammar.flags(verb));
        if (words.stream().anyMatch(Flags.HELP.names()::contains)) {
            return overview(way, words);
        }
        var given = Grammar.read(verb, words);
        var connection = connections.apply(given.file(Flags.HOME));
        var session = new Session(connection, Voice.of(terminal, given), clock);
        if (verb.others() == Branch.Others.REFUSED) {
            warnOfWhatHasNoEffect(session.voice(), given);
        }
        verb.action().run(session, given);
        return 0;
    }

    private static void warnOfWhatHasNoEffect(Voice voice, Arguments given) {
        var named = Stream.of(Flags.SUBSCRIPTION, Flags.GROUP, Flags.WORKSPACE)
                .filter(given::has)
                .map(Flag::name)
                .toList();
        if (!named.isEmpty()) {
            voice.warn(String.join(", ", named) + ": no effect here, there is one workspace, which is this computer");
        }
    }
}
