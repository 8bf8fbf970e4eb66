package dev.sluice.metrics;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what is an endpoint's whichever deployment answers: bytes, and callers refused before one was chosen. */
public final class EndpointMeter {

    /** Where bytes of a body go. */
    public enum Flow {
        REQUEST,
        ANSWER,
        /** To the shadow. */
        MIRRORED_REQUEST,
        /** From the shadow, to nobody. */
        MIRRORED_ANSWER
    }

    private final StatusCounts refused = new StatusCounts();
    private final LongAdder[] bytes = new LongAdder[Flow.values().length];

    public EndpointMeter() {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = new LongAdder();
        }
    }

    /** @param status what the caller was told */
    public void refused(int status) {
        refused.count(status, Statuses.NO_MODEL);
    }

    public void passed(Flow flow, int count) {
        bytes[flow.ordinal()].add(count);
    }

    /** All there has ever been. */
    public EndpointTotals totals() {
        var byStatus = new HashMap<Integer, Long>();
        refused.all().forEach((statuses, times) -> byStatus.put(statuses.status(), times));
        var byFlow = new EnumMap<Flow, Long>(Flow.class);
        for (var flow : Flow.values()) {
            byFlow.put(flow, bytes[flow.ordinal()].sum());
        }
        return new EndpointTotals(byStatus, byFlow);
    }
}
