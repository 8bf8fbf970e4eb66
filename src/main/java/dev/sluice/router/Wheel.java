package dev.sluice.router;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.TrafficSplit;
import java.util.Arrays;
import java.util.List;
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
    private final List<Optional<DeploymentName>> order;
    private final AtomicLong ticket = new AtomicLong();

    public Wheel(TrafficSplit split) {
        this.split = split;
        this.order = Arrays.stream(Schedule.of(split)).map(Optional::of).toList();
    }

    public TrafficSplit split() {
        return split;
    }

    /** The deployment for the next request; empty while there is no live traffic. */
    public Optional<DeploymentName> next() {
        return order.isEmpty() ? Optional.empty() : order.get((int) (ticket.getAndIncrement() % order.size()));
    }
}
