package dev.sluice.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.engine.Instance.Status;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** One fake instance. Safe from any thread. */
public final class FakeInstance {

    /** An address where nobody listens, for tests that never connect. */
    private static final InetSocketAddress NOWHERE = new InetSocketAddress("127.0.0.1", 9);

    private static final int SERVER_ERROR = 500;

    private final InstanceId id;
    private final String home;
    private final InstanceSpec spec;
    private final Optional<BiFunction<InstanceSpec, String, String>> score;
    private final Runnable changed;
    private final List<String> log = new ArrayList<>();
    private final List<Consumer<String>> followers = new CopyOnWriteArrayList<>();
    private Optional<HttpServer> server = Optional.empty();
    private Closeable own = () -> {};
    private Status status = new Status.Booting();
    private Optional<Consumption> consumption = Optional.empty();
    private volatile int health = 200;

    FakeInstance(
            InstanceId id,
            String home,
            InstanceSpec spec,
            Optional<BiFunction<InstanceSpec, String, String>> score,
            Runnable changed) {
        this.id = id;
        this.home = home;
        this.spec = spec;
        this.score = score;
        this.changed = changed;
    }

    public InstanceSpec spec() {
        return spec;
    }

    public synchronized Instance now() {
        return new Instance(id, spec.key(), FakeEngine.STARTED, status);
    }

    boolean isOf(String someHome) {
        return home.equals(someHome);
    }

    /** It has booted and can be connected to. */
    public void listen() {
        synchronized (this) {
            status = new Status.Reachable(score.isPresent() ? serve() : NOWHERE);
        }
        changed.run();
    }

    /** It has booted and can be connected to at {@code server}, which ends with it. */
    public void listenAt(InetSocketAddress address, Closeable server) {
        synchronized (this) {
            status = new Status.Reachable(address);
            own = server;
        }
        changed.run();
    }

    /** It ends, by itself or because somebody killed it. */
    public void end(int exitCode, String reason) {
        synchronized (this) {
            status = new Status.Ended(exitCode, reason);
            hangUp();
        }
        changed.run();
    }

    synchronized void takes(Consumption sofar) {
        consumption = Optional.of(sofar);
    }

    synchronized Optional<Consumption> consumption() {
        return status instanceof Status.Ended ? Optional.empty() : consumption;
    }

    public void log(String line) {
        synchronized (log) {
            log.add(line);
            followers.forEach(follower -> follower.accept(line));
        }
    }

    void answerHealthWith(int code) {
        health = code;
    }

    List<String> tail(int lines) {
        synchronized (log) {
            return List.copyOf(log.subList(Math.max(0, log.size() - lines), log.size()));
        }
    }

    AutoCloseable follow(int tail, Consumer<String> line) {
        synchronized (log) {
            tail(tail).forEach(line);
            followers.add(line);
        }
        return () -> followers.remove(line);
    }

    synchronized void remove() {
        followers.clear();
        hangUp();
    }

    private void hangUp() {
        server.ifPresent(running -> running.stop(0));
        server = Optional.empty();
        try {
            own.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InetSocketAddress serve() {
        try {
            var http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            http.createContext("/", exchange -> answer(exchange, health, health == 200 ? "Healthy" : "not well"));
            http.createContext("/score", this::answerScore);
            http.start();
            server = Optional.of(http);
            return new InetSocketAddress("127.0.0.1", http.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answerScore(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            answer(exchange, 200, score.orElseThrow().apply(spec, body));
        } catch (RuntimeException e) {
            log("sluice.user_script - " + e);
            answer(exchange, SERVER_ERROR, "{\"message\": \"An unexpected error occurred in scoring script.\"}");
        }
    }

    private static void answer(HttpExchange exchange, int code, String text) throws IOException {
        try (exchange) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(code, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
