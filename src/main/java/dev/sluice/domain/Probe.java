package dev.sluice.domain;

import java.time.Duration;

/** How an instance's health is asked for, with the cloud's defaults (reference 1.6). */
public record Probe(
        Duration initialDelay, Duration period, Duration timeout, int successThreshold, int failureThreshold) {

    public static final Probe DEFAULT =
            new Probe(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(2), 1, 30);

    public Probe {
        if (initialDelay.isNegative()
                || period.isNegative()
                || period.isZero()
                || timeout.isNegative()
                || timeout.isZero()
                || successThreshold < 1
                || failureThreshold < 1) {
            throw new IllegalArgumentException("a probe's times and thresholds are at least 1");
        }
    }

    /** How long an instance may take to become ready before it is given up: 310 s with the defaults. */
    public Duration budget() {
        return initialDelay.plus(period.multipliedBy(failureThreshold));
    }
}
