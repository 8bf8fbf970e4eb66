package dev.sluice.router.http;

import java.time.Duration;

/**
 * What the data plane may use up. Everything is bounded.
 *
 * @param port where to listen at 127.0.0.1; 0 for any free port
 * @param eventLoops how many threads serve clients, at least 1; the mirror has a thread of its own besides
 * @param drainGrace how long requests in flight may go on after {@link HttpRouter#close}
 */
public record RouterSettings(
        int port, int eventLoops, Clients clients, Instances instances, Shadow shadow, Duration drainGrace) {

    public static final RouterSettings DEFAULT = new RouterSettings(
            0,
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
            Clients.DEFAULT,
            Instances.DEFAULT,
            Shadow.DEFAULT,
            Duration.ofSeconds(5));

    public RouterSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port runs from 0 to 65535, not " + port);
        }
        if (eventLoops < 1) {
            throw new IllegalArgumentException("there is at least one event loop, not " + eventLoops);
        }
    }

    public RouterSettings withPort(int other) {
        return new RouterSettings(other, eventLoops, clients, instances, shadow, drainGrace);
    }

    public RouterSettings withEventLoops(int other) {
        return new RouterSettings(port, other, clients, instances, shadow, drainGrace);
    }

    public RouterSettings with(Clients other) {
        return new RouterSettings(port, eventLoops, other, instances, shadow, drainGrace);
    }

    public RouterSettings with(Shadow other) {
        return new RouterSettings(port, eventLoops, clients, instances, other, drainGrace);
    }

    public RouterSettings withDrainGrace(Duration other) {
        return new RouterSettings(port, eventLoops, clients, instances, shadow, other);
    }

    /**
     * What one client may ask for.
     *
     * @param connections open at once, all clients together; for a further one another is closed that waits for no
     *     answer, and if there is none, the further one
     * @param bodyBytes of one request; the cloud's proxy has 100 MB (reference 2.1); beyond it 413
     * @param requestLineBytes beyond it 431
     * @param headerBytes of all header fields together; beyond it 431
     * @param idle how long a connection may stay open between requests
     * @param head how long a request line and its header fields may take to arrive, from their first byte
     */
    public record Clients(
            int connections, long bodyBytes, int requestLineBytes, int headerBytes, Duration idle, Duration head) {

        public static final Clients DEFAULT =
                new Clients(4096, 100L << 20, 8 << 10, 32 << 10, Duration.ofSeconds(75), Duration.ofSeconds(10));
    }

    /**
     * Connections to instances.
     *
     * @param connect how long connecting may take
     * @param idle how long an unused connection is kept; less than the 2 s after which common Python servers hang up,
     *     so that it is the router who closes first
     */
    public record Instances(Duration connect, Duration idle) {

        public static final Instances DEFAULT = new Instances(Duration.ofSeconds(1), Duration.ofMillis(1500));
    }

    /**
     * What copies for shadows may use up, all endpoints together. What is over is not copied, newest first.
     *
     * <p>By default a body may have 16 MiB, far more than a scoring request usually has; twice that may be held at once, so that one long body leaves room for others.
     *
     * @param bytes of all copies held at once: what has come of their bodies and their shadows have not taken yet
     * @param bodyBytes of one copy, and so also what one copy may hold; longer bodies are not copied
     * @param inFlight copies that shadows work on at once
     * @param waiting copies beyond those, whose bodies have not begun to come or which wait for their shadow
     * @param deadline how old a copy may get before it is dropped or cut; in flight it is held to the shadow's
     *     {@code request_timeout_ms} as well
     */
    public record Shadow(long bytes, int bodyBytes, int inFlight, int waiting, Duration deadline) {

        public static final Shadow DEFAULT = new Shadow(32L << 20, 16 << 20, 64, 256, Duration.ofSeconds(30));
    }
}
