package dev.sluice.store;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import java.util.SortedMap;
import java.util.TreeMap;

/** A routing's form on disk. */
record RoutingEntry(SortedMap<String, Integer> traffic, SortedMap<String, Integer> mirror) {

    static RoutingEntry of(Routing routing) {
        var mirror = new TreeMap<String, Integer>();
        if (routing.mirror() instanceof Mirror.To to) {
            mirror.put(to.target().text(), to.share().value());
        }
        var traffic = new TreeMap<String, Integer>();
        routing.traffic().shares().forEach((name, share) -> traffic.put(name.text(), share.value()));
        return new RoutingEntry(traffic, mirror);
    }

    Routing routing() {
        var shadow = mirror.entrySet().stream()
                .map(share -> Mirror.to(new DeploymentName(share.getKey()), new Percent(share.getValue())))
                .findFirst()
                .orElse(Mirror.off());
        var shares = new TreeMap<DeploymentName, Percent>();
        traffic.forEach((name, share) -> shares.put(new DeploymentName(name), new Percent(share)));
        return new Routing(new TrafficSplit(shares), shadow);
    }
}
