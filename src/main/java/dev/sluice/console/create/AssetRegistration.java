package dev.sluice.console.create;

import dev.sluice.console.support.Dialogs.Question;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.Problem;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Registers a model or an environment that a file describes, once the user has seen what it is. For the UI thread only. */
public record AssetRegistration(Workbench bench) {

    /** Completes on the UI thread once the user has answered: a later question would take this one away. */
    public CompletionStage<Void> ask(AssetDefinition definition) {
        var kind = definition.kind();
        var name = definition.version().isEmpty() ? definition.name() : definition.name() + ":" + definition.version();
        return bench.dialogs()
                .confirm(new Question(
                        Messages.of("assets.register.title", kind.word(), name),
                        definition instanceof ModelDefinition model
                                ? Messages.of("assets.register.consequence.model", model.path())
                                : Messages.of("assets.register.consequence.environment"),
                        Messages.of("assets.register.verb")))
                .thenAccept(agreed -> {
                    if (agreed) {
                        register(definition, kind, name);
                    }
                });
    }

    private void register(AssetDefinition definition, AssetKind kind, String name) {
        var own = bench.registrations().begun(kind, name);
        var command = bench.control().createAsset(definition);
        command.whenCompleteAsync(
                (outcome, failure) -> bench.registrations()
                        .ended(own)
                        .thenAcceptAsync(
                                cancelledHere -> {
                                    if (!cancelledHere || !isCancelled(outcome)) {
                                        tell(command, kind, name);
                                    }
                                },
                                bench.ui()),
                bench.ui());
    }

    private void tell(CompletionStage<Outcome> command, AssetKind kind, String name) {
        bench.notices()
                .follow(
                        command,
                        Messages.of("assets.registered", kind.word(), name),
                        Messages.of("assets.not-registered", kind.word(), name));
    }

    private static boolean isCancelled(@Nullable Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                && refused.problems().stream().allMatch(problem -> problem.code() == Problem.Code.CANCELLED);
    }
}
