package dev.sluice.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The one request that everybody gets, and others like it. */
final class Request {

    static final int BODY_BYTES = 1024;

    private Request() {}

    static ByteBuffer bytes() {
        return of(Target.PATH, Rivals.KEY, "x".repeat(BODY_BYTES).getBytes(StandardCharsets.US_ASCII));
    }

    static ByteBuffer of(String path, String key, byte[] body) {
        var head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + key + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        var bytes = head.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length + body.length)
                .put(bytes)
                .put(body)
                .flip();
    }
}
