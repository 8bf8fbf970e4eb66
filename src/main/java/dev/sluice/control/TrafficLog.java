package dev.sluice.control;

import dev.sluice.domain.EndpointName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The last hour of each endpoint's samples, and who watches them. For the runtime's thread only. */
final class TrafficLog {

    private static final int KEPT = 3600;

    private final Map<EndpointName, Deque<TrafficSample>> samples = new HashMap<>();
    private final Map<EndpointName, Audience<TrafficSample>> watchers = new HashMap<>();

    void add(EndpointName endpoint, TrafficSample sample) {
        var kept = samples.computeIfAbsent(endpoint, unknown -> new ArrayDeque<>());
        kept.addLast(sample);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        audience(endpoint).ifPresent(watching -> watching.tell(sample));
    }

    /** Hands over what is kept, and from then on each new sample. */
    void watch(EndpointName endpoint, Consumer<TrafficSample> watcher) {
        var watching = watchers.computeIfAbsent(endpoint, unknown -> new Audience<>());
        samples.getOrDefault(endpoint, new ArrayDeque<>()).forEach(sample -> watching.tell(watcher, sample));
        watching.add(watcher);
    }

    void unwatch(EndpointName endpoint, Consumer<TrafficSample> watcher) {
        audience(endpoint).ifPresent(watching -> watching.remove(watcher));
        watchers.values().removeIf(Audience::isEmpty);
    }

    private Optional<Audience<TrafficSample>> audience(EndpointName endpoint) {
        return Optional.ofNullable(watchers.get(endpoint));
    }

    /** Drops the samples of endpoints that are gone. */
    void keepOnly(Predicate<EndpointName> there) {
        samples.keySet().removeIf(there.negate());
    }
}
