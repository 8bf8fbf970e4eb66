package dev.sluice.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * How often requests ended with which statuses, ever. Nothing is ever taken back, so that any number of readers see it
 * grow. Safe from any thread; counting what was counted before is one increment, without a lock or an object.
 *
 * <p>It is bounded because a model's status decides what the client is told: there is one place for each model's status,
 * and one for each status of the router's own.
 */
final class StatusCounts {

    private static final int LOWEST = 100;
    private static final int HIGHEST = 599;
    private static final int CODES = HIGHEST - LOWEST + 1;

    private record Count(Statuses statuses, LongAdder times) {}

    private final AtomicReferenceArray<@Nullable Count> counts = new AtomicReferenceArray<>(2 * CODES);

    /** Statuses beyond the scale are held at its ends. */
    void count(int status, int modelStatus) {
        int place = modelStatus == Statuses.NO_MODEL ? place(status) : CODES + place(modelStatus);
        var count = counts.get(place);
        if (count == null) {
            count = first(place, status, modelStatus);
        }
        count.times().increment();
    }

    /** All that have ever come, with the number of times. */
    Map<Statuses, Long> all() {
        var all = new HashMap<Statuses, Long>();
        for (int place = 0; place < counts.length(); place++) {
            var count = counts.get(place);
            if (count != null) {
                all.put(count.statuses(), count.times().sum());
            }
        }
        return Map.copyOf(all);
    }

    long total() {
        return all().values().stream().mapToLong(Long::longValue).sum();
    }

    private Count first(int place, int status, int modelStatus) {
        int held = modelStatus == Statuses.NO_MODEL ? Statuses.NO_MODEL : LOWEST + place(modelStatus);
        var mine = new Count(new Statuses(LOWEST + place(status), held), new LongAdder());
        var earlier = counts.compareAndExchange(place, null, mine);
        return earlier == null ? mine : earlier;
    }

    private static int place(int status) {
        return Math.max(LOWEST, Math.min(HIGHEST, status)) - LOWEST;
    }
}
