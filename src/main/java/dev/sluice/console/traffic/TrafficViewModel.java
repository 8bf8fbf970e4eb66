package dev.sluice.console.traffic;

import dev.sluice.console.support.ChangeNote;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Problems;
import dev.sluice.console.support.routing.AllTo;
import dev.sluice.console.support.routing.RoutingChanges;
import dev.sluice.console.support.routing.RoutingInWords;
import dev.sluice.console.traffic.RoutingDraft.Part;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.Activity;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The live split of one endpoint: a draft the user moves, beside what is in force and what was measured. Its total is
 * always 100, or 0 by its own switch, so it can always be applied. Each endpoint's draft is kept until it is applied or
 * discarded. For the UI thread only.
 */
final class TrafficViewModel {

    private final RoutingChanges changes;
    private final RoutingDrafts drafts;
    private final Measurements measured = new Measurements();
    private final Retreat retreat = new Retreat();
    private final ReadOnlyObjectWrapper<List<ShareRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper whyNothingMeasured = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper effect = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper gaveWay = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper flowing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canFlow = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper heldBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private RoutingDraft both = new RoutingDraft();
    private SplitDraft draft = both.split();
    private @Nullable EndpointView endpoint;

    /** Held, since it is told as long as this is. */
    private final Object turns;

    TrafficViewModel(RoutingChanges changes, RoutingDrafts drafts) {
        this.changes = changes;
        this.drafts = drafts;
        drafts.onTurn(this::refresh);
        this.turns = changes.onTurn(this::refresh);
    }

    ReadOnlyObjectProperty<List<ShareRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Who is given all when a rollout must end at once; empty without deployments. */
    Optional<ShareRow> retreat() {
        return Optional.ofNullable(endpoint)
                .flatMap(retreat::from)
                .flatMap(name -> rows.get().stream()
                        .filter(row -> row.name().equals(name))
                        .findFirst());
    }

    /** What applying the draft will do, or how it stands; one sentence a line. */
    ReadOnlyStringProperty effectProperty() {
        return effect.getReadOnlyProperty();
    }

    /** Why the draft cannot be applied, or who would get more than it can take; empty if nobody. */
    ReadOnlyStringProperty warningProperty() {
        return warning.getReadOnlyProperty();
    }

    /** Why no share was measured, while none was. */
    ReadOnlyStringProperty whyNothingMeasuredProperty() {
        return whyNothingMeasured.getReadOnlyProperty();
    }

