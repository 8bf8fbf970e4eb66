package dev.sluice.console.edit;

import dev.sluice.control.RolloutControl.Outcome;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * What applying an edited text would do.
 *
 * @param effects a sentence for each thing that changes; none if the text says the same in other words
 * @param verb what the button says
 * @param command does it, for the reason that it is given, which may be empty
 * @param done tells the user that it was accepted
 * @param refused what the user is told when it was not
 */
public record Plan(
        List<String> effects,
        String verb,
        Function<String, CompletionStage<Outcome>> command,
        Runnable done,
        String refused) {

    public Plan {
        effects = List.copyOf(effects);
    }

    boolean changesNothing() {
        return effects.isEmpty();
    }
}
