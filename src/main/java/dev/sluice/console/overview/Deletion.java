package dev.sluice.console.overview;

import dev.sluice.console.support.Dialogs.Question;
import dev.sluice.console.support.Messages;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.Fleet.InstanceView;
import dev.sluice.domain.DeploymentName;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What deleting something would cost, in numbers. */
final class Deletion {

    private enum Callers {
        UNKNOWN,
        NONE,
        SOME
    }

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
                isAlone ? "delete.deployment.live-alone" : "delete.deployment.live", name, live, requests(name));
    }

    Question question(EndpointView endpoint, DeploymentView deployment) {
        var name = name(deployment);
        var told = new ArrayList<String>();
        int copied = endpoint.routing().mirror().shareOf(name).value();
        if (copied > 0) {
            told.add(Messages.of("delete.deployment.shadow", name, copied, copies(name)));
        }
        told.add(
                switch (callers(name)) {
                    case UNKNOWN -> Messages.of("delete.deployment.pinned.unknown");
                    case NONE -> Messages.of("delete.deployment.pinned.none", rates.seconds());
                    case SOME -> Messages.of("delete.deployment.pinned", rates.seconds(), pinned(name));
                });
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
        endpoint.deployments().forEach(deployment -> told.addAll(losses(endpoint, deployment)));
        return new Question(
                Messages.of("delete.endpoint.title", name),
                String.join(" ", told),
                Messages.of("delete.endpoint.verb"),
                losesRequests(endpoint) ? name.text() : "");
    }

    /** Who is served by it, and who may be: also without live traffic there may be callers that name it. */
    private List<String> losses(EndpointView endpoint, DeploymentView deployment) {
        var name = name(deployment);
        var told = new ArrayList<String>();
        int live = endpoint.routing().traffic().shareOf(name).value();
        if (live > 0) {
            told.add(Messages.of("delete.endpoint.serves", name, live, requests(name), inFlight(deployment)));
        } else if (callers(name) == Callers.UNKNOWN) {
            told.add(Messages.of("delete.endpoint.named.unknown", name));
        } else if (callers(name) == Callers.SOME) {
            told.add(Messages.of("delete.endpoint.named", name, rates.seconds(), pinned(name), inFlight(deployment)));
        }
        int copied = endpoint.routing().mirror().shareOf(name).value();
        if (copied > 0) {
            told.add(Messages.of("delete.endpoint.shadow", name, copied, copies(name)));
        }
        return told;
    }

    private boolean losesRequests(EndpointView endpoint) {
        return endpoint.deployments().stream()
                .map(Deletion::name)
                .anyMatch(name -> endpoint.routing().isLive(name)
                        ? rates.ofCallers(name).orElse(0) > 0
                        : callers(name) == Callers.SOME);
    }

    /** Whether anybody named it lately. */
    private Callers callers(DeploymentName name) {
        var rate = rates.ofPinned(name);
        if (rate.isEmpty()) {
            return Callers.UNKNOWN;
        }
        return rate.getAsDouble() > 0 ? Callers.SOME : Callers.NONE;
    }

    private String pinned(DeploymentName name) {
        return inWords("delete.rate", rates.ofPinned(name));
    }

    private String requests(DeploymentName name) {
        return inWords("delete.rate", rates.ofCallers(name));
    }

    private String copies(DeploymentName name) {
        return inWords("delete.rate.copies", rates.ofCopies(name));
    }

    private static String inWords(String key, OptionalDouble rate) {
        return rate.isPresent() ? Messages.of(key, rate.getAsDouble()) : Messages.of("delete.rate.unknown");
    }

    private static DeploymentName name(DeploymentView deployment) {
        return deployment.spec().id().deployment();
    }

    private static int inFlight(DeploymentView deployment) {
        return deployment.instances().stream().mapToInt(InstanceView::inFlight).sum();
    }
}
