package dev.sluice.console.invoke;

import dev.sluice.console.support.Problems;
import dev.sluice.control.Answer;
import dev.sluice.control.Invocation;
import dev.sluice.control.RolloutControl;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Sends the same request many times, one after the other, and counts who answers. For the UI thread only. */
final class Burst {

    static final int MOST = 1_000;

    private final RolloutControl control;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<BurstTally> tally = new ReadOnlyObjectWrapper<>(BurstTally.NONE);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private long turn;

    Burst(RolloutControl control, Executor ui) {
        this.control = control;
        this.ui = ui;
    }

    ReadOnlyObjectProperty<BurstTally> tallyProperty() {
        return tally.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Why the last request got no answer; empty otherwise. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** {@code times} is taken as the nearest of 1 to {@value #MOST}. */
    void start(Invocation invocation, int times) {
        stop();
        tally.set(BurstTally.of(Math.max(1, Math.min(MOST, times))));
        problem.set("");
        running.set(true);
        sendNext(invocation, turn);
    }

    /** Stops, and counts for another endpoint from nothing. */
    void forget() {
        stop();
        tally.set(BurstTally.NONE);
        problem.set("");
    }

    /** The request that is on its way is not counted any more. */
    void stop() {
        turn++;
        running.set(false);
    }

    private void sendNext(Invocation invocation, long mine) {
        control.invoke(invocation).whenCompleteAsync((answer, failure) -> told(invocation, answer, failure, mine), ui);
    }

    private void told(Invocation invocation, @Nullable Answer answer, @Nullable Throwable failure, long mine) {
        if (turn != mine) {
            return;
        }
        tally.set(answer == null ? tally.get().withoutAnswer() : tally.get().with(answer));
        problem.set(Problems.of(null, failure));
        if (tally.get().sent() < tally.get().wanted()) {
            sendNext(invocation, mine);
        } else {
            running.set(false);
        }
    }
}
