package dev.sluice.control.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between a remote face and a server, passes on what both say, and holds each request, answer and event against the
 * document of what a runtime offers. Whatever is not as documented fails the test when this is closed.
 */
public final class Eavesdropper implements AutoCloseable {

    private static final String BLANK_LINE = "\r\n\r\n";

    private final Doorway server;
    private final DocumentedApi api;
    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Queue<Throwable> undocumented = new ConcurrentLinkedQueue<>();

    public Eavesdropper(Doorway server, DocumentedApi api) {
        this.server = server;
        this.api = api;
        try {
            listening = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::listen);
    }

    /** Where the face has to knock. */
    public Doorway doorway() {
        return new Doorway(URI.create("http://127.0.0.1:" + listening.getLocalPort()), server.secret());
    }

    private void listen() {
        try {
            while (true) {
                var caller = listening.accept();
                threads.execute(() -> pass(caller));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void pass(Socket caller) {
        try (caller;
                var there = new RawClient(server.address()).open()) {
            there.setSoTimeout(0);
            open.addAll(List.of(caller, there));
            var path = passRequest(caller.getInputStream(), there.getOutputStream());
            passAnswer(path, there.getInputStream(), caller.getOutputStream());
        } catch (AssertionError | RuntimeException e) {
            undocumented.add(e);
        } catch (IOException e) {
            // One of them has hung up, which the other sees by itself now.
        }
    }

    /** Gives the method and the path. */
    private String[] passRequest(InputStream from, OutputStream to) throws IOException {
        var head = head(from);
        var body = from.readNBytes(length(head));
        to.write(head.replaceFirst("Host: [^\r]*", "Host: " + server.address().getAuthority())
                .getBytes(StandardCharsets.UTF_8));
        to.write(body);
        var words = head.split("[ ?]", 3);
        api.checkRequest(words[0], words[1], body);
        return words;
    }

    private void passAnswer(String[] asked, InputStream from, OutputStream to) throws IOException {
        var head = head(from);
        to.write(head.getBytes(StandardCharsets.UTF_8));
        if (head.contains("text/event-stream")) {
            passEvents(asked[1], from, to);
        } else {
            var body = from.readAllBytes();
            to.write(body);
            api.checkAnswer(asked[0], asked[1], Integer.parseInt(head.split(" ", 3)[1]), body);
        }
    }

    private void passEvents(String path, InputStream from, OutputStream to) throws IOException {
        var reader = new EventReader((name, data) -> api.checkEvent(path, name, data));
        var chunk = new byte[64 << 10];
        for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
            to.write(chunk, 0, read);
            reader.read(ByteBuffer.wrap(chunk, 0, read));
        }
    }

    private static String head(InputStream from) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith(BLANK_LINE)) {
            int next = from.read();
            if (next < 0) {
                throw new IOException("hung up");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.UTF_8);
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            undocumented.add(e);
        }
        threads.shutdownNow();
        assertThat(undocumented).as("what is not as documented").isEmpty();
    }
}
