package dev.sluice.engine.docker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An index of Python packages on this computer, as pip asks one; each package is one module that knows its version. */
final class PackageIndex implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, byte[]> wheels = new ConcurrentHashMap<>();

    PackageIndex() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/simple";
    }

    PackageIndex with(String name, String version) throws IOException {
        wheels.put(name + "-" + version + "-py3-none-any.whl", wheel(name, version));
        return this;
    }

    private static byte[] wheel(String name, String version) throws IOException {
        var info = name + "-" + version + ".dist-info/";
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            add(zip, name + ".py", "VERSION = '" + version + "'\n");
            add(zip, info + "METADATA", "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n");
            add(zip, info + "WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
            add(
                    zip,
                    info + "RECORD",
                    name + ".py,,\n" + info + "METADATA,,\n" + info + "WHEEL,,\n" + info + "RECORD,,\n");
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var parts = exchange.getRequestURI().getPath().split("/");
        var last = parts[parts.length - 1];
        try (exchange) {
            if (wheels.containsKey(last)) {
                say(exchange, 200, wheels.get(last));
            } else {
                var links = new StringBuilder();
                wheels.keySet().stream()
                        .filter(wheel -> wheel.startsWith(last.replace('-', '_') + "-"))
                        .sorted()
                        .forEach(wheel -> links.append("<a href=\"/wheels/" + wheel + "\">" + wheel + "</a>\n"));
                say(exchange, links.isEmpty() ? 404 : 200, links.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void say(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/html");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
