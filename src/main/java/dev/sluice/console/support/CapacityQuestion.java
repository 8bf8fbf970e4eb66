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

/** Gives commands that start instances, and asks the user when the computer is too small for one. For the UI thread only. */
record CapacityQuestion(RolloutControl control, Dialogs dialogs, Executor ui) {

    CompletionStage<Outcome> give(Function<RolloutControl, CompletionStage<Outcome>> command) {
        return command.apply(control)
                .thenComposeAsync(
                        outcome -> outcome instanceof Outcome.Refused refused && isTooMuch(refused)
                                ? ask(refused, command)
                                : CompletableFuture.completedFuture(outcome),
                        ui);
    }

    private CompletionStage<Outcome> ask(
            Outcome.Refused refused, Function<RolloutControl, CompletionStage<Outcome>> command) {
        var numbers = refused.problems().stream()
                .map(problem -> Messages.of("capacity.consequence", problem.message()))
                .collect(joining("\n"));
        return dialogs.confirm(new Question(Messages.of("capacity.title"), numbers, Messages.of("capacity.verb")))
                .thenCompose(yes ->
                        yes ? command.apply(control.beyondCapacity()) : CompletableFuture.completedFuture(refused));
    }

    private static boolean isTooMuch(Outcome.Refused refused) {
        return refused.problems().stream().allMatch(problem -> problem.code() == Problem.Code.OUT_OF_CAPACITY);
    }
}
