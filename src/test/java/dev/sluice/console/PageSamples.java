package dev.sluice.console;

import dev.sluice.control.Fleet;
import dev.sluice.control.TrafficSample;
import dev.sluice.control.TrafficSample.InstanceUsage;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Routing;
import dev.sluice.metrics.DeploymentMeter;
import dev.sluice.metrics.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Samples as a router would measure them. */
public final class PageSamples {

    private static final DeploymentMeter METER = new DeploymentMeter();
    private static final Routing ALL_TO_BLUE = SampleFleets.live(Map.of("blue", 100));
    private static final Routing MIRRORED = ALL_TO_BLUE.withMirror(Mirror.to(PageFleet.GREEN, new Percent(10)));

    private PageSamples() {}

    public static TrafficSample of(Instant at, DeploymentName name, Interval interval) {
        var deployments = new TreeMap<DeploymentName, Interval>();
        deployments.put(name, interval);
        return new TrafficSample(at, deployments);
    }

    public static TrafficSample of(
            Instant at, DeploymentName first, Interval of, DeploymentName second, Interval other) {
        var deployments = new TreeMap<DeploymentName, Interval>();
        deployments.put(first, of);
        deployments.put(second, other);
        return new TrafficSample(at, deployments);
    }

    /** {@code requests} by traffic rules, all answered, around {@code millis}. */
    public static Interval live(long requests, double millis) {
        return new Interval(tally(requests, 0, millis), Interval.Tally.EMPTY);
    }

    /** {@code requests} by traffic rules, at each of which an instance worked for so many milliseconds. */
    public static Interval working(long requests, double millis) {
        return working(requests, requests, Duration.ofNanos((long) (millis * 1e6)));
    }

    /** As {@link #live}, and of {@code done} requests of any kind it is known how long instances worked on each. */
    public static Interval working(long requests, long done, Duration each) {
        return new Interval(
                requests == 0 ? Interval.Tally.EMPTY : tally(requests, 0, each.toNanos() / 1e6),
                Interval.Tally.EMPTY,
                new Interval.Work(done, each.multipliedBy(done)));
    }

    public static Interval mirrored(long copies, double millis) {
        return new Interval(Interval.Tally.EMPTY, tally(copies, 0, millis));
    }

    /** Half of those that succeeded took {@code millis}; p95 and p99 are 1.7 and 2.6 times as long. */
    public static synchronized Interval.Tally tally(long requests, long failed, double millis) {
        long succeeded = requests - failed;
        for (long i = 1; i <= succeeded; i++) {
            double times = 2 * i <= succeeded ? 1 : 100 * i <= 95 * succeeded ? 1.7 : 2.6;
            METER.recordLive(200, 200, (long) (millis * times * 1e6));
        }
        for (long i = 0; i < failed; i++) {
            METER.recordLive(424, 500, 0);
        }
        return METER.drain().live();
    }

    /** Five minutes as one would see them: green is the shadow of blue, there is a short pause and a few errors. */
    public static List<TrafficSample> fiveMinutes(Instant end) {
        var random = new Random(7);
        var samples = new ArrayList<TrafficSample>();
        double drift = 0;
        for (int second = 300; second >= 0; second--) {
            drift = 0.9 * drift + random.nextGaussian() * 0.8;
            long requests = second > 140 && second < 155 ? 0 : 38 + random.nextInt(9);
            long failed = second > 60 && second < 80 && requests > 0 ? random.nextInt(3) : 0;
            var blue = new Interval(
                    requests == 0 ? Interval.Tally.EMPTY : tally(requests, failed, 12 + drift), Interval.Tally.EMPTY);
            long copies = second > 200 || requests == 0 ? 0 : requests / 10 + random.nextInt(2);
            var green = copies == 0 ? Interval.EMPTY : mirrored(copies, 19 + drift + random.nextDouble() * 2);
            var sample = of(end.minusSeconds(second), PageFleet.BLUE, blue, PageFleet.GREEN, green);
            samples.add(BusySamples.with(sample, second > 200 ? ALL_TO_BLUE : MIRRORED, List.of(), List.of()));
        }
        return samples;
    }

    /** Five minutes of every endpoint's deployments, each with requests by its share. */
    public static List<TrafficSample> fiveMinutes(Fleet fleet, Instant end) {
        var routing = fleet.endpoints().size() == 1 ? fleet.endpoints().get(0).routing() : Routing.CLOSED;
        var samples = new ArrayList<TrafficSample>();
        for (int second = 300; second >= 0; second--) {
            var deployments = new TreeMap<DeploymentName, Interval>();
            for (var endpoint : fleet.endpoints()) {
                for (var deployment : endpoint.deployments()) {
                    var name = deployment.spec().id().deployment();
                    deployments.put(name, interval(endpoint.routing(), name, second));
                }
            }
            var sample = new TrafficSample(end.minusSeconds(second), deployments);
            samples.add(BusySamples.with(sample, routing, usages(fleet), List.of()));
        }
        return samples;
    }

    /** What the fleet's picture says of each instance, all the time. */
    private static List<InstanceUsage> usages(Fleet fleet) {
        return fleet.endpoints().stream()
                .flatMap(endpoint -> endpoint.deployments().stream())
                .flatMap(deployment -> deployment.instances().stream()
                        .flatMap(instance -> instance.usage().stream()
                                .map(usage -> new InstanceUsage(
                                        deployment.spec().id().deployment(), instance.name(), usage))))
                .toList();
    }

    private static Interval interval(Routing routing, DeploymentName name, int second) {
        double millis = 9 + Math.floorMod(name.hashCode(), 14) + 2 * Math.sin(second / 9.0 + name.hashCode());
        long copies = routing.mirror().shareOf(name).value();
        long share = routing.traffic().shareOf(name).value();
        if (copies > 0) {
            return mirrored(copies, millis);
        }
        return share == 0 ? Interval.EMPTY : live(share, millis);
    }
}
