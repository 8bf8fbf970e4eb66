package dev.sluice.metrics;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * Adds up how long the endpoint's bandwidth has held up the requests to one deployment and their answers, from the
 * meter's beginning on. Copies for a shadow hold up nobody and are not in it. Safe from any thread.
 */
public final class DelayMeter {

    private final LongAdder request = new LongAdder();
    private final LongAdder answer = new LongAdder();

    /** One exchange is over. */
    public void record(long requestNanos, long answerNanos) {
        request.add(requestNanos);
        answer.add(answerNanos);
    }

    public Duration ofRequests() {
        return Duration.ofNanos(request.sum());
    }

    public Duration ofAnswers() {
        return Duration.ofNanos(answer.sum());
    }
}
