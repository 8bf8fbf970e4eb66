package dev.sluice.bench;

import java.io.IOException;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * What came of an open loop's requests.
 *
 * @param times of those that were answered 200, in nanoseconds, from the instant at which each was due
 * @param errors requests with another answer, or none
 * @param firstError empty if there was none
 */
record Tally(Histogram times, long errors, Optional<String> firstError) {

    static Tally none() {
        return new Tally(new Histogram(3), 0, Optional.empty());
    }

    long requests() {
        return times.getTotalCount() + errors;
    }

    double p99Micros() {
        return times.getValueAtPercentile(99) / 1e3;
    }

    Tally with(IOException error) {
        return new Tally(times, errors + 1, firstError.or(() -> Optional.of(String.valueOf(error.getMessage()))));
    }

    Tally and(Tally other) {
        times.add(other.times);
        return new Tally(times, errors + other.errors, firstError.or(other::firstError));
    }
}
