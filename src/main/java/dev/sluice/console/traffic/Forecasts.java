package dev.sluice.console.traffic;

import dev.sluice.control.Fleet.Condition;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.Routing;
import java.util.OptionalDouble;

/** What each deployment of an endpoint would get if {@code routing} were in force, judged by what was measured. Pure. */
record Forecasts(EndpointView endpoint, Measurements measured, Routing routing) {

    /** Fewer are no rate: one request a minute says nothing about the next. */
    private static final double LEAST_RATE = 0.1;

    Forecast of(DeploymentName name) {
        int instances = endpoint.deployment(name).map(Forecasts::ready).orElse(0);
        int concurrency = endpoint.deployment(name)
                .map(deployment -> deployment.spec().requests().maxConcurrentPerInstance())
                .orElse(1);
        return new Forecast(
                name, load(name), capacity(name, instances), instances, concurrency, routing.isShadow(name));
    }

    /** Whether anything was heard of what was measured, be it that there was nothing. */
    boolean isRead() {
        return !measured.isEmpty();
    }

    /** All live requests together; empty when there were too few to tell, such as while live traffic is off. */
    OptionalDouble live() {
        double rate = measured.requestsPerSecond();
        return rate < LEAST_RATE ? OptionalDouble.empty() : OptionalDouble.of(rate);
    }

    /** How many copies a second the shadow will get. */
    OptionalDouble copies(DeploymentName name) {
        int share = routing.traffic().total() == 0
                ? 0
                : routing.mirror().shareOf(name).value();
        return part(share);
    }

    private OptionalDouble load(DeploymentName name) {
        int share = routing.traffic().shareOf(name).value();
        var live = part(share);
        var copies = copies(name);
        return live.isEmpty() || copies.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(live.getAsDouble() + copies.getAsDouble() + measured.pinnedPerSecond(name));
    }

    private OptionalDouble part(int percent) {
        if (percent == 0) {
            return OptionalDouble.of(0);
        }
        return live().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(live().getAsDouble() * percent / 100);
    }

    private OptionalDouble capacity(DeploymentName name, int instances) {
        if (instances == 0) {
            return OptionalDouble.of(0);
        }
        var seconds = measured.serviceSeconds(name);
        var spec = endpoint.deployment(name).map(DeploymentView::spec);
        return seconds.isEmpty() || spec.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        instances * ofOne(spec.get(), measured.donePerSecond(name) / instances, seconds.getAsDouble()));
    }

    /**
     * What one instance can take: as many as have a place at once, each for as long as it holds it. But a scoring script's worker
     * answers one request at a time (reference 4.3), however many have a place; so besides what it does now it can take no
     * more than its workers would have time for. Under more load a request holds its place for longer, in line
     * for a worker, until both come to the same: what the workers get done.
     *
     * @param now how many a second it does
     * @param held how long a request holds its place, in seconds
     */
    private static double ofOne(DeploymentSpec spec, double now, double held) {
        double byPlaces = spec.requests().maxConcurrentPerInstance() / held;
        return spec.code().script().isEmpty() ? byPlaces : Math.min(byPlaces, now + spec.workers() / held);
    }

    private static int ready(DeploymentView deployment) {
        return (int) deployment.instances().stream()
                .filter(instance -> instance.condition() == Condition.READY)
                .count();
    }
}
