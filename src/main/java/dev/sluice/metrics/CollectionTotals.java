package dev.sluice.metrics;

import dev.sluice.metrics.CollectionMeter.Loss;
import java.util.Map;

/**
 * All that the data collector ever did for a deployment; or, as a difference, what it did in an interval.
 *
 * @param kept records written, by collection
 * @param lost records that could not be written
 * @param bytes written
 */
public record CollectionTotals(Map<String, Long> kept, Map<Lost, Long> lost, long bytes) {

    public static final CollectionTotals NONE = new CollectionTotals(Map.of(), Map.of(), 0);

    public CollectionTotals {
        kept = Map.copyOf(kept);
        lost = Map.copyOf(lost);
    }

    /** What has come since {@code earlier}, which is of the same meter. */
    public CollectionTotals since(CollectionTotals earlier) {
        return new CollectionTotals(
                Counts.since(kept, earlier.kept), Counts.since(lost, earlier.lost), bytes - earlier.bytes);
    }

    public long records() {
        return kept.values().stream().mapToLong(Long::longValue).sum();
    }

    public long losses() {
        return lost.values().stream().mapToLong(Long::longValue).sum();
    }

    /** A record of a collection that was lost, and why. */
    public record Lost(String collection, Loss why) {}
}
