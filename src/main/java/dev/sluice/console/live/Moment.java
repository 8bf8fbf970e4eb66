package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.control.Resolution;
import dev.sluice.control.TrafficSample;
import java.time.Instant;
import java.util.Map;

/**
 * A sample as it is shown.
 *
 * @param recent what latencies are told where they are told by more than the sample's own; who is not there has none
 */
record Moment(TrafficSample sample, Map<Subject, Percentiles> recent) {

    Moment {
        recent = Map.copyOf(recent);
    }

    Instant at() {
        return sample.at();
    }

    Resolution resolution() {
        return sample.resolution();
    }

    Percentiles percentiles(Subject subject) {
        return Moments.merges(resolution())
                ? recent.getOrDefault(subject, Percentiles.NONE)
                : Percentiles.of(Measures.tally(sample, subject).latencies(), sample.covered());
    }
}
