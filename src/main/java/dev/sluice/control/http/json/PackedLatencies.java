package dev.sluice.control.http.json;

import dev.sluice.metrics.Latencies;
import java.time.Duration;

/**
 * How latencies are written: the first four for readers, the histogram for programs that go on counting with it.
 *
 * @param histogram HdrHistogram's own encoding (V2, uncompressed), in microseconds; empty if there are none
 */
record PackedLatencies(long count, Duration p50, Duration p95, Duration p99, byte[] histogram) {

    static PackedLatencies of(Latencies latencies) {
        return new PackedLatencies(
                latencies.count(), latencies.p50(), latencies.p95(), latencies.p99(), latencies.packed());
    }

    Latencies latencies() {
        var latencies = Latencies.unpacked(histogram);
        if (latencies.count() != count) {
            throw new IllegalArgumentException(
                    "the histogram is of " + latencies.count() + " requests, the count says " + count);
        }
        return latencies;
    }
}
