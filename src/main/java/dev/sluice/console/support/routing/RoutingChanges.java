package dev.sluice.console.support.routing;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Needs;
import dev.sluice.console.support.NoticeBoard;
import dev.sluice.console.support.Reach;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;

/**
 * Changes the routings of a window's endpoints, and takes changes back and makes them again. None of that asks: each
 * tells in a notice what it did, with a button for the way back. The stages that it hands out complete on the UI thread.
 * For the UI thread only.
 */
public final class RoutingChanges {

    private final RolloutControl control;
    private final Reach reach;
    private final Executor ui;
    private final NoticeBoard notices;
    private final Map<EndpointName, RoutingTrack> tracks = new HashMap<>();
    private final LongProperty turn = new SimpleLongProperty();

    /** @param reach while the runtime is gone, every change fails with the reason, by whichever key or button it came */
    public RoutingChanges(RolloutControl control, Reach reach, Executor ui, NoticeBoard notices) {
        this.control = control;
        this.reach = reach;
        this.ui = ui;
        this.notices = notices;
        reach.lost().addListener((o, before, after) -> moveOn());
    }

    /**
     * Tells whenever a command is sent or answered, or the runtime is lost or found, as long as what this returns is held: the changes are the window's,
     * and outlive who looks at them.
     */
    public Object onTurn(Runnable told) {
        ChangeListener<Number> listener = (o, before, after) -> told.run();
        turn.addListener(new WeakChangeListener<>(listener));
        return listener;
    }

    /** Whether the runtime is gone, so that nothing is told of it any more. */
    public boolean isOutOfReach() {
        return !reach.allows(Needs.RUNTIME);
    }

    /** Whether the answer to a command is still to come. */
    public boolean isBusy(EndpointName where) {
        return track(where).isBusy();
    }

    public Optional<RoutingChange> toUndo(EndpointName where) {
        return track(where).history().toUndo();
    }

    public Optional<RoutingChange> toRedo(EndpointName where) {
        return track(where).history().toRedo();
    }

    /** What {@link #undo} would do now, in words; empty if it would do nothing. */
    public Optional<String> undoProspect(EndpointName where) {
        return prospect(where, "traffic.undo.prospect", toUndo(where).map(RoutingChange::reversed));
    }

    /** What {@link #redo} would do now, in words; empty if it would do nothing. */
    public Optional<String> redoProspect(EndpointName where) {
        return prospect(where, "traffic.redo.prospect", toRedo(where));
    }

    private Optional<String> prospect(EndpointName where, String key, Optional<RoutingChange> way) {
        return way.filter(change -> !isBusy(where))
                .map(change -> Messages.of(key, where, RoutingInWords.of(change.after())));
    }

    /** What was changed at endpoints that are gone is forgotten. */
    public void show(Fleet fleet) {
        tracks.keySet().removeIf(name -> fleet.endpoint(name).isEmpty());
    }

    /** @param reason why, for the journal; may be empty */
    public CompletionStage<Outcome> traffic(EndpointView at, TrafficSplit split, String reason) {
        var where = at.spec().name();
        var done = Messages.of("traffic.done", where, RoutingInWords.of(split));
        return change(
                at, now -> now.withTraffic(split), () -> control.noting(reason).applyTraffic(where, split), done);
    }

    /** @param reason why, for the journal; may be empty */
    public CompletionStage<Outcome> mirror(EndpointView at, Mirror mirror, String reason) {
        var where = at.spec().name();
        var done = Messages.of("traffic.done", where, RoutingInWords.of(mirror));
        return change(
                at, now -> now.withMirror(mirror), () -> control.noting(reason).applyMirror(where, mirror), done);
    }

    /** Both in one change, which is taken back as one. */
    public CompletionStage<Outcome> both(EndpointView at, Routing routing, String reason) {
        var where = at.spec().name();
        var done = Messages.of("traffic.done", where, RoutingInWords.of(routing));
        return change(at, now -> routing, () -> control.noting(reason).applyRouting(where, routing), done);
    }

    /**
     * Goes out whatever else is under way: this is how a bad rollout is stopped. Whatever comes of it is told in a notice,
     * so that who asks always gets an answer; one that cannot take it is not even given it.
     *
     * @param done what to tell when it is done
     */
    public CompletionStage<Outcome> allTo(EndpointView at, DeploymentName name, String done) {
        var id = new DeploymentId(at.spec().name(), name);
        var hindrance = new AllTo(at, name).hindrance();
        var answer = hindrance.isPresent()
                ? CompletableFuture.<Outcome>completedFuture(new Outcome.Refused(List.of(hindrance.get())))
                : change(at, now -> now.allTo(name), () -> control.allTrafficTo(id), done);
        return answer.whenComplete((outcome, failure) ->
                notices.notDone(Messages.of("traffic.all.not-done", id.endpoint()), outcome, failure));
    }

