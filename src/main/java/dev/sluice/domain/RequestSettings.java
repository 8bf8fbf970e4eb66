package dev.sluice.domain;

import java.time.Duration;

/** How long one request may take, queue wait included, and how many an instance takes at once (reference 1.3). */
public record RequestSettings(Duration timeout, int maxConcurrentPerInstance) {

    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(180);
    private static final Duration LONGEST_TIMEOUT_ON_A_CLUSTER = Duration.ofSeconds(300);
    public static final RequestSettings DEFAULT = new RequestSettings(Duration.ofMillis(5000), 1);

    public RequestSettings {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT_ON_A_CLUSTER) > 0) {
            throw new IllegalArgumentException("request_timeout_ms runs from 1 to 300000, not " + timeout.toMillis());
        }
        if (maxConcurrentPerInstance < 1) {
            throw new IllegalArgumentException(
                    "max_concurrent_requests_per_instance is at least 1, not " + maxConcurrentPerInstance);
        }
    }

    /** The longest that a deployment of this kind may ask for (reference 2.1). */
    public static Duration longestTimeout(EndpointKind kind) {
        return kind == EndpointKind.KUBERNETES ? LONGEST_TIMEOUT_ON_A_CLUSTER : LONGEST_TIMEOUT;
    }

    /** Requests admitted at once, running and waiting: 2 x concurrency x instances (reference 0.9). */
    public int admitted(int instances) {
        return (int) Math.min(Integer.MAX_VALUE, 2L * maxConcurrentPerInstance * instances);
    }
}
