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

    /** A second in which the traffic rules gave one deployment so many requests, and the mirror so many copies. */
    static TrafficSample second(DeploymentId id, int requests, int copies) {
        return second(id, tally(requests, requests), tally(copies, 0));
    }

    /** A second in which callers that name one deployment sent it so many requests, and the mirror so many copies. */
    static TrafficSample pinned(DeploymentId id, int requests, int copies) {
        return second(id, tally(requests, 0), tally(copies, 0));
    }

    private static TrafficSample second(DeploymentId id, Tally live, Tally mirrored) {
        return new TrafficSample(NOW, new TreeMap<>(Map.of(id.deployment(), new Interval(live, mirrored))));
    }

    private static Tally tally(int requests, int byTraffic) {
        return new Tally(requests, byTraffic, 0, 0, Latencies.NONE);
    }
}
