package dev.sluice.console.overview;

import dev.sluice.console.support.Dialogs.Question;
import dev.sluice.console.support.Messages;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.Fleet.InstanceView;
import dev.sluice.domain.DeploymentName;
import java.util.ArrayList;

/** What deleting something would cost, in numbers. */
final class Deletion {

    private final Rates rates;

    Deletion(Rates rates) {
        this.rates = rates;
    }

    /** Why it cannot be deleted now: live traffic must be moved first, as in the cloud. Empty if it can. */
    String obstacle(EndpointView endpoint, DeploymentView deployment) {
        var name = name(deployment);
        int live = endpoint.routing().traffic().shareOf(name).value();
        if (live == 0) {
            return "";
        }
        boolean isAlone = endpoint.deployments().stream()
                .noneMatch(other -> other.state().isUp() && !name(other).equals(name));
        return Messages.of(
                isAlone ? "delete.deployment.live-alone" : "delete.deployment.live", name, live, rates.ofCallers(name));
    }

    Question question(EndpointView endpoint, DeploymentView deployment) {
        var name = name(deployment);
        var told = new ArrayList<String>();
        int copied = endpoint.routing().mirror().shareOf(name).value();
        if (copied > 0) {
            told.add(Messages.of("delete.deployment.shadow", name, copied, rates.ofCopies(name)));
        }
        if (rates.ofCallers(name) > 0) {
            told.add(Messages.of("delete.deployment.pinned", rates.ofCallers(name)));
        }
        told.add(Messages.of(
                "delete.deployment.consequence", deployment.instances().size(), inFlight(deployment)));
        return new Question(
                Messages.of("delete.deployment.title", name),
                String.join(" ", told),
                Messages.of("delete.deployment.verb", name));
    }

    /** The name must be typed only where requests that come now would be lost. */
    Question question(EndpointView endpoint) {
        var name = endpoint.spec().name();
        var told = new ArrayList<String>();
        told.add(Messages.of("delete.endpoint.counted", endpoint.deployments().size()));
        for (var deployment : endpoint.deployments()) {
            int live = endpoint.routing().traffic().shareOf(name(deployment)).value();
            if (live > 0) {
                told.add(Messages.of(
                        "delete.endpoint.serves",
                        name(deployment),
                        live,
                        rates.ofCallers(name(deployment)),
                        inFlight(deployment)));
            }
        }
        return new Question(
                Messages.of("delete.endpoint.title", name),
                String.join(" ", told),
                Messages.of("delete.endpoint.verb"),
                losesRequests(endpoint) ? name.text() : "");
    }

    private boolean losesRequests(EndpointView endpoint) {
        return endpoint.deployments().stream()
                .map(Deletion::name)
                .anyMatch(name -> endpoint.routing().isLive(name) && rates.ofCallers(name) > 0);
    }

    private static DeploymentName name(DeploymentView deployment) {
        return deployment.spec().id().deployment();
    }

    private static int inFlight(DeploymentView deployment) {
        return deployment.instances().stream().mapToInt(InstanceView::inFlight).sum();
    }
}
