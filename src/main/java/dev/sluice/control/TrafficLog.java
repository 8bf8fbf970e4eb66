package dev.sluice.control;

import dev.sluice.domain.EndpointName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The last hour of each endpoint's samples, and who watches them. For the runtime's thread only. */
final class TrafficLog {

    private static final int KEPT = 3600;

    private final Map<EndpointName, Deque<TrafficSample>> samples = new HashMap<>();
    private final Map<EndpointName, List<Consumer<TrafficSample>>> watchers = new HashMap<>();

    void add(EndpointName endpoint, TrafficSample sample) {
        var kept = samples.computeIfAbsent(endpoint, unknown -> new ArrayDeque<>());
        kept.addLast(sample);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        watchers.getOrDefault(endpoint, List.of()).forEach(watcher -> watcher.accept(sample));
    }

    /** Hands over what is kept, and from then on each new sample. */
    void watch(EndpointName endpoint, Consumer<TrafficSample> watcher) {
        samples.getOrDefault(endpoint, new ArrayDeque<>()).forEach(watcher);
        watchers.computeIfAbsent(endpoint, unknown -> new CopyOnWriteArrayList<>())
                .add(watcher);
    }

    void unwatch(EndpointName endpoint, Consumer<TrafficSample> watcher) {
        watchers.getOrDefault(endpoint, List.of()).remove(watcher);
    }

    /** Drops the samples of endpoints that are gone. */
    void keepOnly(Predicate<EndpointName> there) {
        samples.keySet().removeIf(there.negate());
    }
}
