package dev.sluice.control;

import dev.sluice.control.Ledger.Asked;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Deed;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import java.util.function.UnaryOperator;

/** Where commands about live traffic and its mirror are checked. For the runtime's thread only. */
final class TrafficDesk {

    private static final Runnable NOTHING_TO_DO = () -> {};

    private final Ledger ledger;

    TrafficDesk(Ledger ledger) {
        this.ledger = ledger;
    }

    Outcome applyTraffic(Caller by, EndpointName name, TrafficSplit split) {
        var change =
                new Rerouting(Deed.Kind.TRAFFIC, "traffic of " + name + ": " + split, now -> now.withTraffic(split));
        return route(by, name, change);
    }

    Outcome applyMirror(Caller by, EndpointName name, Mirror mirror) {
        var change =
                new Rerouting(Deed.Kind.MIRROR, "mirror of " + name + ": " + mirror, now -> now.withMirror(mirror));
        return route(by, name, change);
    }

    Outcome applyRouting(Caller by, EndpointName name, Routing routing) {
        var summary = "routing of " + name + ": " + routing.traffic() + ", mirror " + routing.mirror();
        return route(by, name, new Rerouting(Deed.Kind.ROUTING, summary, now -> routing));
    }

    Outcome allTrafficTo(Caller by, DeploymentId id) {
        var change = new Rerouting(Deed.Kind.ROUTING, "all traffic to " + id, now -> now.allTo(id.deployment()));
        return route(by, id.endpoint(), change);
    }

    private record Rerouting(Deed.Kind kind, String summary, UnaryOperator<Routing> change) {}

    private Outcome route(Caller by, EndpointName name, Rerouting rerouting) {
        var before =
                ledger.desired().endpoint(name).map(DesiredEndpoint::routing).orElse(Routing.CLOSED);
        var next = rerouting.change().apply(before);
        return ledger.unless(
                ledger.desired()
                        .endpoint(name)
                        .map(endpoint -> Checks.route(endpoint, next))
                        .orElseGet(() -> Checks.endpointExists(ledger.desired(), name)),
                new Asked(by, Deeds.route(rerouting.kind(), name, before, next), rerouting.summary()),
                state -> state.with(state.endpoint(name).orElseThrow().with(next)),
                NOTHING_TO_DO);
    }
}
