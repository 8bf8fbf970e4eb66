package dev.sluice.console.traffic;

import static java.util.stream.Collectors.joining;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Problems;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.metrics.MirrorLedger;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The mirror of one endpoint: which deployment is the shadow and how much it gets. For the UI thread only. */
final class MirrorViewModel {

    private final RolloutControl control;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<List<DeploymentName>> targets = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable DeploymentName> target = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper share = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper inForceShare = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<MirrorLedger> ledger = new ReadOnlyObjectWrapper<>(MirrorLedger.EMPTY);
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper limits = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper counted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable EndpointView endpoint;
    private Mirror inForce = Mirror.off();

    MirrorViewModel(RolloutControl control, Executor ui) {
        this.control = control;
        this.ui = ui;
    }

    /** The deployments that may be the shadow. */
    ReadOnlyObjectProperty<List<DeploymentName>> targetsProperty() {
        return targets.getReadOnlyProperty();
    }

    /** Holds null while no deployment may be the shadow. */
    ReadOnlyObjectProperty<@Nullable DeploymentName> targetProperty() {
        return target.getReadOnlyProperty();
    }

    /** The draft's share, 0 to 50. */
    ReadOnlyIntegerProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty inForceShareProperty() {
        return inForceShare.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<MirrorLedger> ledgerProperty() {
        return ledger.getReadOnlyProperty();
    }

    /** What is mirrored now, or what the draft will do. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why some deployments cannot be chosen. */
    ReadOnlyStringProperty limitsProperty() {
        return limits.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Whether something is mirrored now. */
    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether the ledger has anything to say. */
    ReadOnlyBooleanProperty countedProperty() {
        return counted.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    void open(EndpointName name, Fleet fleet) {
        if (endpoint != null && !endpoint.spec().name().equals(name)) {
            forgetDraft();
        }
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

    void setTarget(DeploymentName name) {
        target.set(name);
        describe();
    }

    /** Values outside 0 to 50 are taken as the nearest that is allowed. */
    void setShare(int percent) {
        share.set(Math.max(0, Math.min(Mirror.LIMIT.value(), percent)));
        describe();
    }

    void discard() {
        forgetDraft();
        problem.set("");
        refresh();
    }

    void apply() {
        if (changed.get() && !busy.get()) {
            send(draft());
        }
    }

    void stop() {
        share.set(0);
        send(Mirror.off());
    }

    private Mirror draft() {
        var name = target.get();
        return name == null ? Mirror.off() : Mirror.to(name, new Percent(share.get()));
    }

    private void send(Mirror mirror) {
        if (endpoint != null) {
            busy.set(true);
            control.applyMirror(endpoint.spec().name(), mirror).whenCompleteAsync(this::tell, ui);
        }
    }

    private void tell(@Nullable Outcome outcome, @Nullable Throwable failure) {
        busy.set(false);
        problem.set(Problems.of(outcome, failure));
    }

    private void forgetDraft() {
        share.set(inForce instanceof Mirror.To to ? to.share().value() : 0);
        target.set(inForce instanceof Mirror.To to ? to.target() : null);
    }

    private void refresh() {
        if (endpoint == null) {
            targets.set(List.of());
            return;
        }
        boolean untouched = draft().equals(inForce);
        inForce = endpoint.routing().mirror();
        inForceShare.set(inForce instanceof Mirror.To to ? to.share().value() : 0);
        running.set(inForce instanceof Mirror.To);
        ledger.set(endpoint.mirror());
        counted.set(running.get() || endpoint.mirror().sampled() > 0);
        var eligibility = new Eligibility(endpoint);
        var possible = eligibility.deployments().stream()
                .filter(eligibility::canBeShadow)
                .toList();
        targets.set(possible);
        if (untouched) {
            forgetDraft();
        }
        var chosen = target.get();
        if (chosen == null || !possible.contains(chosen)) {
            target.set(possible.isEmpty() ? null : possible.get(0));
        }
        limits.set(eligibility.deployments().stream()
                .map(eligibility::reasonAgainstShadow)
                .filter(reason -> !reason.isEmpty())
                .collect(joining("\n")));
        describe();
    }

    private void describe() {
        changed.set(!draft().equals(inForce));
        state.set(inWords());
    }

    private String inWords() {
        if (targets.get().isEmpty()) {
            return Messages.of("mirror.state.no-target");
        }
        if (changed.get()) {
            return draft() instanceof Mirror.To to
                    ? Messages.of("mirror.state.draft", to.share().value(), to.target())
                    : Messages.of("mirror.state.draft-off");
        }
        if (inForce instanceof Mirror.To to) {
            boolean nothing = endpoint != null && endpoint.routing().traffic().total() == 0;
            return Messages.of(
                    nothing ? "mirror.state.nothing-to-mirror" : "mirror.state.on",
                    to.share().value(),
                    to.target());
        }
        return Messages.of("mirror.state.off");
    }
}
