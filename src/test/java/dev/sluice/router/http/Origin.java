package dev.sluice.router.http;

import dev.sluice.router.Gate;
import dev.sluice.router.Upstream;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An instance in the test's own process: a thread for each connection, which reads requests and lets a script answer
 * them byte by byte.
 */
public final class Origin implements Closeable {

    /** Answers one request. The connection is closed if it throws, or if it asks for that. */
    public interface Script {
        void answer(Message request, Line line) throws Exception;
    }

    /** What a script can do to a connection. */
    public static final class Line {
        private final Socket socket;
        private final OutputStream out;

        private Line(Socket socket) throws IOException {
            this.socket = socket;
            this.out = socket.getOutputStream();
        }

        public void send(String bytes) throws IOException {
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        public void close() throws IOException {
            socket.close();
        }

        /** Closes so that the other side sees a reset, not an end. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        boolean isClosedByPeer() throws IOException {
            socket.setSoTimeout(5_000);
            return socket.getInputStream().read() < 0;
        }
    }

    private final ServerSocket server;
    private final Script script;
    private final Upstream upstream;
    private final List<Message> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    public Origin(String name, Script script) {
        this.script = script;
        try {
            server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        upstream = new Upstream(
                name, new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), new Gate());
        thread(this::accept);
    }

    /** Answers 200 with {@code body} at once. */
    public static Origin saying(String body) {
        return new Origin(body, (request, line) -> line.send(ok(body)));
    }

    public static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    public Upstream upstream() {
        return upstream;
    }

    /** Every request that has come in, heads and whole bodies. */
    public List<Message> received() {
        return received;
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                socket.setTcpNoDelay(true);
                connections.incrementAndGet();
                open.add(socket);
                thread(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var line = new Line(socket);
            var in = new BufferedInputStream(socket.getInputStream());
            for (var request = Message.readRequest(in); request.isPresent(); request = Message.readRequest(in)) {
                received.add(request.get());
                script.answer(request.get(), line);
            }
        } catch (Exception over) {
            // The other side hung up, or the script wanted this.
        } finally {
            open.remove(socket);
        }
    }

    private static void thread(Runnable work) {
        var thread = new Thread(work, "origin");
        thread.setDaemon(true);
        thread.start();
    }
}
