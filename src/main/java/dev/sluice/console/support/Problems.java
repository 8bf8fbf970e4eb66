package dev.sluice.console.support;

import static java.util.stream.Collectors.joining;

import dev.sluice.control.Reason;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Problem;
import org.jspecify.annotations.Nullable;

/** What came of a command, in words for the place where it was given. */
public final class Problems {

    private Problems() {}

    /** What and what to do; not the key of a file, since there is none where this is read. */
    public static String told(Problem problem) {
        return problem.remedy().isEmpty()
                ? problem.what()
                : Messages.of("problem.told", problem.what(), problem.whatToDo());
    }

    /** One line for each problem; empty if the command was carried out. */
    public static String of(@Nullable Outcome outcome, @Nullable Throwable failure) {
        if (failure != null) {
            return Messages.of("problems.no-answer", Reason.of(failure));
        }
        return outcome instanceof Outcome.Refused refused
                ? refused.problems().stream().map(Problems::told).collect(joining("\n"))
                : "";
    }
}
