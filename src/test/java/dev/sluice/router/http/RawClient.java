package dev.sluice.router.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A client that sends whatever bytes it is told to: a well-behaved one could not send what must be refused. */
public final class RawClient implements Closeable {

    public static final String KEY = "the-primary-key";

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    public RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** A scoring request as most clients send it. */
    public static String score(String body, String... fields) {
        return head("POST /endpoints/iris/score", fields) + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    public static String get(String path, String... fields) {
        return head("GET " + path, fields) + "\r\n";
    }

    public static String head(String methodAndPath, String... fields) {
        return methodAndPath + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + KEY + "\r\n"
                + (fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n");
    }

    public RawClient send(String bytes) throws IOException {
        return send(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    public Message receive() throws IOException {
        return Message.readResponse(in, "POST");
    }

    Message receiveAnswerTo(String method) throws IOException {
        return Message.readResponse(in, method);
    }

    Message receiveHead() throws IOException {
        return Message.readHead(in);
    }

    String receiveChunk() throws IOException {
        var chunk = new String(Message.chunk(in), StandardCharsets.ISO_8859_1);
        in.readNBytes(2);
        return chunk;
    }

    /** After the last chunk that has bytes. */
    List<String> receiveTrailers() throws IOException {
        return Message.readTrailers(in);
    }

    public Message call(String request) throws IOException {
        return send(request).receive();
    }

    /** The router has closed, orderly or by a reset; anything it says before that is a failure. */
    boolean isClosed() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** What comes before the router closes. */
    public String readsUntilClosed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            in.transferTo(bytes);
        } catch (SocketException reset) {
            // As good as an end.
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
