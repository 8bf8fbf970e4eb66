package dev.sluice.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The one request that everybody gets. */
final class Request {

    static final int BODY_BYTES = 1024;

    private Request() {}

    static ByteBuffer bytes() {
        var text = "POST " + Target.PATH + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + Rivals.KEY + "\r\nContent-Length: " + BODY_BYTES + "\r\n\r\n"
                + "x".repeat(BODY_BYTES);
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}
