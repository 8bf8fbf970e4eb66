package dev.sluice.console.invoke;

import dev.sluice.metrics.ShadowAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One of two answers that are compared.
 *
 * @param by who gave it; empty if the router did
 * @param requestId by which the log of who gave it knows the request; empty if there is none
 */
record Side(String by, int status, Duration took, byte[] body, long size, String requestId) {

    static Side of(Exchange exchange) {
        var answer = exchange.answer();
        return new Side(
                answer.answeredBy(),
                answer.status(),
                answer.latency(),
                answer.body(),
                answer.size(),
                answer.requestId());
    }

    /** A copy bears the id of the request that was copied. */
    static Side of(ShadowAnswer.Given given, String requestId) {
        return new Side(given.shadow().text(), given.status(), given.took(), given.body(), given.size(), requestId);
    }

    boolean isFailed() {
        return status >= 400;
    }

    boolean hasLog() {
        return !by.isEmpty() && !requestId.isEmpty();
    }

    boolean isCut() {
        return size > body.length;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
