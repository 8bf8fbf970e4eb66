package dev.sluice.router;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.TrafficSplit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Chooses the deployment for each next live request so that the shares are exact: of any first N requests each
 * deployment got its share of N within one. Lock-free; safe from any thread.
 *
 * <p>The order is Tijdeman's solution of the chairman assignment problem: shares are whole percents, so it repeats
 * after at most 100 requests and is worked out once, when the split is set.
 */
public final class Wheel {

    private final TrafficSplit split;
    private final DeploymentName[] order;
    private final AtomicLong ticket = new AtomicLong();

    public Wheel(TrafficSplit split) {
        this.split = split;
        this.order = Schedule.of(split);
    }

    public TrafficSplit split() {
        return split;
    }

    /** The deployment for the next request; empty while there is no live traffic. */
    public Optional<DeploymentName> next() {
        return order.length == 0
                ? Optional.empty()
                : Optional.of(order[(int) (ticket.getAndIncrement() % order.length)]);
    }
}
