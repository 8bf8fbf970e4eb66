package dev.sluice.console.traffic;

import dev.sluice.console.support.ChangeNote;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Problems;
import dev.sluice.console.support.routing.RoutingChanges;
import dev.sluice.console.traffic.RoutingDraft.Part;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import dev.sluice.metrics.MirrorLedger;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The mirror of one endpoint: which deployment is the shadow and how much it gets. Each endpoint's draft is kept until it
 * is applied or discarded. For the UI thread only.
 */
final class MirrorViewModel {

    private final RoutingChanges changes;
    private final RoutingDrafts drafts;
    private final Measurements measured = new Measurements();
    private final ReadOnlyObjectWrapper<List<DeploymentName>> targets = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable DeploymentName> target = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper share = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<MirrorLedger> ledger = new ReadOnlyObjectWrapper<>(MirrorLedger.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<DeploymentId>> failing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper load = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper limits = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper changedAlone = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper counted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper heldBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private RoutingDraft both = new RoutingDraft();
    private MirrorDraft draft = both.mirror();
    private @Nullable EndpointView endpoint;

    /** Held, since it is told as long as this is. */
    private final Object turns;

    MirrorViewModel(RoutingChanges changes, RoutingDrafts drafts) {
        this.changes = changes;
        this.drafts = drafts;
        drafts.onTurn(this::refresh);
        this.turns = changes.onTurn(this::refresh);
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

    ReadOnlyObjectProperty<MirrorLedger> ledgerProperty() {
        return ledger.getReadOnlyProperty();
    }

    /** The shadow, if copies that it got have failed. */
    ReadOnlyObjectProperty<Optional<DeploymentId>> failingProperty() {
        return failing.getReadOnlyProperty();
    }

    /** What is mirrored now, or what the draft will do. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How many copies the shadow will get and how many it can take; empty while nothing is to be mirrored. */
    ReadOnlyStringProperty loadProperty() {
        return load.getReadOnlyProperty();
    }

    /** Why the draft cannot be applied, or copies would be dropped, or there would be none; empty if all is well. */
    ReadOnlyStringProperty warningProperty() {
        return warning.getReadOnlyProperty();
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

    /** Whether the mirror has a draft and the split has none, beside which the note has its place. */
    ReadOnlyBooleanProperty changedAloneProperty() {
        return changedAlone.getReadOnlyProperty();
    }

    /** Whether something is mirrored now. */
    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether the ledger has anything to say. */
    ReadOnlyBooleanProperty countedProperty() {
        return counted.getReadOnlyProperty();
    }

    /** Whether the draft cannot be applied beside that of the split, which was there before. */
    ReadOnlyBooleanProperty heldBackProperty() {
        return heldBack.getReadOnlyProperty();
    }

    /** Whether the answer to a command is still to come. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** On the next change that is applied: the split's is the same one, since both may go in one change. */
    ChangeNote note() {
        return drafts.note();
    }

    /** Turns to an endpoint, and to what was set up for it. */
    void open(EndpointName name, Fleet fleet) {
        measured.clear();
        problem.set("");
        endpoint = fleet.endpoint(name).orElse(null);
        both = drafts.of(name);
        draft = both.mirror();
        show(fleet);
    }

    void show(Fleet fleet) {
        drafts.keepOnly(fleet);
        if (endpoint != null) {
            endpoint = fleet.endpoint(endpoint.spec().name()).orElse(null);
        }
        if (endpoint != null) {
            draft.hold(endpoint.routing().mirror(), possible(endpoint));
        }
        drafts.turned();
    }

    void measure(List<TrafficSample> samples) {
        samples.forEach(measured::add);
        refresh();
    }

    void setTarget(DeploymentName name) {
        draft.setTarget(name);
        edited();
    }

    /** Values outside 0 to 50 are taken as the nearest that is allowed. */
    void setShare(int percent) {
        draft.setShare(percent);
        edited();
    }

    void discard() {
        draft.discard();
        edited();
        if (endpoint != null) {
            drafts.discarded(endpoint.spec().name());
        }
    }

    void apply() {
        if (endpoint != null && changed.get() && !busy.get() && !heldBack.get()) {
            var at = endpoint;
            tell(at, note().with(why -> changes.mirror(at, draft.mirror(), why)));
        }
    }

    void stop() {
        draft.setShare(0);
        if (endpoint != null) {
            tell(endpoint, changes.mirror(endpoint, Mirror.off(), ""));
        }
    }

    /** What the user has set up, or what is in force. */
    Mirror draft() {
        return draft.mirror();
    }

    private void tell(EndpointView where, CompletionStage<Outcome> stage) {
        stage.whenComplete((outcome, failure) -> {
            if (endpoint != null && endpoint.spec().name().equals(where.spec().name())) {
                problem.set(Problems.of(outcome, failure));
            }
        });
    }

    private void edited() {
        problem.set("");
        both.edited(Part.MIRROR);
        drafts.turned();
    }

    private static List<DeploymentName> possible(EndpointView endpoint) {
        var eligibility = new Eligibility(endpoint);
        return eligibility.deployments().stream()
                .filter(name ->
                        eligibility.canBeShadow(name) || endpoint.routing().isShadow(name))
                .toList();
    }

    private void refresh() {
        if (endpoint == null) {
            targets.set(List.of());
            return;
        }
        var possible = possible(endpoint);
        running.set(endpoint.routing().mirror() instanceof Mirror.To);
        ledger.set(endpoint.mirror());
        failing.set(failing(endpoint));
        counted.set(running.get() || endpoint.mirror().sampled() > 0);
        busy.set(changes.isBusy(endpoint.spec().name()));
        targets.set(possible);
        target.set(draft.target().orElse(null));
        share.set(draft.share());
        var contested = both.contested(Part.MIRROR);
        changed.set(draft.isChanged());
        changedAlone.set(draft.isChanged() && !both.split().isChanged());
        heldBack.set(contested.isPresent());
        limits.set(String.join("\n", new Eligibility(endpoint).reasonsAgainstShadow()));
        var words = new MirrorInWords(draft, !possible.isEmpty(), forecasts(endpoint));
        state.set(words.state());
        load.set(words.load());
        warning.set(contested
                .map(name -> Messages.of(
                        "mirror.contested",
                        name,
                        both.split().split().shareOf(name).value()))
                .orElseGet(words::warning));
    }

    private static Optional<DeploymentId> failing(EndpointView endpoint) {
        return endpoint.routing().mirror() instanceof Mirror.To to
                        && endpoint.mirror().failed() > 0
                ? Optional.of(new DeploymentId(endpoint.spec().name(), to.target()))
                : Optional.empty();
    }

    private Forecasts forecasts(EndpointView now) {
        return new Forecasts(now, measured, draft.isChanged() ? both.asked(Part.MIRROR, now.routing()) : now.routing());
    }
}