    /** What has become of the draft when another split came into force; empty if there is nothing to tell. */
    ReadOnlyStringProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    /** Which shares set by hand gave way to a later one, and how to keep them; empty if none did. */
    ReadOnlyStringProperty gaveWayProperty() {
        return gaveWay.getReadOnlyProperty();
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

    /** Whether the draft cannot be applied beside that of the mirror, which was there before. */
    ReadOnlyBooleanProperty heldBackProperty() {
        return heldBack.getReadOnlyProperty();
    }

    /** Whether the answer to a command is still to come. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** On the next change that is applied. */
    ChangeNote note() {
        return drafts.note();
    }

    /** Turns to an endpoint, and to what was set up for it. */
    void open(EndpointName name, Fleet fleet) {
        measured.clear();
        problem.set("");
        news.set("");
        endpoint = fleet.endpoint(name).orElse(null);
        both = drafts.of(name);
        draft = both.split();
        show(fleet);
    }

    void show(Fleet fleet) {
        drafts.keepOnly(fleet);
        retreat.watch(fleet);
        if (endpoint != null) {
            endpoint = fleet.endpoint(endpoint.spec().name()).orElse(null);
        }
        if (endpoint != null) {
            hold(endpoint);
        }
        drafts.turned();
    }

    void measure(List<TrafficSample> samples) {
        samples.forEach(measured::add);
        refresh();
    }

    /** What the journal tells, oldest first: where a rollout began that this window has not seen begin. */
    void read(List<Activity> entries) {
        retreat.read(entries);
        refresh();
    }

    void setShare(DeploymentName name, int percent) {
        draft.move(name, percent, eligible());
        edited();
    }

    /** Moves the border between two: what {@code one} gets {@code other} gives, and the others stay. */
    void setBetween(DeploymentName one, DeploymentName other, int percent) {
        draft.moveBetween(one, other, percent, eligible());
        edited();
    }

    void toggleLock(DeploymentName name) {
        draft.toggleLock(name);
        refresh();
    }

    void turnOff() {
        draft.set(TrafficSplit.NONE);
        edited();
    }

    /** Back to the split in force; where that is none too, everything to the first deployment that can take it. */
    void turnOn() {
        var first = eligible().stream().findFirst();
        draft.set(
                draft.inForce().total() > 0
                        ? draft.inForce()
                        : first.map(TrafficSplit::allTo).orElse(TrafficSplit.NONE));
        edited();
    }

    void discard() {
        draft.set(draft.inForce());
        edited();
        if (endpoint != null) {
            drafts.discarded(endpoint.spec().name());
        }
    }

    void apply() {
        if (endpoint != null && canApply() && !heldBack.get()) {
            draft.send();
            var at = endpoint;
            tell(at, note().with(why -> changes.traffic(at, draft.split(), why)));
        }
    }

    /** Applies the draft and {@code mirror} in one change; while they exclude each other that is told instead. */
    void applyWith(Mirror mirror) {
        if (endpoint == null || !canApply()) {
            return;
        }
        var contested = both.contested();
        if (contested.isPresent()) {
            problem.set(Messages.of("traffic.contested", contested.get()));
        } else {
            draft.send();
            var at = endpoint;
            tell(at, note().with(why -> changes.both(at, new Routing(draft.split(), mirror), why)));
        }
    }

    /**
     * At once and without a question, whatever is under way: this is how a bad rollout is stopped. A draft is thrown away;
     * a shadow stops being one. For one that cannot take it nothing changes, and it is told why.
     */
    void allTo(DeploymentName name) {
        if (endpoint == null) {
            return;
        }
        var done = Messages.of(
                draft.isChanged() ? "traffic.all.done-draft" : "traffic.all.done",
                endpoint.spec().name(),
                name);
        if (new AllTo(endpoint, name).hindrance().isEmpty()) {
            begin();
            note().clear(); // it was about the draft
            giveAll(endpoint, name, done);
        } else {
            changes.allTo(endpoint, name, done);
        }
    }

    private void giveAll(EndpointView where, DeploymentName name, String done) {
        draft.set(TrafficSplit.allTo(name));
        draft.send();
        var mine = draft;
        changes.allTo(where, name, done).whenComplete((outcome, failure) -> {
            if (!(outcome instanceof Outcome.Applied)) {
                mine.set(mine.inForce());
                refresh();
            }
        });
    }

    private boolean canApply() {
        return changed.get() && !busy.get();
    }

    private void begin() {
        problem.set("");
        news.set("");
    }

    private void tell(EndpointView where, CompletionStage<Outcome> stage) {
        begin();
        stage.whenComplete((outcome, failure) -> {
            // The user may have turned to another endpoint meanwhile.
            if (endpoint != null && endpoint.spec().name().equals(where.spec().name())) {
                problem.set(Problems.of(outcome, failure));
            }
        });
    }

    private void edited() {
        problem.set("");
        news.set("");
        both.edited(Part.SPLIT);
        drafts.turned();
    }

    private Set<DeploymentName> eligible() {
        return endpoint == null ? Set.of() : new Eligibility(endpoint).candidates();
    }

    private void hold(EndpointView now) {
        var eligibility = new Eligibility(now);
        var fate = draft.hold(now.routing().traffic(), eligibility.deployments(), eligibility.candidates());
        boolean byOthers = !changes.isBusy(now.spec().name());
        if (fate != SplitDraft.Fate.NONE && byOthers) {
            news.set(Messages.of(
                    fate == SplitDraft.Fate.LOST ? "traffic.news.lost" : "traffic.news.carried-over",
                    RoutingInWords.of(now.routing().traffic())));
        }
    }

    private String whyNothingKey() {
        if (!measured.isEmpty()) {
            return "traffic.bar.no-requests";
        }
        return changes.isOutOfReach() ? "traffic.bar.not-read" : "traffic.bar.measuring";
    }

    private void refresh() {
        whyNothingMeasured.set(Messages.of(whyNothingKey()));
        if (endpoint == null) {
            rows.set(List.of());
            effect.set("");
            gaveWay.set("");
            warning.set("");
            changed.set(false);
            busy.set(false);
            return;
        }
        var eligibility = new Eligibility(endpoint);
        var forecasts = new Forecasts(endpoint, measured, both.asked(Part.SPLIT, endpoint.routing()));
        var words = new EffectInWords(draft.inForce(), draft.split(), forecasts);
        var contested = both.contested(Part.SPLIT);
        changed.set(draft.isChanged());
        heldBack.set(contested.isPresent());
        flowing.set(draft.split().total() > 0);
        canFlow.set(flowing.get() || !eligibility.candidates().isEmpty());
        busy.set(changes.isBusy(endpoint.spec().name()));
        var shares = new ShareRows(eligibility, draft, measured, forecasts);
        rows.set(shares.all());
        gaveWay.set(shares.gaveWay());
        effect.set(words.text());
        warning.set(
                contested.map(name -> Messages.of("traffic.contested", name)).orElseGet(words::warning));
    }
}
