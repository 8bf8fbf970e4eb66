package dev.sluice.manifest;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads how an endpoint's requests are to be shared out (reference 2.2, 2.3). Whether there are such deployments is asked
 * later, and only with it whether the shares add up: a wrong name is the usual reason why they do not.
 */
final class TrafficReader {

    private TrafficReader() {}

    static Optional<TrafficSplit> split(Value traffic) {
        return shares(traffic).map(TrafficSplit::of);
    }

    /** Shares of 0 are no shares: a mirror of nothing else is off (reference 0.6). */
    static Optional<Mirror> mirror(Value traffic) {
        return shares(traffic).flatMap(shares -> {
            shares.values().removeIf(Percent.ZERO::equals);
            if (shares.size() > 1) {
                traffic.refuse(
                        Problem.Code.MIRROR_TARGETS,
                        "live traffic is mirrored to one deployment, not to " + shares.size(),
                        "keep one of them");
                return Optional.empty();
            }
            return Optional.of(
                    shares.isEmpty() ? Mirror.off() : Mirror.to(shares.firstKey(), shares.get(shares.firstKey())));
        });
    }

    /** What a mirror may not be, as far as the file alone can tell (reference 2.3). */
    static void checkMirror(Value written, Mirror mirror, Optional<TrafficSplit> traffic, EndpointKind kind) {
        var routing = new Routing(traffic.orElse(TrafficSplit.NONE), mirror);
        var named = new TreeSet<>(routing.traffic().shares().keySet());
        if (mirror instanceof Mirror.To to) {
            named.add(to.target());
        }
        routing.problems(named, kind).stream()
                .filter(problem -> problem.code() != Problem.Code.TRAFFIC_TOTAL)
                .forEach(problem -> written.refuse(problem.code(), problem.message(), problem.remedy()));
    }

    private static Optional<TreeMap<DeploymentName, Percent>> shares(Value traffic) {
        return traffic.section().map(section -> {
            var shares = new TreeMap<DeploymentName, Percent>();
            section.each((name, share) -> {
                DeploymentName.problems(name).forEach(rule -> share.refuse(rule.code(), rule.message(), rule.remedy()));
                share.integer(0, 100)
                        .filter(percent -> DeploymentName.problems(name).isEmpty())
                        .ifPresent(percent -> shares.put(new DeploymentName(name), new Percent(percent)));
            });
            return shares;
        });
    }
}
