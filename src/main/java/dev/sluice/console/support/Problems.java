package dev.sluice.console.support;

import static java.util.stream.Collectors.joining;

import dev.sluice.control.Reason;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Problem;
import org.jspecify.annotations.Nullable;

/** What came of a command, in words for the place where it was given. */
public final class Problems {

    private Problems() {}

    /** One line for each problem; empty if the command was carried out. */
    public static String of(@Nullable Outcome outcome, @Nullable Throwable failure) {
        if (failure != null) {
            return Messages.of("problems.no-answer", Reason.of(failure));
        }
        return outcome instanceof Outcome.Refused refused
                ? refused.problems().stream().map(Problem::sentence).collect(joining("\n"))
                : "";
    }
}
