package dev.sluice.metrics;

import java.util.Map;
import java.util.stream.Collectors;

/** Counts by what they are of. */
final class Counts {

    private Counts() {}

    /** How much each has grown; what did not grow is there with 0. */
    static <K> Map<K, Long> since(Map<K, Long> later, Map<K, Long> earlier) {
        return later.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue() - earlier.getOrDefault(entry.getKey(), 0L)));
    }
}
