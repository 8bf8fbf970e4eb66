package dev.sluice.control;

import dev.sluice.domain.DeploymentName;
import dev.sluice.metrics.Interval;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the router measured for each deployment of an endpoint in the second that ended at {@code at}. */
public record TrafficSample(Instant at, SortedMap<DeploymentName, Interval> deployments) {

    public TrafficSample {
        deployments = Collections.unmodifiableSortedMap(new TreeMap<>(deployments));
    }
}
