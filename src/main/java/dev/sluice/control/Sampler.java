package dev.sluice.control;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DesiredState;
import dev.sluice.metrics.Interval;
import java.time.Clock;
import java.util.TreeMap;

/** Reads the router's meters, which starts them anew, and logs what they have counted. For the runtime's thread only. */
final class Sampler {

    private final Clock clock;
    private final Routes routes;
    private final TrafficLog log;

    Sampler(Clock clock, Routes routes, TrafficLog log) {
        this.clock = clock;
        this.routes = routes;
        this.log = log;
    }

    /** Takes one sample of each endpoint there is, and drops those of endpoints that are gone. */
    void sample(DesiredState desired) {
        var now = clock.instant();
        desired.endpoints().values().forEach(endpoint -> {
            var intervals = new TreeMap<DeploymentName, Interval>();
            endpoint.deployments()
                    .forEach((name, deployment) -> intervals.put(
                            name, routes.drainMeter(deployment.spec().id())));
            log.add(endpoint.spec().name(), new TrafficSample(now, intervals));
        });
        log.keepOnly(name -> desired.endpoint(name).isPresent());
    }
}
