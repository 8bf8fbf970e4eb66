package dev.sluice.router.http;

import java.nio.charset.StandardCharsets;

/** A request and an answer as they typically come. */
final class Samples {

    static final String KEY = "0123456789abcdef0123456789abcdef";

    private static final int BODY_BYTES = 1024;

    private Samples() {}

    /** As a Python client sends it, for the endpoint {@code iris}. */
    static byte[] request() {
        return bytes(
                "POST /endpoints/iris/score HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nUser-Agent: python-requests/2.32.3\r\n"
                        + "Accept-Encoding: gzip, deflate\r\nAccept: */*\r\nConnection: keep-alive\r\n"
                        + "Content-Type: application/json\r\nAuthorization: Bearer " + KEY + "\r\nContent-Length: "
                        + BODY_BYTES
                        + "\r\n\r\n" + "x".repeat(BODY_BYTES));
    }

    /** As the scoring server sends it. */
    static byte[] answer() {
        var body = "{\"label\": \"setosa\", \"score\": 0.9731, \"model\": \"iris\"}";
        return bytes("HTTP/1.1 200 OK\r\nServer: scoring\r\nDate: Thu, 26 Nov 2026 09:00:00 GMT\r\n"
                + "Content-Type: application/json\r\nx-ms-run-fn-exec-ms: 1.250\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
