package dev.sluice.app;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.control.http.Doorway;
import dev.sluice.domain.Secret;
import dev.sluice.home.NoteFile;
import dev.sluice.home.RuntimeNote;
import dev.sluice.home.RuntimeNote.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A runtime of another version: a process of its own, whose picture is not as this version draws it. */
final class ForeignRuntime implements AutoCloseable {

    static final String VERSION = "99.1";

    private static final String PICTURE = "{\"planets\":[]}";

    private final Process process;
    private final HttpServer server;

    private ForeignRuntime(Process process, HttpServer server) {
        this.process = process;
        this.server = server;
    }

    static ForeignRuntime in(Path home) throws IOException {
        var process = new ProcessBuilder("sleep", "600").start();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        var foreign = new ForeignRuntime(process, server);
        foreign.answers("/v1/fleet", 200, PICTURE, () -> {});
        foreign.answers("/v1/ping", 204, "", () -> {});
        foreign.answers("/v1/stop", 202, "", process::destroy);
        server.start();
        new NoteFile(home)
                .write(new RuntimeNote(
                        new Doorway(
                                URI.create("http://127.0.0.1:"
                                        + server.getAddress().getPort()),
                                new Secret("sesame")),
                        process.pid(),
                        VERSION,
                        Kind.SERVE,
                        Optional.empty(),
                        List.of()));
        return foreign;
    }

    private void answers(String path, int status, String json, Runnable afterwards) {
        server.createContext(path, exchange -> {
            try (exchange) {
                var body = json.getBytes(StandardCharsets.UTF_8);
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
            afterwards.run();
        });
    }

    long pid() {
        return process.pid();
    }

    boolean isUp() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        server.stop(0);
    }
}
