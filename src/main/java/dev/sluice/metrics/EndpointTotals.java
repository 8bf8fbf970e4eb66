package dev.sluice.metrics;

import dev.sluice.metrics.EndpointMeter.Flow;
import java.util.Map;

/**
 * All that an endpoint's meter has ever counted; or, as a difference, what it counted in an interval.
 *
 * @param refused callers, by the status that they were told, before a deployment was chosen
 * @param bytes of bodies, by where they go; a flow that is not there had none
 */
public record EndpointTotals(Map<Integer, Long> refused, Map<Flow, Long> bytes) {

    public static final EndpointTotals NONE = new EndpointTotals(Map.of(), Map.of());

    public EndpointTotals {
        refused = Map.copyOf(refused);
        bytes = Map.copyOf(bytes);
    }

    /** What has come since {@code earlier}, which is of the same meter. */
    public EndpointTotals since(EndpointTotals earlier) {
        return new EndpointTotals(Counts.since(refused, earlier.refused), Counts.since(bytes, earlier.bytes));
    }
}
