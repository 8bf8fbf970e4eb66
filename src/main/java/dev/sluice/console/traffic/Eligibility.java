package dev.sluice.console.traffic;

import static java.util.stream.Collectors.toCollection;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.routing.RoutingInWords;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which deployments may take live traffic or copies now, and in words why the others may not. */
record Eligibility(EndpointView endpoint) {

    Set<DeploymentName> deployments() {
        return chosen(name -> true);
    }

    /** Those that may take live traffic. */
    Set<DeploymentName> candidates() {
        return chosen(this::canBeLive);
    }

    private Set<DeploymentName> chosen(Predicate<DeploymentName> wanted) {
        return endpoint.deployments().stream()
                .map(deployment -> deployment.spec().id().deployment())
                .filter(wanted)
                .collect(toCollection(TreeSet::new));
    }

    boolean canBeLive(DeploymentName name) {
        return reasonAgainstLive(name).isEmpty();
    }

    boolean canBeShadow(DeploymentName name) {
        return isReady(name) && !endpoint.routing().isLive(name);
    }

    String reasonAgainstLive(DeploymentName name) {
        return endpoint.routing().isShadow(name)
                ? Messages.of(
                        "traffic.reason.shadow",
                        endpoint.routing().mirror().shareOf(name).value())
                : reasonNotReady(name);
    }

    /** Why those that cannot be the shadow cannot; one sentence a reason, with all that it holds for. */
    List<String> reasonsAgainstShadow() {
        var split = endpoint.routing().traffic();
        var reasons = new ArrayList<String>();
        if (split.total() > 0) {
            reasons.add(Messages.of("mirror.reason.live", RoutingInWords.of(split)));
        }
        var notReady = new TreeMap<String, List<String>>();
        chosen(name -> !isReady(name) && !endpoint.routing().isLive(name))
                .forEach(name -> notReady.computeIfAbsent(reasonNotReady(name), reason -> new ArrayList<>())
                        .add(name.text()));
        notReady.forEach((reason, names) ->
                reasons.add(Messages.of("mirror.reason.not-ready", String.join(", ", names), reason)));
        return reasons;
    }

    boolean isReady(DeploymentName name) {
        return reasonNotReady(name).isEmpty();
    }

    private String reasonNotReady(DeploymentName name) {
        return endpoint.deployment(name)
                .map(DeploymentView::state)
                .map(this::reason)
                .orElse("");
    }

    private String reason(DeploymentState state) {
        if (state instanceof DeploymentState.Creating) {
            return Messages.of("traffic.reason.creating");
        }
        if (state instanceof DeploymentState.Failed) {
            return Messages.of("traffic.reason.failed");
        }
        if (state instanceof DeploymentState.Deleting) {
            return Messages.of("traffic.reason.deleting");
        }
        boolean noneReady = state instanceof DeploymentState.Scaling scaling && scaling.ready() == 0;
        return noneReady ? Messages.of("traffic.reason.creating") : "";
    }
}
