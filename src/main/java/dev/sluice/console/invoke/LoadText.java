package dev.sluice.console.invoke;

import static java.util.stream.Collectors.joining;

import dev.sluice.console.support.Messages;
import java.util.Locale;
import java.util.stream.Stream;

/** A tally in words. */
final class LoadText {

    private LoadText() {}

    static String summary(LoadTally tally, String problem) {
        if (tally.wanted() == 0) {
            return Messages.of("invoke.load.none");
        }
        var text = sent(tally);
        if (tally.skipped() > 0) {
            text += Messages.of("invoke.load.skipped", tally.skipped(), LoadRun.MOST_IN_FLIGHT);
        }
        var failures = failures(tally);
        return Stream.of(text, failures, problem)
                .filter(line -> !line.isEmpty())
                .collect(joining("\n"));
    }

    static String sent(LoadTally tally) {
        return Messages.of("invoke.load.summary", tally.sent(), tally.wanted(), tally.failed());
    }

    /** Who answered which error how often, as each has causes of its own; empty if there were none. */
    static String failures(LoadTally tally) {
        var failed = tally.lines().stream()
                .filter(line -> line.errors() > 0)
                .map(LoadText::failures)
                .collect(joining(", "));
        return failed.isEmpty() ? "" : Messages.of("invoke.load.failures", failed);
    }

    /** {@code blue (424: 20, 429: 5)}. */
    private static String failures(LoadTally.Line line) {
        var name = line.name().isEmpty() ? Messages.of("invoke.router") : line.name();
        return line.statuses().entrySet().stream()
                .map(each -> String.format(Locale.ROOT, "%d: %,d", each.getKey(), each.getValue()))
                .collect(joining(", ", name + " (", ")"));
    }
}
