package dev.sluice.router.http;

import dev.sluice.router.Gate;
import dev.sluice.router.Upstream;
import io.netty.channel.EventLoop;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** What belongs to one event loop: connections to instances, deadlines, and a look at idle clients now and then. */
final class Worker {

    private static final int SWEEP_MILLIS = 250;
    private static final int TURNS = 1 << 16;

    /** An instance is known by its gate: names and addresses are used again, gates are not. */
    private final Map<Gate, ConnectionPool> pools = new IdentityHashMap<>();

    private final Set<IdleHandler> clients = new LinkedHashSet<>();
    private final EventLoop loop;
    private final Alarm alarm;
    private final Transport transport;
    private final RouterSettings.Instances limits;
    private final LongSupplier nanos;
    private final Deadlines deadlines;
    private final Flushes flushes;
    private final PlainHead plainHead = new PlainHead();
    private int turn;
    private boolean closing;

    Worker(EventLoop loop, Alarm alarm, Transport transport, RouterSettings.Instances limits, LongSupplier nanos) {
        this.loop = loop;
        this.alarm = alarm;
        this.transport = transport;
        this.limits = limits;
        this.nanos = nanos;
        this.deadlines = new Deadlines(alarm, nanos);
        this.flushes = new Flushes(loop);
    }

    void start() {
        alarm.after(SWEEP_MILLIS, this::sweep);
    }

    EventLoop loop() {
        return loop;
    }

    Alarm alarm() {
        return alarm;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    PlainHead plainHead() {
        return plainHead;
    }

    Flushes flushes() {
        return flushes;
    }

    Set<IdleHandler> clients() {
        return clients;
    }

    boolean isClosing() {
        return closing;
    }

    /**
     * Closes one connection on which nobody waits for an answer, so that who holds many open cannot keep others out.
     * False if there is none.
     */
    boolean makesRoom() {
        var victim = clients.stream()
                .filter(IdleHandler::isDispensable)
                .reduce((one, other) -> other.goesBefore(one) ? other : one);
        victim.ifPresent(IdleHandler::close);
        return victim.isPresent();
    }

    /** Closes the connections that are idle; the others close with their next answer. */
    void beginClosing() {
        closing = true;
        clients.forEach(IdleHandler::closeIfBetweenRequests);
    }

    long now() {
        return nanos.getAsLong();
    }

    /** Which of several equal instances is next, from 0. */
    int nextTurn() {
        turn = (turn + 1) % TURNS;
        return turn;
    }

    ConnectionPool pool(Upstream upstream) {
        var pool = pools.get(upstream.gate());
        if (pool == null) {
            pool = new ConnectionPool(loop, transport, upstream.address(), limits, this);
            pools.put(upstream.gate(), pool);
        }
        return pool;
    }

    private void sweep() {
        alarm.after(SWEEP_MILLIS, this::sweep);
        long now = now();
        long since = now - limits.idle().toNanos();
        pools.values().forEach(pool -> pool.closeIdle(since));
        pools.entrySet()
                .removeIf(entry -> entry.getValue().isEmpty() && entry.getKey().inFlight() == 0);
        clients.forEach(client -> client.closeIfIdle(now));
    }
}
