package dev.sluice.console.traffic;

import dev.sluice.control.TrafficSample;
import dev.sluice.domain.DeploymentName;
import dev.sluice.metrics.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * What was measured of late: who answered the last minute's requests that went by the traffic rules, and how long an
 * instance works on one. For the UI thread only.
 */
final class Measurements {

    static final Duration SPAN = Duration.ofMinutes(1);

    /** One who has answered nothing in the last minute is judged by so many seconds in which it last did. */
    private static final int MOST_BUSY_SECONDS = 60;

    private final Deque<TrafficSample> minute = new ArrayDeque<>();
    private final Map<DeploymentName, Deque<Interval.Work>> work = new HashMap<>();

    void add(TrafficSample sample) {
        minute.add(sample);
        Instant oldest = sample.at().minus(SPAN);
        while (!minute.isEmpty() && !minute.peek().at().isAfter(oldest)) {
            minute.remove();
        }
        work.keySet().retainAll(sample.deployments().keySet());
        sample.deployments().forEach((name, interval) -> add(name, interval.work()));
    }

    private void add(DeploymentName name, Interval.Work second) {
        var seconds = work.computeIfAbsent(name, unknown -> new ArrayDeque<>());
        if (second.done() > 0) {
            seconds.add(second);
        }
        if (seconds.size() > MOST_BUSY_SECONDS) {
            seconds.remove();
        }
    }

    /** Whether anything was heard, be it that there were no requests. */
    boolean isEmpty() {
        return minute.isEmpty();
    }

    void clear() {
        minute.clear();
        work.clear();
    }

    /**
     * The share of {@code name} in percent; empty when there were no requests. Pinned requests and mirrored copies do
     * not count: the split did not choose them.
     */
    OptionalDouble shareOf(DeploymentName name) {
        long all = total();
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * count(name) / all);
    }

    /** How many requests a second went by the traffic rules; 0 before the first sample. */
    double requestsPerSecond() {
        return minute.isEmpty() ? 0 : (double) total() / minute.size();
    }

    /** How many requests a second named {@code name} themselves, whatever the split. */
    double pinnedPerSecond(DeploymentName name) {
        long pinned = count(name, interval -> interval.live().requests()) - count(name);
        return minute.isEmpty() ? 0 : (double) Math.max(0, pinned) / minute.size();
    }

    /** How long a request holds its place at an instance, in seconds; empty if {@code name} has worked on none. */
    OptionalDouble serviceSeconds(DeploymentName name) {
        double busy = work(name).stream()
                .mapToDouble(second -> second.busy().toNanos() / 1e9)
                .sum();
        long done = done(name);
        return done == 0 || busy <= 0 ? OptionalDouble.empty() : OptionalDouble.of(busy / done);
    }

    /** How many requests of all kinds its instances did in each of those seconds; 0 if {@code name} has worked on none. */
    double donePerSecond(DeploymentName name) {
        return work(name).isEmpty() ? 0 : (double) done(name) / work(name).size();
    }

    private long done(DeploymentName name) {
        return work(name).stream().mapToLong(Interval.Work::done).sum();
    }

    private Collection<Interval.Work> work(DeploymentName name) {
        return work.getOrDefault(name, new ArrayDeque<>());
    }

    private long total() {
        return minute.stream()
                .flatMap(sample -> sample.deployments().values().stream())
                .mapToLong(interval -> interval.live().byTraffic())
                .sum();
    }

    private long count(DeploymentName name) {
        return count(name, interval -> interval.live().byTraffic());
    }

    private long count(DeploymentName name, ToLongFunction<Interval> what) {
        return minute.stream()
                .filter(sample -> sample.deployments().containsKey(name))
                .mapToLong(sample -> what.applyAsLong(sample.deployments().get(name)))
                .sum();
    }
}
