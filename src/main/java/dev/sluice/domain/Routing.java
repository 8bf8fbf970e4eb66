package dev.sluice.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** An endpoint's live split and its mirror, which are changed and judged together: a deployment is live or shadow. */
public record Routing(TrafficSplit traffic, Mirror mirror) {

    /** No live traffic, nothing mirrored: an endpoint as it is created. */
    public static final Routing CLOSED = new Routing(TrafficSplit.NONE, Mirror.off());

    /** The same mirror under another split. */
    public Routing withTraffic(TrafficSplit split) {
        return new Routing(split, mirror);
    }

    /** The same split under another mirror. */
    public Routing withMirror(Mirror changed) {
        return new Routing(traffic, changed);
    }

    /** All live traffic to one deployment; if it was the shadow, the mirror is turned off in the same change. */
    public Routing allTo(DeploymentName name) {
        return new Routing(TrafficSplit.allTo(name), isShadow(name) ? Mirror.off() : mirror);
    }

    /** The routing once {@code name} is gone: a shadow that is deleted takes the mirror with it (reference M4). */
    public Routing without(DeploymentName name) {
        var rest = new TreeMap<>(traffic.shares());
        rest.remove(name);
        return new Routing(new TrafficSplit(rest), isShadow(name) ? Mirror.off() : mirror);
    }

    public boolean isLive(DeploymentName name) {
        return traffic.shareOf(name).value() > 0;
    }

    public boolean isShadow(DeploymentName name) {
        return mirror.shareOf(name).value() > 0;
    }

    /** Every rule of reference 2.2 and 2.3 that this routing breaks on such an endpoint; none if it may be applied. */
    public List<Problem> problems(Set<DeploymentName> existing, EndpointKind kind) {
        var problems = new ArrayList<>(traffic.problems(existing));
        if (mirror instanceof Mirror.To to) {
            problems.addAll(mirrorProblems(to, existing, kind));
        }
        return List.copyOf(problems);
    }

    private List<Problem> mirrorProblems(Mirror.To to, Set<DeploymentName> existing, EndpointKind kind) {
        var problems = new ArrayList<Problem>();
        var path = "mirror_traffic." + to.target();
        if (!existing.contains(to.target())) {
            problems.add(TrafficSplit.unknown(path, to.target(), existing));
        }
        if (to.share().compareTo(Mirror.LIMIT) > 0) {
            problems.add(Problem.of(
                    Problem.Code.MIRROR_TOO_LARGE,
                    path,
                    "at most 50 % of the live traffic can be mirrored, because every copy uses the endpoint's bandwidth",
                    "choose a share from 0 to 50"));
        }
        if (isLive(to.target())) {
            problems.add(Problem.of(
                    Problem.Code.MIRROR_AND_LIVE,
                    path,
                    "deployment " + to.target() + " has "
                            + traffic.shareOf(to.target()).value()
                            + " % of the live traffic; a deployment is live or shadow, never both",
                    "stop mirroring to " + to.target() + ", or take its live share away first"));
        }
        if (kind == EndpointKind.KUBERNETES) {
            problems.add(Problem.of(
                    Problem.Code.MIRROR_NOT_SUPPORTED,
                    "mirror_traffic",
                    "Kubernetes endpoints do not mirror traffic",
                    "use a managed endpoint (no 'compute' key)"));
        }
        return problems;
    }
}
