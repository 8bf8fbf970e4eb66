package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.console.live.Readout.Name;
import dev.sluice.console.live.Readout.Row;
import java.time.Duration;

/**
 * What a deployment did in one of its roles, in all of the time that is shown.
 *
 * @param covered how much of that time it was there and was measured
 */
record Total(
        Subject subject, long requests, long clientErrors, long serverErrors, Percentiles latencies, Duration covered) {

    /** As a row of its own: of what changes from moment to moment nothing. */
    Row row() {
        double no = Double.NaN;
        double rate = covered.isZero() ? no : requests / (covered.toMillis() / 1e3);
        return new Row(
                new Name(subject, ""), no, no, rate, latencies, percent(clientErrors), percent(serverErrors), no, no);
    }

    private double percent(long some) {
        return requests == 0 ? Double.NaN : 100.0 * some / requests;
    }
}
