package dev.sluice.console.create;

import dev.sluice.console.support.Messages;
import dev.sluice.control.Reason;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Problem;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A form on its way to the runtime: busy until it answers, then accepted, or back with the problems. For the UI thread only. */
final class Submission {

    private final Executor ui;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());

    Submission(Executor ui) {
        this.ui = ui;
    }

    void send(CompletionStage<Outcome> command, Runnable accepted) {
        busy.set(true);
        problems.set(List.of());
        command.whenCompleteAsync((outcome, failure) -> receive(outcome, failure, accepted), ui);
    }

    /** What was wrong may have been put right. */
    void forgetProblems() {
        problems.set(List.of());
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    private void receive(@Nullable Outcome outcome, @Nullable Throwable failure, Runnable accepted) {
        busy.set(false);
        if (failure != null) {
            problems.set(List.of(Problem.of(
                    Problem.Code.INTERNAL,
                    "",
                    Messages.of("form.no-answer", Reason.of(failure)),
                    Messages.of("form.no-answer.remedy"))));
        } else if (outcome instanceof Outcome.Refused refused) {
            problems.set(refused.problems());
        } else {
            accepted.run();
        }
    }
}
