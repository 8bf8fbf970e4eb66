package dev.sluice.console.support.routing;

import dev.sluice.console.support.Messages;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.Problem;
import java.util.Optional;

/** All live traffic of an endpoint to one deployment at once; the one rule for whoever offers that, in page and palette. */
public record AllTo(EndpointView endpoint, DeploymentName name) {

    /**
     * Why it cannot be done, and what to do; empty when it can, also for a shadow and during an update or a scaling: an
     * abort is never in the way.
     */
    public Optional<Problem> hindrance() {
        return endpoint.deployment(name)
                .map(DeploymentView::state)
                .filter(state -> !state.isUp())
                .map(this::problem);
    }

    private Problem problem(DeploymentState state) {
        if (state instanceof DeploymentState.Failed) {
            return problem("traffic.all.failed", "traffic.all.failed.remedy");
        }
        return state instanceof DeploymentState.Deleting
                ? problem("traffic.all.deleting", "traffic.all.deleting.remedy")
                : problem("traffic.all.creating", "traffic.all.creating.remedy");
    }

    private Problem problem(String message, String remedy) {
        return Problem.of(
                Problem.Code.TRAFFIC_NOT_READY,
                "traffic." + name,
                Messages.of(message, name),
                Messages.of(remedy, name));
    }
}
