package dev.sluice.console.shell;

import static java.util.stream.Collectors.joining;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.DeploymentColors;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.StateMark;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.DeploymentState;
import java.util.Comparator;
import java.util.Optional;

/** What stands above the pages: the name of what is chosen, and how it is in a few words. */
sealed interface Header {

    /** More would not fit one line; the largest are what matters. */
    int MOST_NAMED = 4;

    record Empty() implements Header {}

    record OfEndpoint(String name, String summary) implements Header {}

    record OfDeployment(String endpoint, String name, DeploymentColor color, StateMark mark, String summary)
            implements Header {}

    static Header of(Selection selection, Fleet fleet, DeploymentColors colors) {
        Optional<Header> header = Optional.empty();
        if (selection instanceof Selection.OfEndpoint chosen) {
            header = fleet.endpoint(chosen.endpoint()).map(Header::of);
        } else if (selection instanceof Selection.OfDeployment chosen) {
            header = fleet.endpoint(chosen.deployment().endpoint())
                    .flatMap(endpoint -> endpoint.deployment(chosen.deployment().deployment())
                            .map(deployment -> of(endpoint, deployment, colors)));
        }
        return header.orElse(new Empty());
    }

    private static Header of(EndpointView endpoint) {
        var traffic = endpoint.routing().traffic();
        var share = traffic.shares().entrySet().stream()
                .sorted(Comparator.comparing(each -> -each.getValue().value()))
                .limit(MOST_NAMED)
                .map(each -> Messages.of(
                        "header.share", each.getKey(), each.getValue().value()))
                .collect(joining(", "));
        int others = Math.max(0, traffic.shares().size() - MOST_NAMED);
        var shares = others == 0 ? share : Messages.of("header.more", share, others);
        return new OfEndpoint(
                endpoint.spec().name().text(),
                Messages.of(
                        "header.endpoint",
                        endpoint.deployments().size(),
                        share.isEmpty() ? Messages.of("header.no-traffic") : Messages.of("header.live", shares)));
    }

    private static Header of(EndpointView endpoint, DeploymentView deployment, DeploymentColors colors) {
        var id = deployment.spec().id();
        var live = endpoint.routing().traffic().shareOf(id.deployment()).value();
        var mirrored = endpoint.routing().mirror().shareOf(id.deployment()).value();
        return new OfDeployment(
                id.endpoint().text(),
                id.deployment().text(),
                colors.of(id),
                StateMark.of(deployment.state()),
                summary(deployment.state(), live, mirrored));
    }

    private static String summary(DeploymentState state, int live, int mirrored) {
        if (live > 0) {
            return Messages.of("header.deployment", live);
        } else if (state instanceof DeploymentState.Failed) {
            return Messages.of("header.failed");
        } else if (mirrored > 0) {
            return Messages.of("header.shadow", mirrored);
        }
        return Messages.of(state instanceof DeploymentState.Creating ? "header.creating" : "header.idle");
    }
}
