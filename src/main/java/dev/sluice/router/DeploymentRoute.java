package dev.sluice.router;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.RequestSettings;
import dev.sluice.metrics.DeploymentMeter;
import java.util.List;
import java.util.Optional;

/**
 * What the router needs to have a request answered by one deployment.
 *
 * @param upstreams its ready instances; none means that it answers 424 {@code model_not_ready}
 * @param gate counts the requests that were admitted, waiting ones included; outlives the table
 * @param meter takes what came of each request; outlives the table
 * @param collector keeps what passes, if that was asked for
 */
public record DeploymentRoute(
        DeploymentName name,
        List<Upstream> upstreams,
        RequestSettings requests,
        Gate gate,
        DeploymentMeter meter,
        Collector collector) {

    public DeploymentRoute {
        upstreams = List.copyOf(upstreams);
    }

    /** Of which nothing is kept. */
    public DeploymentRoute(
            DeploymentName name, List<Upstream> upstreams, RequestSettings requests, Gate gate, DeploymentMeter meter) {
        this(name, upstreams, requests, gate, meter, Collector.NONE);
    }

    /** The same, with what passes kept by {@code keeper}. */
    public DeploymentRoute collectedBy(Collector keeper) {
        return new DeploymentRoute(name, upstreams, requests, gate, meter, keeper);
    }

    /** Lets one request in unless twice as many as can run are in already (reference 0.9). */
    public boolean admit() {
        return gate.enter(requests.admitted(upstreams.size()));
    }

    /**
     * A place at the instance that has the fewest requests in flight, by {@link #giveBack} to be given back; empty if
     * all are full or draining.
     *
     * @param turn which instance is looked at first, so that equals take turns; from 0
     */
    public Optional<Upstream> takePlace(int turn) {
        while (true) {
            var least = leastLoaded(turn);
            if (least.isEmpty() || least.get().gate().enter(requests.maxConcurrentPerInstance())) {
                return least;
            }
        }
    }

    /** The same deployment as if {@code unreachable} were not there. */
    public DeploymentRoute without(Upstream unreachable) {
        var others = upstreams.stream()
                .filter(upstream -> upstream.gate() != unreachable.gate())
                .toList();
        return new DeploymentRoute(name, others, requests, gate, meter, collector);
    }

    /** Gives up the place, in favour of whoever is first in line for it. */
    public void giveBack(Upstream place) {
        place.gate().leave();
        gate.line().serve(place, requests.maxConcurrentPerInstance());
    }

    /** Gives those who wait what places there are; when there is no instance any more, turns them away. */
    public void serveLine() {
        if (upstreams.isEmpty()) {
            gate.line().turnAllAway();
        }
        for (var upstream : upstreams) {
            gate.line().serve(upstream, requests.maxConcurrentPerInstance());
        }
    }

    private Optional<Upstream> leastLoaded(int turn) {
        Optional<Upstream> least = Optional.empty();
        int fewest = requests.maxConcurrentPerInstance();
        for (int i = 0; i < upstreams.size(); i++) {
            var upstream = upstreams.get((turn + i) % upstreams.size());
            int inFlight = upstream.gate().inFlight();
            if (inFlight < fewest && upstream.gate().isOpen()) {
                least = Optional.of(upstream);
                fewest = inFlight;
            }
        }
        return least;
    }
}
