package dev.sluice.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a test request was answered.
 *
 * @param answeredBy the deployment named in the response; empty if the router answered by itself
 * @param latency from the first byte sent to the last received
 */
public record Answer(int status, String answeredBy, Duration latency, Map<String, List<String>> headers, byte[] body) {

    public Answer {
        headers = Map.copyOf(headers);
    }
}
