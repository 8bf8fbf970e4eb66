package dev.sluice.router.http;

import dev.sluice.domain.Mirror;
import dev.sluice.metrics.MirrorMeter.Outcome;
import dev.sluice.router.AnswerPair;
import dev.sluice.router.Comparer;
import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.EndpointRoute;
import dev.sluice.router.Upstream;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;

/**
 * Takes copies of live requests to their shadows, on a thread and on connections of its own. What the live side does
 * for a copy is in {@link MirrorTap}, and does not wait; whatever the shadow does happens here.
 *
 * <p>{@link #tap}, {@link #submit}, {@link #goesOn}, {@link #cut}, {@link #liveAnswered} and {@link #tableChanged} are for
 * any thread, the rest for the lane's event loop.
 */
final class MirrorLane {

    private static final int TICK_MILLIS = 10;

    private final Worker worker;
    private final Routes routes;
    private final RouterSettings.Shadow limits;
    private final Comparer comparer;
    private final MirrorRoom room;
    private final MirrorLines lines;
    private final Map<MirrorTarget, MirrorSetback> setbacks = new HashMap<>();
    private final Set<MirrorSend> inFlight = new HashSet<>();
    private boolean ticking;
    private boolean dispatching;
    private boolean stopped;

    MirrorLane(Worker worker, Routes routes, RouterSettings.Shadow limits, Comparer comparer) {
        this.worker = worker;
        this.routes = routes;
        this.limits = limits;
        this.comparer = comparer;
        this.room = new MirrorRoom(limits);
        this.lines = new MirrorLines(worker.deadlines());
    }

    RouterSettings.Shadow limits() {
        return limits;
    }

    Comparer comparer() {
        return comparer;
    }

    MirrorRoom room() {
        return room;
    }

    // --- what the live side does ---

    /**
     * Counts {@code request}, whose head is ready to be sent, and taps it and its answer if it is one of those to copy.
     *
     * @param loop on which its body will pass
     */
    Witness tap(EndpointRoute endpoint, HttpRequest request, EventLoop loop) {
        if (!endpoint.mirror().samplesNext() || !(endpoint.mirror().mirror() instanceof Mirror.To to)) {
            return Witness.NONE;
        }
        var meter = endpoint.mirrorMeter();
        meter.sampled();
        var shadow = endpoint.deployment(to.target());
        if (HttpUtil.getContentLength(request, 0L) > limits.bodyBytes()) {
            meter.ended(Outcome.DROPPED_SIZE);
        } else if (shadow.isEmpty() || !room.takeCopy()) {
            meter.ended(Outcome.DROPPED_QUEUE);
        } else {
            var target = new MirrorTarget(
                    endpoint.name().folded(), to.target(), shadow.get().gate());
            var copy = new MirrorCopy(this, endpoint, target, request, worker.now());
            return Witness.both(new MirrorTap(this, copy, loop), AnswerTap.of(this, copy));
        }
        return Witness.NONE;
    }

    /** The first part of a copy, which makes it known here. */
    void submit(MirrorCopy copy, HttpContent part) {
        copy.begins(part, worker.now());
        boolean isOpen = runs(() -> {
            copy.add(part);
            admit(copy);
        });
        if (!isOpen) {
            copy.end(Outcome.DROPPED_QUEUE);
            copy.add(part);
        }
    }

    /** A further part of a copy. */
    void goesOn(MirrorCopy copy, HttpContent part) {
        copy.goesOn(part, worker.now());
        if (!runs(() -> copy.add(part))) {
            // It has ended with the lane, and drops this.
            copy.add(part);
        }
    }

    /** The rest of a copy that was submitted will not come. */
    void cut(MirrorCopy copy, Outcome outcome) {
        runs(() -> copy.cut(outcome));
    }

    /** The live request has come to its end; the answer is empty if there is none that can be compared. */
    void liveAnswered(MirrorCopy copy, Optional<AnswerPair.Said> answer) {
        runs(() -> copy.pairing().live(answer));
    }