    /**
     * An endpoint's attributes and its routing in one change; of that, the routing is taken back.
     *
     * @param reason why, for the journal; may be empty
     * @param done what to tell when it is done
     */
    public CompletionStage<Outcome> edited(
            EndpointView at, EndpointSpec spec, Routing routing, String reason, String done) {
        return change(at, now -> routing, () -> control.noting(reason).updateEndpoint(spec, routing), done);
    }

    /** Restores the whole routing that was before the last change made here; does nothing while busy. */
    public void undo(EndpointName where) {
        var history = track(where).history();
        history.toUndo()
                .ifPresentOrElse(
                        change -> restore(
                                where,
                                change.reversed(),
                                history::undid,
                                new Telling(
                                        "traffic.undo.reason",
                                        "traffic.undo.done",
                                        "traffic.undo.refused",
                                        "traffic.redo.verb",
                                        this::redo)),
                        () -> notices.done(Messages.of("traffic.undo.nothing", where)));
    }

    /** Makes the change again that was taken back last; does nothing while busy. */
    public void redo(EndpointName where) {
        var history = track(where).history();
        history.toRedo()
                .ifPresentOrElse(
                        change -> restore(
                                where,
                                change,
                                history::redid,
                                new Telling(
                                        "traffic.redo.reason",
                                        "traffic.redo.done",
                                        "traffic.redo.refused",
                                        "traffic.undo.verb",
                                        this::undo)),
                        () -> notices.done(Messages.of("traffic.redo.nothing", where)));
    }

    /** How to tell what came of it, and what the notice's button does. */
    private record Telling(
            String reasonKey, String doneKey, String refusedKey, String verbKey, Consumer<EndpointName> back) {}

    private CompletionStage<Outcome> change(
            EndpointView at, UnaryOperator<Routing> step, Supplier<CompletionStage<Outcome>> command, String done) {
        var where = at.spec().name();
        var track = track(where);
        var flight = track.takeOff(at.routing(), step);
        begin(track);
        return reach.give(command)
                .whenCompleteAsync(
                        (outcome, failure) -> {
                            if (outcome instanceof Outcome.Applied) {
                                did(track, track.land(flight), done, where);
                            } else {
                                track.crash(flight);
                            }
                            moveOn();
                        },
                        ui);
    }

    private void did(RoutingTrack track, RoutingChange change, String done, EndpointName where) {
        if (change.before().equals(change.after())) {
            notices.done(done);
            return;
        }
        track.history().did(change);
        track.told(notices.reversible(done, Messages.of("traffic.undo.verb"), Needs.RUNTIME, () -> undo(where)));
    }

    private void restore(EndpointName where, RoutingChange way, Runnable kept, Telling telling) {
        var track = track(where);
        if (track.isBusy()) {
            return;
        }
        var flight = track.takeOff(way.before(), now -> way.after());
        begin(track);
        reach.give(() -> control.because(Messages.of(telling.reasonKey())).applyRouting(where, way.after()))
                .whenCompleteAsync(
                        (outcome, failure) -> {
                            if (outcome instanceof Outcome.Applied) {
                                track.land(flight);
                                kept.run();
                                tell(track, where, way.after(), telling);
                            } else {
                                track.crash(flight);
                                notices.notDone(Messages.of(telling.refusedKey(), where), outcome, failure);
                            }
                            moveOn();
                        },
                        ui);
    }

    private void tell(RoutingTrack track, EndpointName where, Routing now, Telling telling) {
        var done = Messages.of(telling.doneKey(), where, RoutingInWords.of(now));
        var verb = Messages.of(telling.verbKey());
        track.told(notices.reversible(
                done, verb, Needs.RUNTIME, () -> telling.back().accept(where)));
    }

    /** What cannot be sent changes nothing: the notice of the last change still holds. */
    private void begin(RoutingTrack track) {
        if (reach.allows(Needs.RUNTIME)) {
            track.dismissNotice(notices);
        }
        moveOn();
    }

    private RoutingTrack track(EndpointName where) {
        return tracks.computeIfAbsent(where, name -> new RoutingTrack());
    }

    private void moveOn() {
        turn.set(turn.get() + 1);
    }
}
