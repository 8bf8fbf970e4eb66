package dev.sluice.console.overview;

import static dev.sluice.console.SampleFleets.NOW;

import dev.sluice.control.TrafficSample;
import dev.sluice.domain.DeploymentId;
import dev.sluice.metrics.Interval;
import dev.sluice.metrics.Interval.Tally;
import dev.sluice.metrics.Latencies;
import java.util.Map;
import java.util.TreeMap;

/** What the router measured, for tests. */
final class Measured {

    private Measured() {}

    /** A second in which one deployment got so many requests and copies. */
    static TrafficSample second(DeploymentId id, int requests, int copies) {
        return new TrafficSample(
                NOW, new TreeMap<>(Map.of(id.deployment(), new Interval(tally(requests), tally(copies)))));
    }

    private static Tally tally(int requests) {
        return new Tally(requests, requests, 0, 0, Latencies.NONE);
    }
}
