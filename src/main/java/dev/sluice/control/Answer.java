package dev.sluice.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a test request was answered.
 *
 * @param answeredBy the deployment named in the response; empty if the router answered by itself
 * @param latency from the first byte sent to the last received
 * @param body no more than its first {@value #MOST_KEPT} bytes
 * @param size of the whole body, in bytes
 */
public record Answer(
        int status, String answeredBy, Duration latency, Map<String, List<String>> headers, byte[] body, long size) {

    /** So much of a body is kept; the rest is counted only. */
    public static final int MOST_KEPT = 16 << 20;

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** With all of its body. */
    public Answer(int status, String answeredBy, Duration latency, Map<String, List<String>> headers, byte[] body) {
        this(status, answeredBy, latency, headers, body, body.length);
    }

    /** The first value of the header field {@code name}, in small letters; empty if there is none. */
    public String header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    /** By which the router, the instance and its log know the request. */
    public String requestId() {
        return header("x-request-id");
    }

    public boolean isCut() {
        return size > body.length;
    }
}
