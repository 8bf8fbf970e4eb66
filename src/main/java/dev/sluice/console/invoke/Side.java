package dev.sluice.console.invoke;

import dev.sluice.metrics.ShadowAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One of two answers that are compared.
 *
 * @param by who gave it; empty if the router did
 */
record Side(String by, int status, Duration took, byte[] body, long size) {

    static Side of(Exchange exchange) {
        var answer = exchange.answer();
        return new Side(answer.answeredBy(), answer.status(), answer.latency(), answer.body(), answer.size());
    }

    static Side of(ShadowAnswer.Given given) {
        return new Side(given.shadow().text(), given.status(), given.took(), given.body(), given.size());
    }

    boolean isCut() {
        return size > body.length;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
