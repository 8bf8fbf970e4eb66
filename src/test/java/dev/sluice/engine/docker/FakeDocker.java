package dev.sluice.engine.docker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A daemon that knows its version, refuses newer callers, has no images, and breaks off each stream of events at once,
 * each build in its second step and each pull in its midst.
 */
final class FakeDocker implements AutoCloseable {

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    FakeDocker() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String host() {
        return "tcp://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The paths that were asked for, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        asked.add(path);
        try (exchange) {
            switch (path) {
                case "/version" -> say(exchange, 200, "{\"Version\": \"20.10.24\"}");
                case "/events" -> say(exchange, 200, "{}");
                case "/build" ->
                    breakOff(
                            exchange,
                            "{\"stream\": \"Step 1/2 : FROM a\\n\"}\r\n{\"stream\": \"Step 2/2 : RUN b\\n\"}\r\n");
                case "/images/create" -> breakOff(exchange, "{\"status\": \"Pulling from library/a\"}\r\n");
                default -> {
                    if (path.startsWith("/images/")) {
                        say(exchange, 404, "{\"message\": \"No such image\"}");
                    } else {
                        refuse(exchange);
                    }
                }
            }
        }
    }

    /** What was promised does not come: the connection is closed in the middle of a line. */
    private static void breakOff(HttpExchange exchange, String begun) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, begun.length() + 1000);
        exchange.getResponseBody().write(begun.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        say(exchange, 400, "{\"message\": \"client version 1.44 is too new\"}");
    }

    private static void say(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
