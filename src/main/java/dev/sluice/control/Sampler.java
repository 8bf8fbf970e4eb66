package dev.sluice.control;

import static java.util.stream.Collectors.groupingBy;

import dev.sluice.control.TrafficSample.InstanceUsage;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointName;
import dev.sluice.metrics.Interval;
import dev.sluice.reconcile.Tracked;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the router's meters, which starts them anew, and logs what they have counted. For the runtime's thread only. */
final class Sampler {

    private final Clock clock;
    private final Routes routes;
    private final Gauges gauges;
    private final Chronicle chronicle;
    private final TrafficLog log;

    Sampler(Clock clock, Routes routes, Gauges gauges, Chronicle chronicle, TrafficLog log) {
        this.clock = clock;
        this.routes = routes;
        this.gauges = gauges;
        this.chronicle = chronicle;
        this.log = log;
    }

    /** Takes one sample of each endpoint there is, and drops those of endpoints that are gone. */
    void sample(DesiredState desired, Collection<Tracked> instances) {
        var now = clock.instant();
        Map<EndpointName, List<Tracked>> byEndpoint = instances.stream()
                .collect(groupingBy(tracked -> tracked.deployment().endpoint()));
        desired.endpoints()
                .forEach((name, endpoint) ->
                        log.add(name, sample(now, endpoint, byEndpoint.getOrDefault(name, List.of()))));
        log.keepOnly(name -> desired.endpoint(name).isPresent());
    }

    private TrafficSample sample(Instant now, DesiredEndpoint endpoint, List<Tracked> instances) {
        var intervals = new TreeMap<DeploymentName, Interval>();
        endpoint.deployments()
                .forEach((name, deployment) ->
                        intervals.put(name, routes.drainMeter(deployment.spec().id())));
        return new TrafficSample(
                now,
                Resolution.SECOND,
                Resolution.SECOND.length(),
                endpoint.routing(),
                intervals,
                instances.stream().flatMap(tracked -> usage(tracked).stream()).toList(),
                chronicle.take(endpoint.spec().name()));
    }

    private Optional<InstanceUsage> usage(Tracked tracked) {
        return gauges.of(tracked.instance().id())
                .map(usage -> new InstanceUsage(tracked.deployment().deployment(), tracked.name(), usage));
    }
}
