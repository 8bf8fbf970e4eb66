package dev.sluice.console;

import static dev.sluice.console.PageSamples.tally;

import dev.sluice.control.Change;
import dev.sluice.control.Change.What;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.TrafficSample;
import dev.sluice.control.TrafficSample.InstanceUsage;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.domain.Usage;
import dev.sluice.metrics.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Samples of deployments that all have work, with what their instances take and what changes meanwhile. */
public final class BusySamples {

    private BusySamples() {}

    /** The same second with the routing in force, what instances take, and what changed. */
    public static TrafficSample with(
            TrafficSample sample, Routing routing, List<InstanceUsage> instances, List<Change> changes) {
        return new TrafficSample(
                sample.at(), sample.resolution(), sample.covered(), routing, sample.deployments(), instances, changes);
    }

    /**
     * Minutes of an endpoint whose deployments all have work, with usage and a few changes: for pictures, and for measuring
     * what it costs to draw.
     */
    public static List<TrafficSample> of(EndpointView endpoint, Instant end, int seconds) {
        var samples = new ArrayList<TrafficSample>();
        for (int second = seconds; second >= 0; second--) {
            samples.add(second(endpoint, end.minusSeconds(second), seconds - second));
        }
        return samples;
    }

    /** One such second, the {@code number}th. */
    public static TrafficSample second(EndpointView endpoint, Instant at, int number) {
        var random = new Random(number);
        var intervals = new TreeMap<DeploymentName, Interval>();
        var usages = new ArrayList<InstanceUsage>();
        int place = 0;
        for (var deployment : endpoint.deployments()) {
            var name = deployment.spec().id().deployment();
            int share = endpoint.routing().traffic().shareOf(name).value();
            int mirrored = endpoint.routing().mirror().shareOf(name).value();
            double millis = 8 + 5 * place++ + 2 * Math.sin(number / 40.0 + place) + random.nextDouble();
            long failed = share > 0 && number % 90 > 75 ? random.nextInt(3) : 0;
            intervals.put(name, new Interval(tally(4L * share, failed, millis), tally(4L * mirrored, 0, millis * 1.3)));
            for (var instance : deployment.instances()) {
                double cores = 0.02 + (share + mirrored) / 80.0 + random.nextDouble() / 20;
                long bytes = (120L + 25 * place) << 20;
                usages.add(new InstanceUsage(name, instance.name(), new Usage(cores, bytes).rounded()));
            }
        }
        return with(new TrafficSample(at, intervals), endpoint.routing(), usages, changes(endpoint, at, number));
    }

    private static List<Change> changes(EndpointView endpoint, Instant at, int number) {
        var names = endpoint.deployments().stream()
                .map(deployment -> deployment.spec().id().deployment())
                .toList();
        if (names.isEmpty()) {
            return List.of();
        }
        var last = names.get(names.size() - 1);
        return switch (number) {
            case 40 -> List.of(new Change(at, new What.Created(last)));
            case 95 -> List.of(new Change(at, new What.Ready(last)));
            case 140 ->
                List.of(new Change(
                        at,
                        new What.Traffic(
                                TrafficSplit.allTo(names.get(0)),
                                endpoint.routing().traffic())));
            case 230 ->
                List.of(new Change(
                        at, new What.Crashed(names.get(0), names.get(0) + "-4f2a", "killed: out of memory")));
            default -> List.of();
        };
    }
}
