package dev.sluice.router.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A shadow that the test itself plays, on one connection, byte by byte. */
final class PlayedShadow implements Closeable {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int SMALL = 4 << 10;

    private final ServerSocket server;
    private Socket socket = new Socket();

    PlayedShadow() throws IOException {
        server = new ServerSocket();
        // What it does not read must not fit into the system's buffers.
        server.setReceiveBufferSize(SMALL);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setSoTimeout(PATIENCE_MILLIS);
    }

    int port() {
        return server.getLocalPort();
    }

    PlayedShadow accept() throws IOException {
        socket = server.accept();
        socket.setSoTimeout(PATIENCE_MILLIS);
        return this;
    }

    /** What comes next; less if the other side closes before. */
    String read(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    /** What comes, up to and with {@code end}. */
    String readUntil(String end) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            var next = read(1);
            if (next.isEmpty()) {
                throw new IOException("closed after: " + read);
            }
            read.append(next);
        }
        return read.toString();
    }

    /** How much more comes before the other side closes, in an orderly way or not. */
    long readsUntilClosed() throws IOException {
        long bytes = 0;
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                bytes++;
            }
        } catch (SocketException reset) {
            // As good as an end.
        }
        return bytes;
    }

    void send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        server.close();
    }
}
