package dev.sluice.router.http;

import dev.sluice.domain.Mirror;
import dev.sluice.metrics.MirrorMeter.Outcome;
import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.EndpointRoute;
import dev.sluice.router.Upstream;
import io.netty.handler.codec.http.HttpRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes copies of live requests to their shadows, on a thread and on connections of its own. The live side does three
 * things for a copy, none of which waits: it reserves room, copies the bytes as they pass, and hands the copy over.
 * Whatever the shadow does happens here.
 *
 * <p>{@link #tap}, {@link #submit}, {@link #takeBytes} and {@link #giveBack} are for any thread, the rest for the
 * lane's event loop.
 */
final class MirrorLane {

    private static final int TICK_MILLIS = 10;

    private final Worker worker;
    private final Routes routes;
    private final RouterSettings.Shadow limits;
    private final AtomicInteger copies = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final Deque<MirrorCopy> waiting = new ArrayDeque<>();
    private final Set<MirrorSend> inFlight = new HashSet<>();
    private boolean ticking;
    private boolean dispatching;

    MirrorLane(Worker worker, Routes routes, RouterSettings.Shadow limits) {
        this.worker = worker;
        this.routes = routes;
        this.limits = limits;
    }

    RouterSettings.Shadow limits() {
        return limits;
    }

    /** Counts {@code request}, whose head is ready to be sent, and taps it if it is one of those to copy. */
    Tap tap(EndpointRoute endpoint, HttpRequest request) {
        if (!endpoint.mirror().samplesNext() || !(endpoint.mirror().mirror() instanceof Mirror.To to)) {
            return Tap.NONE;
        }
        endpoint.mirrorMeter().sampled();
        if (copies.incrementAndGet() > limits.inFlight() + limits.waiting()) {
            copies.decrementAndGet();
            endpoint.mirrorMeter().ended(Outcome.DROPPED_QUEUE);
            return Tap.NONE;
        }
        return new MirrorCopy(this, endpoint, to.target(), request, worker.now());
    }

    /** False if that would be more than there may be. */
    boolean takeBytes(int more) {
        if (bytes.addAndGet(more) > limits.bytes()) {
            bytes.addAndGet(-more);
            return false;
        }
        return true;
    }

    /** A copy has ended that held so many bytes. */
    void giveBack(int held) {
        bytes.addAndGet(-held);
        copies.decrementAndGet();
    }

    void submit(MirrorCopy copy) {
        copy.reserve(worker.now());
        try {
            worker.loop().execute(() -> {
                waiting.addLast(copy);
                dispatch();
            });
        } catch (RejectedExecutionException closing) {
            copy.end(Outcome.DROPPED_QUEUE);
        }
    }

    /** The table has changed: copies for a shadow that is none any more are dropped at once. */
    void tableChanged() {
        try {
            worker.loop().execute(this::dispatch);
        } catch (RejectedExecutionException closing) {
            // Closing drops them all.
        }
    }

    void over(MirrorSend send) {
        inFlight.remove(send);
        dispatch();
    }

    /** Drops what waits, and cuts what is in flight. */
    void stop() {
        waiting.forEach(copy -> copy.end(Outcome.DROPPED_QUEUE));
        waiting.clear();
        Set.copyOf(inFlight).forEach(MirrorSend::broken);
    }

    private void dispatch() {
        if (dispatching) {
            // A copy ended on the spot; the round that is under way goes on.
            return;
        }
        dispatching = true;
        try {
            lookAtEach();
        } finally {
            dispatching = false;
        }
        if (!waiting.isEmpty() && !ticking) {
            ticking = true;
            worker.loop().schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Once, in their order: one shadow that is busy does not hold up the copies for another. */
    private void lookAtEach() {
        for (int left = waiting.size(); left > 0; left--) {
            var copy = waiting.removeFirst();
            if (worker.now() - copy.sampled() > limits.deadline().toNanos()) {
                copy.end(Outcome.DROPPED_QUEUE);
            } else {
                shadowOf(copy).ifPresentOrElse(shadow -> send(copy, shadow), () -> copy.end(Outcome.DROPPED_QUEUE));
            }
        }
    }

    /** A place at the shadow may have been given up by a pinned request, which does not tell the lane. */
    private void tick() {
        ticking = false;
        dispatch();
    }

    private Optional<DeploymentRoute> shadowOf(MirrorCopy copy) {
        return routes.current()
                .endpoint(copy.endpoint())
                .filter(endpoint -> endpoint.mirror().mirror() instanceof Mirror.To to
                        && to.target().equals(copy.target()))
                .flatMap(endpoint -> endpoint.deployment(copy.target()));
    }

    private void send(MirrorCopy copy, DeploymentRoute shadow) {
        boolean isFull = inFlight.size() >= limits.inFlight();
        // Requests that name the shadow go before copies.
        boolean mustWait =
                isFull || !copy.isDue(worker.now()) || !shadow.gate().line().isEmpty();
        var place = mustWait ? Optional.<Upstream>empty() : shadow.takePlace(worker.nextTurn());
        if (place.isPresent() || shadow.upstreams().isEmpty()) {
            var send = new MirrorSend(this, worker, copy, shadow);
            inFlight.add(send);
            place.ifPresentOrElse(send::start, send::unreachable);
        } else {
            waiting.addLast(copy);
        }
    }
}
