package dev.sluice.console.overview;

import static dev.sluice.console.SampleFleets.NOW;

import dev.sluice.console.PageSamples;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.DeploymentId;
import dev.sluice.metrics.Interval;
import java.util.Map;
import java.util.TreeMap;

/** What the router measured, for tests. */
final class Measured {

    private Measured() {}

    /** A second in which one deployment got so many requests and copies. */
    static TrafficSample second(DeploymentId id, int requests, int copies) {
        return new TrafficSample(
                NOW, new TreeMap<>(Map.of(id.deployment(), new Interval(PageSamples.tally(requests, 0, 5), PageSamples.tally(copies, 0, 5)))));
    }
}
