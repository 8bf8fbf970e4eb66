package dev.sluice.console.support.routing;

import dev.sluice.domain.Routing;

/** One step: the whole routing before and after it. */
public record RoutingChange(Routing before, Routing after) {

    /** The step that takes this one back. */
    public RoutingChange reversed() {
        return new RoutingChange(after, before);
    }
}
