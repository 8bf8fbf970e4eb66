package dev.sluice.router.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An HTTP message as it went over the wire, read by a reader that shares no code with Netty. */
public record Message(String start, List<String> fields, String body, List<String> trailers) {

    static Optional<Message> readRequest(InputStream in) throws IOException {
        var start = line(in);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        var head = new Message(start.get(), fields(in), "", List.of());
        return Optional.of(head.isChunked() ? head.withChunks(in) : head.with(in.readNBytes(head.length(0))));
    }

    /** @param method of the request that this answers */
    static Message readResponse(InputStream in, String method) throws IOException {
        var head = readHead(in);
        if (method.equals("HEAD") || head.status() < 200 || head.status() == 204) {
            return head;
        }
        if (head.isChunked()) {
            return head.withChunks(in);
        }
        return head.with(head.length(-1) < 0 ? in.readAllBytes() : exactly(in, head.length(-1)));
    }

    static Message readHead(InputStream in) throws IOException {
        return new Message(line(in).orElseThrow(EOFException::new), fields(in), "", List.of());
    }

    /** Of a response. */
    public int status() {
        return Integer.parseInt(start.split(" ")[1]);
    }

    /** Of a request. */
    String target() {
        return start.split(" ")[1];
    }

    /** The only one of that name; empty if there is none. */
    public String field(String name) {
        return String.join(" AND ", all(name));
    }

    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(field -> field.substring(name.length() + 1).strip())
                .toList();
    }

    private boolean isChunked() {
        return field("transfer-encoding").equals("chunked");
    }

    private int length(int otherwise) {
        return all("content-length").isEmpty() ? otherwise : Integer.parseInt(field("content-length"));
    }

    private Message with(byte[] bytes) {
        return new Message(start, fields, new String(bytes, StandardCharsets.ISO_8859_1), trailers);
    }

    private Message withChunks(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var chunk = chunk(in); chunk.length > 0; chunk = chunk(in)) {
            bytes.write(chunk);
            line(in);
        }
        return new Message(start, fields, bytes.toString(StandardCharsets.ISO_8859_1), fields(in));
    }

    static List<String> readTrailers(InputStream in) throws IOException {
        if (chunk(in).length > 0) {
            throw new IOException("a chunk where trailers should be");
        }
        return fields(in);
    }

    static byte[] chunk(InputStream in) throws IOException {
        return exactly(in, Integer.parseInt(line(in).orElseThrow(EOFException::new), 16));
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("only " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private static List<String> fields(InputStream in) throws IOException {
        var fields = new ArrayList<String>();
        for (var line = line(in); line.isPresent() && !line.get().isEmpty(); line = line(in)) {
            fields.add(line.get());
        }
        return fields;
    }

    private static Optional<String> line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return Optional.of(bytes.toString(StandardCharsets.ISO_8859_1).replaceAll("\r$", ""));
            }
            bytes.write(next);
        }
        return Optional.empty();
    }
}
