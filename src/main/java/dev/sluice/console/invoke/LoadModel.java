package dev.sluice.console.invoke;

import dev.sluice.console.support.Latest;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Watch;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.Invocation;
import dev.sluice.domain.EndpointName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Runs of many requests, at most one to an endpoint. That of the endpoint that is looked at is seen here, with a newer tally
 * five times a second; each goes on as an errand of the window until it is over, is stopped, or loses its endpoint. For the
 * UI thread only.
 */
final class LoadModel {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Workbench bench;
    private final Delay delay;
    private final LongSupplier nanos;
    private final Map<EndpointName, LoadErrand> runs = new HashMap<>();
    private final Watch endpoints = new Watch();
    private final ReadOnlyObjectWrapper<LoadTally> tally = new ReadOnlyObjectWrapper<>(LoadTally.NONE);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Optional<EndpointName> shown = Optional.empty();
    private boolean isInSight;

    LoadModel(Workbench bench, Delay delay, LongSupplier nanos) {
        this.bench = bench;
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

    /** Shows what was sent to this endpoint, or nothing. */
    void show(Optional<EndpointName> endpoint) {
        isInSight = true;
        shown = endpoint;
        describe();
    }

    /** Another page is looked at: what ends meanwhile is told. */
    void lookAway() {
        isInSight = false;
    }

    /** Ends a run before it to the same endpoint. */
    void start(Invocation invocation, LoadPlan plan) {
        var endpoint = invocation.endpoint();
        Optional.ofNullable(runs.get(endpoint)).ifPresent(LoadErrand::stop);
        if (areAllOver()) {
            endpoints.hold(bench.control().watch(new Latest<>(bench.ui(), endpoints.whileOpen(this::keepOnly))));
        }
        var run = new LoadRun(bench.control(), delay, nanos, invocation, plan);
        var errand = new LoadErrand(endpoint, run, bench.clock(), this::told);
        runs.put(endpoint, errand);
        bench.errands().begin(errand);
        errand.begin();
        lookAgain(errand);
    }

    /** Stops what is sent to the endpoint that is looked at. */
    void stop() {
        seen().ifPresent(LoadErrand::stop);
    }

    /** Nothing can be sent to an endpoint that is gone, and its tally is of no use. */
    void keepOnly(Fleet fleet) {
        var gone = runs.values().stream()
                .filter(errand -> fleet.endpoint(errand.endpoint()).isEmpty())
                .toList();
        gone.forEach(errand -> {
            errand.stop();
            runs.remove(errand.endpoint());
        });
        describe();
    }

    private void lookAgain(LoadErrand errand) {
        if (!errand.isOver()) {
            delay.after(
                    BETWEEN_LOOKS,
                    () -> bench.ui().execute(() -> {
                        errand.look();
                        lookAgain(errand);
                    }));
        }
    }

    private void told(LoadErrand errand) {
        describe();
        if (errand.isOver()) {
            if (errand.isStopped()) {
                bench.errands().stopped(errand, errand.now());
            } else {
                bench.errands().done(errand, errand.now());
            }
            if (areAllOver()) {
                endpoints.close();
            }
            if (!errand.isStopped() && !isSeen(errand)) {
                bench.notices().done(Messages.of("invoke.load.done", errand.title(), errand.now()));
            }
        }
    }

    private void describe() {
        tally.set(seen().map(LoadErrand::tally).orElse(LoadTally.NONE));
        problem.set(seen().map(LoadErrand::problem).orElse(""));
        running.set(seen().filter(errand -> !errand.isOver()).isPresent());
    }

    private Optional<LoadErrand> seen() {
        return shown.map(runs::get);
    }

    private boolean isSeen(LoadErrand errand) {
        return isInSight && seen().filter(errand::equals).isPresent();
    }

    private boolean areAllOver() {
        return runs.values().stream().allMatch(LoadErrand::isOver);
    }
}
