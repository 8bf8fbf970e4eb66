package dev.sluice.console.invoke;

import dev.sluice.console.support.Problems;
import dev.sluice.control.RolloutControl;
import dev.sluice.domain.EndpointName;
import dev.sluice.metrics.ShadowAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what the shadow said to the request whose answer is on screen. The copy may be made and answered after the
 * live one, so it looks again, less and less often, for as long as a copy may live. For the UI thread only.
 */
final class ShadowWatch {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(100),
            Duration.ofMillis(300),
            Duration.ofMillis(600),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(11));

    /** What is known. */
    sealed interface Finding {

        /** Nobody asks. */
        record Nothing() implements Finding {}

        record Looking() implements Finding {}

        /** The request was not picked, or its copy is known no more. */
        record NotCopied() implements Finding {}

        record Found(ShadowAnswer answer) implements Finding {}

        record Trouble(String why) implements Finding {}
    }

    private final RolloutControl control;
    private final Executor ui;
    private final Delay delay;
    private final ReadOnlyObjectWrapper<Finding> finding = new ReadOnlyObjectWrapper<>(new Finding.Nothing());
    private long turn;

    ShadowWatch(RolloutControl control, Executor ui, Delay delay) {
        this.control = control;
        this.ui = ui;
        this.delay = delay;
    }

    ReadOnlyObjectProperty<Finding> findingProperty() {
        return finding.getReadOnlyProperty();
    }

    /** The shadow's answer, as soon as there is one. */
    Optional<ShadowAnswer.Given> given() {
        return finding.get() instanceof Finding.Found found && found.answer() instanceof ShadowAnswer.Given given
                ? Optional.of(given)
                : Optional.empty();
    }

    /** Asks about a request that has just been answered, and goes on until it knows. */
    void follow(EndpointName endpoint, String requestId) {
        turn++;
        finding.set(new Finding.Looking());
        ask(endpoint, requestId, 0);
    }

    /** Asks once about an earlier request. */
    void lookUp(EndpointName endpoint, String requestId) {
        turn++;
        ask(endpoint, requestId, PAUSES.size());
    }

    void stop() {
        turn++;
        finding.set(new Finding.Nothing());
    }

    private void ask(EndpointName endpoint, String requestId, int attempt) {
        long mine = turn;
        control.shadowAnswer(endpoint, requestId)
                .whenCompleteAsync(
                        (answer, failure) -> {
                            if (turn == mine) {
                                told(endpoint, requestId, attempt, answer, failure);
                            }
                        },
                        ui);
    }

    private void told(
            EndpointName endpoint,
            String requestId,
            int attempt,
            @Nullable Optional<ShadowAnswer> answer,
            @Nullable Throwable failure) {
        if (failure != null || answer == null) {
            finding.set(new Finding.Trouble(Problems.of(null, failure)));
            return;
        }
        finding.set(answer.<Finding>map(Finding.Found::new).orElseGet(Finding.NotCopied::new));
        boolean mayChange = answer.isEmpty() || answer.get() instanceof ShadowAnswer.Awaited;
        if (mayChange && attempt < PAUSES.size()) {
            long mine = turn;
            delay.after(
                    PAUSES.get(attempt),
                    () -> ui.execute(() -> {
                        if (turn == mine) {
                            ask(endpoint, requestId, attempt + 1);
                        }
                    }));
        }
    }
}