    /** The table has changed: copies for a shadow that is none any more are dropped, or cut, at once. */
    void tableChanged() {
        runs(this::endUnwanted);
    }

    /** False if the loop has ended, and every copy that was known to the lane before. */
    private boolean runs(Runnable work) {
        try {
            worker.loop().execute(work);
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    // --- what the lane does ---

    /** The shadow refused a connection, or broke it. */
    void broke(MirrorTarget target) {
        setbacks.computeIfAbsent(target, none -> new MirrorSetback()).broke(worker.now());
    }

    /** The shadow has answered, whatever it said. */
    void answered(MirrorTarget target) {
        setbacks.remove(target);
    }

    void over(MirrorSend send) {
        inFlight.remove(send);
        dispatch();
    }

    /** Ends a copy that waits. */
    void drop(MirrorCopy copy, Outcome outcome) {
        lines.quit(copy);
        copy.end(outcome);
    }

    /** Drops what waits, and cuts what is in flight, for good. */
    void stop() {
        stopped = true;
        lines.targets().forEach(this::dropAll);
        Set.copyOf(inFlight).forEach(send -> send.abandon(Outcome.RESET));
    }

    private void admit(MirrorCopy copy) {
        lines.join(copy);
        copy.admitted();
        if (stopped) {
            drop(copy, Outcome.DROPPED_QUEUE);
        } else {
            dispatch();
        }
    }

    private void endUnwanted() {
        var table = routes.current();
        Set.copyOf(inFlight).stream()
                .filter(send -> !send.isWanted(table))
                .forEach(send -> send.abandon(Outcome.RESET));
        setbacks.keySet().removeIf(target -> target.route(table).isEmpty());
        dispatch();
    }

    private void dispatch() {
        if (dispatching) {
            // A copy ended on the spot; the round that is under way goes on.
            return;
        }
        dispatching = true;
        try {
            lines.targets().forEach(this::serve);
        } finally {
            dispatching = false;
        }
        if (!lines.isEmpty() && !ticking) {
            ticking = true;
            worker.alarm().after(TICK_MILLIS, this::tick);
        }
    }

    /** A place at a shadow may have been given up by a pinned request, which does not tell the lane. */
    private void tick() {
        ticking = false;
        dispatch();
    }

    private void serve(MirrorTarget target) {
        target.route(routes.current()).ifPresentOrElse(shadow -> sendWhatFits(target, shadow), () -> dropAll(target));
    }

    private void dropAll(MirrorTarget target) {
        lines.waitingFor(target).forEach(copy -> drop(copy, Outcome.DROPPED_QUEUE));
    }

    private void sendWhatFits(MirrorTarget target, DeploymentRoute shadow) {
        var copy = lines.first(target);
        while (copy.isPresent() && isSent(copy.get(), shadow)) {
            copy = lines.first(target);
        }
    }

    /** False if it has to wait. */
    private boolean isSent(MirrorCopy copy, DeploymentRoute shadow) {
        if (shadow.upstreams().isEmpty() || isSetBack(copy.target())) {
            begin(copy, shadow).fail();
            return true;
        }
        boolean isFull = inFlight.size() >= limits.inFlight();
        // Requests that name the shadow go before copies.
        boolean mustWait =
                isFull || !copy.isDue(worker.now()) || !shadow.gate().line().isEmpty();
        var place = mustWait ? Optional.<Upstream>empty() : shadow.takePlace(worker.nextTurn());
        place.ifPresent(entered -> begin(copy, shadow).start(entered));
        return place.isPresent();
    }

    private MirrorSend begin(MirrorCopy copy, DeploymentRoute shadow) {
        lines.quit(copy);
        var send = new MirrorSend(this, worker, copy, shadow);
        inFlight.add(send);
        return send;
    }

    private boolean isSetBack(MirrorTarget target) {
        var setback = setbacks.get(target);
        return setback != null && !setback.allows(worker.now());
    }
}
