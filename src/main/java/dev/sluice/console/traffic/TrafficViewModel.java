package dev.sluice.console.traffic;

import dev.sluice.console.support.Problems;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.TrafficSplit;
import java.util.List;
import java.util.Set;
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

/**
 * The live split of one endpoint: a draft the user moves, beside what is in force and what was measured. Its total is
 * always 100, or 0 by its own switch, so it can always be applied. For the UI thread only.
 */
final class TrafficViewModel {

    private final RolloutControl control;
    private final Executor ui;
    private final SplitDraft draft = new SplitDraft();
    private final MeasuredShares measured = new MeasuredShares();
    private final ReadOnlyObjectWrapper<List<ShareRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper effect = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper flowing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canFlow = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private @Nullable EndpointView endpoint;
    private TrafficSplit beforeLastChange = TrafficSplit.NONE;

    TrafficViewModel(RolloutControl control, Executor ui) {
        this.control = control;
        this.ui = ui;
    }

    ReadOnlyObjectProperty<List<ShareRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** What applying the draft will do, or how it stands; one sentence a line. */
    ReadOnlyStringProperty effectProperty() {
        return effect.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the draft differs from what is in force. */
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Whether the draft has live traffic at all. */
    ReadOnlyBooleanProperty flowingProperty() {
        return flowing.getReadOnlyProperty();
    }

    /** Whether some deployment could take live traffic. */
    ReadOnlyBooleanProperty canFlowProperty() {
        return canFlow.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    /** Turns to another endpoint; what was set up for the last one is forgotten. */
    void open(EndpointName name, Fleet fleet) {
        if (endpoint != null && !endpoint.spec().name().equals(name)) {
            draft.forget();
            canUndo.set(false);
            busy.set(false);
        }
        measured.clear();
        problem.set("");
        endpoint = fleet.endpoint(name).orElse(null);
        refresh();
    }

    void show(Fleet fleet) {
        if (endpoint != null) {
            endpoint = fleet.endpoint(endpoint.spec().name()).orElse(null);
        }
        refresh();
    }

    void measure(List<TrafficSample> samples) {
        samples.forEach(measured::add);
        refresh();
    }

    void setShare(DeploymentName name, int percent) {
        draft.move(name, percent, eligible());
        problem.set("");
        refresh();
    }

    void toggleLock(DeploymentName name) {
        draft.toggleLock(name);
        refresh();
    }

    void turnOff() {
        draft.set(TrafficSplit.NONE);
        refresh();
    }

    /** Back to the split in force; where that is none too, everything to the first deployment that can take it. */
    void turnOn() {
        var first = eligible().stream().findFirst();
        draft.set(
                draft.inForce().total() > 0
                        ? draft.inForce()
                        : first.map(TrafficSplit::allTo).orElse(TrafficSplit.NONE));
        refresh();
    }

    void discard() {
        draft.set(draft.inForce());
        problem.set("");
        refresh();
    }

    void apply() {
        if (endpoint != null && changed.get() && !busy.get()) {
            send(draft.split(), control.applyTraffic(endpoint.spec().name(), draft.split()));
        }
    }

    /** At once and without a question: this is how a bad rollout is stopped. A shadow stops being one first. */
    void allTo(DeploymentName name) {
        if (endpoint == null) {
            return;
        }
        var all = TrafficSplit.allTo(name);
        var where = endpoint.spec().name();
        draft.set(all);
        send(
                all,
                endpoint.routing().isShadow(name)
                        ? stopMirroringThenApply(where, all)
                        : control.applyTraffic(where, all));
    }

    /** Puts back the split that the last applied change replaced. */
    void undo() {
        if (endpoint != null && canUndo.get()) {
            draft.set(beforeLastChange);
            send(beforeLastChange, control.applyTraffic(endpoint.spec().name(), beforeLastChange));
        }
    }

    private CompletionStage<Outcome> stopMirroringThenApply(EndpointName where, TrafficSplit split) {
        return control.applyMirror(where, Mirror.off())
                .thenCompose(outcome -> outcome instanceof Outcome.Refused
                        ? CompletableFuture.completedFuture(outcome)
                        : control.applyTraffic(where, split));
    }

    private void send(TrafficSplit split, CompletionStage<Outcome> outcome) {
        var before = draft.inForce();
        var where = endpoint == null ? null : endpoint.spec().name();
        busy.set(true);
        problem.set("");
        refresh();
        outcome.whenCompleteAsync(
                (result, failure) -> {
                    // The user may have turned to another endpoint meanwhile.
                    if (endpoint != null && endpoint.spec().name().equals(where)) {
                        tell(result, failure, before, split);
                    }
                },
                ui);
    }

    private void tell(
            @Nullable Outcome outcome, @Nullable Throwable failure, TrafficSplit before, TrafficSplit applied) {
        busy.set(false);
        problem.set(Problems.of(outcome, failure));
        if (outcome instanceof Outcome.Applied && !before.equals(applied)) {
            beforeLastChange = before;
            canUndo.set(true);
        }
    }

    private Set<DeploymentName> eligible() {
        return endpoint == null ? Set.of() : new Eligibility(endpoint).candidates();
    }

    private void refresh() {
        if (endpoint == null) {
            rows.set(List.of());
            effect.set("");
            return;
        }
        var eligibility = new Eligibility(endpoint);
        draft.hold(endpoint.routing().traffic(), eligibility.deployments());
        changed.set(draft.isChanged());
        flowing.set(draft.split().total() > 0);
        canFlow.set(flowing.get() || !eligibility.candidates().isEmpty());
        rows.set(new ShareRows(eligibility, draft, measured).all());
        effect.set(new SplitInWords(draft.inForce(), draft.split(), measured.requestsPerSecond()).text());
    }
}
