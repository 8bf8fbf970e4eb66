package dev.sluice.console.invoke;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Problems;
import dev.sluice.control.Answer;
import dev.sluice.control.Invocation.Target;
import dev.sluice.control.RolloutControl;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Two answers beside each other: of the history, a live one and its shadow's, or of one request to two deployments. For the UI thread only. */
final class CompareModel {

    private final RolloutControl control;
    private final Executor ui;
    private final Executor background;
    private final Clock clock;
    private final RequestBook book;
    private final ReadOnlyObjectWrapper<Optional<Comparison>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private long turn;

    /** @param background where long answers are compared */
    CompareModel(RolloutControl control, Executor ui, Executor background, Clock clock, RequestBook book) {
        this.control = control;
        this.ui = ui;
        this.background = background;
        this.clock = clock;
        this.book = book;
    }

    ReadOnlyObjectProperty<Optional<Comparison>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Why there is nothing to compare; empty otherwise. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void compare(Side left, Side right) {
        long mine = begin();
        background.execute(() -> {
            var comparison = Comparison.of(left, right);
            ui.execute(() -> tell(mine, comparison));
        });
    }

    /** Sends the same request to both at once, and compares what they say. */
    void sendToBoth(EndpointName endpoint, Draft draft, DeploymentName left, DeploymentName right) {
        long mine = begin();
        var one = send(endpoint, draft.to(new Target.Pinned(left)));
        var other = send(endpoint, draft.to(new Target.Pinned(right)));
        one.thenCombineAsync(other, (a, b) -> Comparison.of(Side.of(a), Side.of(b)), background)
                .whenCompleteAsync((comparison, failure) -> told(mine, comparison, failure), ui);
    }

    void forget() {
        turn++;
        busy.set(false);
        problem.set("");
        shown.set(Optional.empty());
    }

    private CompletionStage<Exchange> send(EndpointName endpoint, Draft draft) {
        CompletionStage<Answer> answer;
        try {
            answer = control.invoke(draft.to(endpoint));
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        return answer.thenApplyAsync(
                given -> {
                    var exchange = new Exchange(clock.instant(), endpoint, draft, given);
                    book.add(exchange);
                    return exchange;
                },
                ui);
    }

    private long begin() {
        busy.set(true);
        problem.set("");
        return ++turn;
    }

    private void told(long mine, @Nullable Comparison comparison, @Nullable Throwable failure) {
        if (comparison != null) {
            tell(mine, comparison);
        } else if (turn == mine) {
            busy.set(false);
            problem.set(Messages.of("invoke.compare.failed", Problems.of(null, failure)));
        }
    }

    private void tell(long mine, Comparison comparison) {
        if (turn == mine) {
            busy.set(false);
            shown.set(Optional.of(comparison));
        }
    }
}
