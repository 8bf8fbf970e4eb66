package dev.sluice.console.support.routing;

import dev.sluice.console.support.Jumps;
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

/**
 * Changes the routings of a window's endpoints, and takes changes back and makes them again. None of that asks: each
 * tells in a notice what it did, with a button for the way back. The stages that it hands out complete on the UI thread.
 * For the UI thread only.
 */
public final class RoutingChanges {

    private final RolloutControl control;
    private final NoticeBoard notices;
    private final Jumps jumps;
    private final RoutingFlights flights;
    private final Map<EndpointName, RoutingTrack> tracks = new HashMap<>();

    /** @param reach while the runtime is gone, every change fails with the reason, by whichever key or button it came */
    public RoutingChanges(RolloutControl control, Reach reach, Executor ui, NoticeBoard notices, Jumps jumps) {
        this.control = control;
        this.notices = notices;
        this.jumps = jumps;
        this.flights = new RoutingFlights(reach, ui, notices);
    }

    /**
     * Tells whenever a command is sent or answered, or the runtime is lost or found, as long as what this returns is held: the changes are the window's,
     * and outlive who looks at them.
     */
    public Object onTurn(Runnable told) {
        return flights.onTurn(told);
    }

    /** Whether the runtime is gone, so that nothing is told of it any more. */
    public boolean isOutOfReach() {
        return flights.isOutOfReach();
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

    /**
     * What came into force since {@code way} could have been gone, such as by another window or the command line: it
     * would be replaced too, without a word, so the way is not gone. Empty if it can be gone.
     */
    public Optional<Routing> inTheWay(EndpointName where, RoutingChange way) {
        return track(where).inForce().filter(now -> !now.equals(way.before()));
    }

    private Optional<String> prospect(EndpointName where, String key, Optional<RoutingChange> way) {
        return way.filter(change -> !isBusy(where) && inTheWay(where, change).isEmpty())
                .map(change -> Messages.of(key, where, RoutingInWords.of(change.after())));
    }

    /** Tells what is in force by now; what was changed at endpoints that are gone is forgotten. */
    public void show(Fleet fleet) {
        tracks.keySet().removeIf(name -> fleet.endpoint(name).isEmpty());
        fleet.endpoints().forEach(endpoint -> track(endpoint.spec().name()).saw(fleet.revision(), endpoint.routing()));
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

    /**
     * Restores the whole routing that was before the last change made here; does nothing while busy. A change that came
     * since from elsewhere stays: it is told, with the way to where any earlier routing can be restored.
     */
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
                                        "traffic.undo.overtaken",
                                        "traffic.redo.verb",
                                        this::redo)),
                        () -> notices.done(Messages.of("traffic.undo.nothing", where)));
    }

    /** Makes the change again that was taken back last, by the same rules. */
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
                                        "traffic.redo.overtaken",
                                        "traffic.undo.verb",
                                        this::undo)),
                        () -> notices.done(Messages.of("traffic.redo.nothing", where)));
    }

    /** How to tell what came of it, and what the notice's button does. */
    private record Telling(
            String reasonKey,
            String doneKey,
            String refusedKey,
            String overtakenKey,
            String verbKey,
            Consumer<EndpointName> back) {}

    private CompletionStage<Outcome> change(
            EndpointView at, UnaryOperator<Routing> step, Supplier<CompletionStage<Outcome>> command, String done) {
        var where = at.spec().name();
        var track = track(where);
        return flights.send(
                new RoutingFlights.Command(track, at.routing(), step, command),
                change -> did(track, change, done, where),
                (outcome, failure) -> {});
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
        var inTheWay = inTheWay(where, way);
        if (inTheWay.isPresent()) {
            refer(track, Messages.of(telling.overtakenKey(), where), way, inTheWay.get());
            return;
        }
        flights.send(
                new RoutingFlights.Command(
                        track,
                        way.before(),
                        now -> way.after(),
                        () -> control.because(Messages.of(telling.reasonKey())).applyRouting(where, way.after())),
                change -> {
                    kept.run();
                    tell(track, where, way.after(), telling);
                },
                (outcome, failure) -> notices.notDone(Messages.of(telling.refusedKey(), where), outcome, failure));
    }

    /** What the way would have replaced is told, and where it can be seen who made it. */
    private void refer(RoutingTrack track, String title, RoutingChange way, Routing now) {
        track.dismissNotice(notices);
        track.told(notices.elsewhere(
                title,
                Messages.of("traffic.overtaken", RoutingInWords.of(now), RoutingInWords.of(way.after())),
                Messages.of("traffic.overtaken.verb"),
                () -> jumps.toPage("activity")));
    }

    private void tell(RoutingTrack track, EndpointName where, Routing now, Telling telling) {
        var done = Messages.of(telling.doneKey(), where, RoutingInWords.of(now));
        var verb = Messages.of(telling.verbKey());
        track.told(notices.reversible(
                done, verb, Needs.RUNTIME, () -> telling.back().accept(where)));
    }

    private RoutingTrack track(EndpointName where) {
        return tracks.computeIfAbsent(where, name -> new RoutingTrack());
    }
}
