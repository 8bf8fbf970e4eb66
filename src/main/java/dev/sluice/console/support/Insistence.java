package dev.sluice.console.support;

import static java.util.stream.Collectors.joining;

import dev.sluice.console.support.Dialogs.Question;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Problem;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Gives commands, and asks the user about what they may insist on: that the computer is too small, or that another
 * operation has not ended. For the UI thread only.
 */
record Insistence(RolloutControl control, Dialogs dialogs, Executor ui) {

    CompletionStage<Outcome> give(Function<RolloutControl, CompletionStage<Outcome>> command) {
        return give(control, command);
    }

    private CompletionStage<Outcome> give(
            RolloutControl manner, Function<RolloutControl, CompletionStage<Outcome>> command) {
        return command.apply(manner)
                .thenComposeAsync(
                        outcome -> outcome instanceof Outcome.Refused refused
                                ? refused(refused, manner, command)
                                : CompletableFuture.completedFuture(outcome),
                        ui);
    }

    private CompletionStage<Outcome> refused(
            Outcome.Refused refused,
            RolloutControl manner,
            Function<RolloutControl, CompletionStage<Outcome>> command) {
        if (isAll(refused, Problem.Code.OUT_OF_CAPACITY)) {
            return dialogs.confirm(tooMuch(refused))
                    .thenCompose(yes -> yes ? give(manner.beyondCapacity(), command) : stays(refused));
        }
        return isAll(refused, Problem.Code.UNDER_WAY)
                ? dialogs.confirm(underWay(refused))
                        .thenCompose(yes -> yes ? give(manner.insteadOfWhatRuns(), command) : stays(refused))
                : stays(refused);
    }

    private static CompletionStage<Outcome> stays(Outcome.Refused refused) {
        return CompletableFuture.completedFuture(refused);
    }

    private static boolean isAll(Outcome.Refused refused, Problem.Code code) {
        return refused.problems().stream().allMatch(problem -> problem.code() == code);
    }

    private static Question tooMuch(Outcome.Refused refused) {
        return new Question(
                Messages.of("capacity.title"),
                lines(refused, problem -> Messages.of("capacity.consequence", problem.message())),
                Messages.of("capacity.verb"));
    }

    private static Question underWay(Outcome.Refused refused) {
        return new Question(
                Messages.of("underway.title"),
                lines(refused, problem -> Messages.of("underway.consequence", problem.what())),
                Messages.of("underway.verb"));
    }

    private static String lines(Outcome.Refused refused, Function<Problem, String> line) {
        return refused.problems().stream().map(line).collect(joining("\n"));
    }
}
