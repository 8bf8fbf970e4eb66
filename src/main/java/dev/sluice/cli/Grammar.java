package dev.sluice.cli;

import static java.util.stream.Collectors.joining;

import dev.sluice.cli.Branch.Group;
import dev.sluice.cli.Branch.Verb;
import dev.sluice.cli.Flag.Takes;
import dev.sluice.manifest.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Stack;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Describes the commands to picocli, and has it read words by that as the cloud's client does. */
final class Grammar {

    private Grammar() {}

    /** All of {@code branch} and what is below it. */
    static CommandSpec whole(Branch branch) {
        var spec = alone(branch);
        if (branch instanceof Group group) {
            group.below().get().forEach(child -> spec.addSubcommand(child.name(), whole(child)));
        }
        return spec;
    }

    /** {@code branch} with the mere names of what comes next. */
    static CommandSpec shallow(Branch branch) {
        var spec = alone(branch);
        if (branch instanceof Group group) {
            group.below().get().forEach(child -> spec.addSubcommand(child.name(), alone(child)));
        }
        return spec;
    }

    private static CommandSpec alone(Branch branch) {
        var spec = CommandSpec.create().name(branch.name());
        spec.usageMessage().description(escaped(branch.summary()));
        if (branch instanceof Verb verb) {
            flags(verb).map(Grammar::option).forEach(spec::addOption);
        } else {
            spec.addOption(option(Flags.HELP));
        }
        return spec;
    }

    static Stream<Flag> flags(Verb verb) {
        return Stream.concat(verb.flags().stream(), Flags.global().stream());
    }

    /** @throws CommandFailed if the words are not such as the verb takes */
    static Arguments read(Verb verb, List<String> words) {
        var line = new CommandLine(alone(verb))
                .setExpandAtFiles(false)
                .setOverwrittenOptionsAllowed(true)
                .setUnmatchedArgumentsAllowed(verb.others() == Branch.Others.IGNORED);
        try {
            line.parseArgs(words.toArray(String[]::new));
            var given = new Arguments(line.getCommandSpec());
            check(verb, given);
            return given;
        } catch (UnmatchedArgumentException unknown) {
            throw unrecognized(verb, unknown.getUnmatched());
        } catch (ParameterException wrong) {
            if (wrong.getCause() instanceof CommandFailed failed) {
                throw failed;
            }
            throw CommandFailed.usage(String.valueOf(wrong.getMessage()));
        }
    }

    private static CommandFailed unrecognized(Verb verb, List<String> words) {
        var options = flags(verb).map(Flag::name).toList();
        var hint = Spelling.nearest(words.get(0), options)
                .map(option -> "did you mean " + option + "?")
                .orElse("'-h' after the command tells its options");
        return CommandFailed.usage("unrecognized arguments: " + String.join(" ", words) + "; " + hint);
    }

    private static void check(Verb verb, Arguments given) {
        var missing = verb.flags().stream()
                .filter(flag -> flag.isRequired() && !given.has(flag))
                .map(Flag::toString)
                .collect(joining(", "));
        if (!missing.isEmpty()) {
            throw CommandFailed.usage("the following arguments are required: " + missing);
        }
    }

    private static OptionSpec option(Flag flag) {
        var names = flag.names().toArray(String[]::new);
        var option = OptionSpec.builder(names)
                .description(escaped(flag.description()) + (flag.isRequired() ? " [Required]" : ""));
        if (flag == Flags.HELP) {
            return option.usageHelp(true).build();
        }
        var takes = flag.takes();
        if (takes instanceof Takes.Nothing) {
            return option.build();
        }
        return option.type(Object.class)
                .arity(takes instanceof Takes.TrueOrFalse ? "0..1" : takes instanceof Takes.Texts ? "1..*" : "1")
                .paramLabel(label(takes))
                .completionCandidates(takes instanceof Takes.OneOf oneOf ? oneOf.words() : null)
                .parameterConsumer(consumer(flag))
                .build();
    }

    private static String label(Takes takes) {
        if (takes instanceof Takes.Text text) {
            return text.label();
        } else if (takes instanceof Takes.Texts texts) {
            return texts.label();
        }
        return takes instanceof Takes.OneOf oneOf ? String.join("|", oneOf.words()) : "true|false";
    }

    private static IParameterConsumer consumer(Flag flag) {
        return (words, option, command) -> {
            if (flag.takes() instanceof Takes.TrueOrFalse) {
                boolean said = !words.isEmpty() && words.peek().matches("(?i)true|false");
                option.setValue(said ? words.pop().toLowerCase(Locale.ROOT) : "true");
            } else if (flag.takes() instanceof Takes.Texts) {
                several(flag, words, option);
            } else {
                option.setValue(one(flag, words));
            }
        };
    }

    private static String one(Flag flag, Stack<String> words) {
        if (words.isEmpty() || isOption(words.peek())) {
            throw CommandFailed.usage("argument " + flag + ": expected one argument");
        }
        return flag.takes() instanceof Takes.OneOf oneOf ? oneOf(flag, oneOf, words.pop()) : words.pop();
    }

    private static String oneOf(Flag flag, Takes.OneOf choice, String word) {
        return choice.words().stream()
                .filter(word::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> CommandFailed.usage("argument " + flag + ": invalid choice: '" + word
                        + "' (choose from " + String.join(", ", choice.words()) + ")"));
    }

    /** The option may come again: each time is kept apart, with where it stood among the others. */
    private static void several(Flag flag, Stack<String> words, ArgSpec option) {
        int left = words.size();
        var texts = new ArrayList<String>();
        while (!words.isEmpty() && !isOption(words.peek())) {
            texts.add(words.pop());
        }
        if (texts.isEmpty()) {
            throw CommandFailed.usage("argument " + flag + ": expected at least one argument");
        }
        var times = new ArrayList<Arguments.Time>(Arguments.timesIn(option.getValue()));
        times.add(new Arguments.Time(-left, texts));
        option.setValue(times);
    }

    /** As the cloud's client tells them: a lone dash, a negative number and a text with blanks are none. */
    private static boolean isOption(String word) {
        return word.length() > 1
                && word.charAt(0) == '-'
                && !word.matches("-[0-9.]+")
                && (word.indexOf(' ') < 0 || word.matches("(?s)--?[A-Za-z][A-Za-z-]*=.*"));
    }

    private static String escaped(String text) {
        return text.replace("%", "%%").replace("@|", "@ |");
    }
}
