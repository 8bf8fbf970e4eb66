package dev.sluice.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Requests at a steady rate in the background, until closed. */
final class SteadyLoad implements AutoCloseable {

    /** Closing waits for the end of one. */
    private static final Duration STRETCH = Duration.ofSeconds(5);

    private final OpenLoop loop;
    private final int port;
    private final CompletableFuture<Void> end;
    private volatile boolean isOver;
    private Tally tally = Tally.none();

    private SteadyLoad(OpenLoop loop, int port) {
        this.loop = loop;
        this.port = port;
        this.end = CompletableFuture.runAsync(this::send);
    }

    /** @param address with {@code path}, {@code port} and {@code key} */
    static SteadyLoad start(int perSecond, Map<String, String> address, byte[] body) {
        var request = Request.of(address.get("path"), address.get("key"), body);
        var loop = new OpenLoop(perSecond, STRETCH, request::duplicate);
        return new SteadyLoad(loop, Integer.parseInt(address.get("port")));
    }

    private void send() {
        try {
            while (!isOver) {
                add(loop.tally(port));
            }
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private synchronized void add(Tally more) {
        tally = tally.and(more);
    }

    /** So far. */
    synchronized Aim account() {
        var note = String.format(
                Locale.ROOT,
                "of %d, p99 %.1f ms %s",
                tally.requests(),
                tally.p99Micros() / 1e3,
                tally.firstError().orElse(""));
        return Aim.information("load_errors", "requests not answered 200", tally.errors(), "", note);
    }

    @Override
    public void close() {
        isOver = true;
        end.join();
    }
}
