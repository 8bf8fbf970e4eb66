package dev.sluice.console.invoke;

import dev.sluice.control.Invocation;
import dev.sluice.control.RolloutControl;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One run of many requests, as it is seen: a newer tally five times a second. For the UI thread only. */
final class LoadModel {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final RolloutControl control;
    private final Executor ui;
    private final Delay delay;
    private final LongSupplier nanos;
    private final ReadOnlyObjectWrapper<LoadTally> tally = new ReadOnlyObjectWrapper<>(LoadTally.NONE);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Optional<LoadRun> run = Optional.empty();

    LoadModel(RolloutControl control, Executor ui, Delay delay, LongSupplier nanos) {
        this.control = control;
        this.ui = ui;
        this.delay = delay;
        this.nanos = nanos;
    }

    ReadOnlyObjectProperty<LoadTally> tallyProperty() {
        return tally.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Why the last request that got no answer got none; empty otherwise. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Ends a run before it. */
    void start(Invocation invocation, LoadPlan plan) {
        stop();
        var newer = new LoadRun(control, delay, nanos, invocation, plan);
        run = Optional.of(newer);
        running.set(true);
        newer.start();
        look(newer);
    }

    void stop() {
        run.ifPresent(LoadRun::stop);
        running.set(false);
    }

    /** Stops, and shows nothing. */
    void forget() {
        stop();
        run = Optional.empty();
        tally.set(LoadTally.NONE);
        problem.set("");
    }

    private void look(LoadRun of) {
        if (run.filter(now -> now == of).isEmpty()) {
            return;
        }
        // Whether it is over first: what is counted until then is all there is.
        boolean isOver = of.isOver();
        tally.set(of.tally());
        problem.set(of.problem());
        if (isOver) {
            running.set(false);
        } else {
            delay.after(BETWEEN_LOOKS, () -> ui.execute(() -> look(of)));
        }
    }
}
