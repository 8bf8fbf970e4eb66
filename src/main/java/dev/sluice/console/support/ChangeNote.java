package dev.sluice.console.support;

import dev.sluice.control.RolloutControl.Outcome;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Why the next change is made, as its user writes it before giving the command; the journal keeps it. One for each place
 * where something is changed. For the UI thread only.
 */
public final class ChangeNote {

    private final Executor ui;
    private final StringProperty text = new SimpleStringProperty("");

    public ChangeNote(Executor ui) {
        this.ui = ui;
    }

    public StringProperty textProperty() {
        return text;
    }

    /** Each change has a note of its own, also one that is not made after all. */
    public void clear() {
        text.set("");
    }

    /**
     * Gives a command what is written. Of one that is refused, or fails, it stands here again for the next attempt, unless
     * something else is written by then.
     */
    public CompletionStage<Outcome> with(Function<String, CompletionStage<Outcome>> command) {
        var written = text.get();
        clear();
        return command.apply(written)
                .whenCompleteAsync(
                        (outcome, failure) -> {
                            if (!(outcome instanceof Outcome.Applied)
                                    && text.get().isEmpty()) {
                                text.set(written);
                            }
                        },
                        ui);
    }
}
