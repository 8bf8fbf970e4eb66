package dev.sluice.console.support;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The one question that is open, for the window to show; a newer one answers an older one with no. For the UI thread only. */
public final class PendingQuestion implements Dialogs {

    private final ReadOnlyObjectWrapper<Optional<Question>> open = new ReadOnlyObjectWrapper<>(Optional.empty());
    private CompletableFuture<Boolean> answer = new CompletableFuture<>();

    @Override
    public CompletionStage<Boolean> confirm(Question question) {
        answer(false);
        answer = new CompletableFuture<>();
        open.set(Optional.of(question));
        return answer;
    }

    public ReadOnlyObjectProperty<Optional<Question>> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Takes the question away first, so that whoever waits for the answer may ask again. */
    public void answer(boolean yes) {
        open.set(Optional.empty());
        answer.complete(yes);
    }
}
