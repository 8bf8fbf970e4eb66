package dev.sluice.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the data collector keeps of one deployment, and what it could not keep. Safe from any thread. */
public final class CollectionMeter {

    /** Why something was not kept. */
    public enum Loss {
        /** More came than could be written, and what waits is bounded. */
        QUEUE_FULL,
        /** The disk would not take it. */
        DISK
    }

    private final Map<String, LongAdder> kept = new ConcurrentHashMap<>();
    private final Map<CollectionTotals.Lost, LongAdder> lost = new ConcurrentHashMap<>();
    private final LongAdder bytes = new LongAdder();

    /** One record of {@code collection} has been written, of so many bytes. */
    public void kept(String collection, long size) {
        adder(kept, collection).increment();
        bytes.add(size);
    }

    public void lost(String collection, Loss why) {
        adder(lost, new CollectionTotals.Lost(collection, why)).increment();
    }

    public CollectionTotals totals() {
        return new CollectionTotals(sums(kept), sums(lost), bytes.sum());
    }

    private static <K> LongAdder adder(Map<K, LongAdder> adders, K key) {
        return adders.computeIfAbsent(key, first -> new LongAdder());
    }

    private static <K> Map<K, Long> sums(Map<K, LongAdder> adders) {
        var sums = new HashMap<K, Long>();
        adders.forEach((key, adder) -> sums.put(key, adder.sum()));
        return sums;
    }
}
