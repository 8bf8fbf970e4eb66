package dev.sluice.console.live;

import dev.sluice.metrics.Latencies;
import dev.sluice.metrics.LatencySum;
import java.time.Duration;

/**
 * What the latency charts tell at one point, in milliseconds; NaN if nothing succeeded. Numbers only: one is kept for every
 * second and deployment.
 *
 * @param requests that succeeded, of which these are the percentiles
 * @param seconds that were measured of them
 */
record Percentiles(long requests, int seconds, double p50, double p95, double p99) {

    /** A percentile of fewer requests says little. */
    static final int ENOUGH = 100;

    static final Percentiles NONE = new Percentiles(0, 0, Double.NaN, Double.NaN, Double.NaN);

    static Percentiles of(Latencies latencies, Duration measured) {
        return latencies.count() == 0
                ? NONE
                : of(latencies.count(), measured, latencies.p50(), latencies.p95(), latencies.p99());
    }

    static Percentiles of(LatencySum latencies, Duration measured) {
        return latencies.count() == 0
                ? NONE
                : of(latencies.count(), measured, latencies.p50(), latencies.p95(), latencies.p99());
    }

    private static Percentiles of(long requests, Duration measured, Duration p50, Duration p95, Duration p99) {
        return new Percentiles(requests, (int) measured.toSeconds(), millis(p50), millis(p95), millis(p99));
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    /** Whether so few requests stand behind them that they say little. */
    boolean isThin() {
        return requests < ENOUGH;
    }
}
