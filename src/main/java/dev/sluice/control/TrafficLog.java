package dev.sluice.control;

import dev.sluice.domain.EndpointName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Each endpoint's samples, finely of late and more coarsely before, and who watches them. For the runtime's thread only. */
final class TrafficLog {

    private final Map<EndpointName, Tier> seconds = new HashMap<>();
    private final Map<EndpointName, Audience<TrafficSample>> watchers = new HashMap<>();

    /** @param sample of a second */
    void add(EndpointName endpoint, TrafficSample sample) {
        var audience = audience(endpoint);
        seconds.computeIfAbsent(endpoint, unknown -> new Tier(Resolution.SECOND))
                .add(sample, news -> audience.ifPresent(watching -> watching.tell(news)));
    }

    /** Hands over what is kept of every resolution, and from then on each new sample. */
    void watch(EndpointName endpoint, Consumer<TrafficSample> watcher) {
        var watching = watchers.computeIfAbsent(endpoint, unknown -> new Audience<>());
        kept(endpoint).ifPresent(tier -> tier.tellAll(sample -> watching.tell(watcher, sample)));
        watching.add(watcher);
    }

    void unwatch(EndpointName endpoint, Consumer<TrafficSample> watcher) {
        audience(endpoint).ifPresent(watching -> watching.remove(watcher));
        watchers.values().removeIf(Audience::isEmpty);
    }

    /** Lets only those of a second pass. */
    static Consumer<TrafficSample> secondsOnly(Consumer<TrafficSample> watcher) {
        return sample -> {
            if (sample.resolution() == Resolution.SECOND) {
                watcher.accept(sample);
            }
        };
    }

    private Optional<Tier> kept(EndpointName endpoint) {
        return Optional.ofNullable(seconds.get(endpoint));
    }

    private Optional<Audience<TrafficSample>> audience(EndpointName endpoint) {
        return Optional.ofNullable(watchers.get(endpoint));
    }

    /** Drops the samples of endpoints that are gone. */
    void keepOnly(Predicate<EndpointName> there) {
        seconds.keySet().removeIf(there.negate());
    }
}
