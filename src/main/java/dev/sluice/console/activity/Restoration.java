package dev.sluice.console.activity;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Problems;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Routing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The way back to an earlier routing: what it would do now, one sentence for each deployment that it touches, or what
 * stands in its way.
 */
record Restoration(EndpointName endpoint, Routing wanted, List<String> effects, List<String> obstacles) {

    Restoration {
        effects = List.copyOf(effects);
        obstacles = List.copyOf(obstacles);
    }

    static Restoration of(EndpointName name, Routing wanted, Fleet fleet) {
        return fleet.endpoint(name)
                .map(endpoint ->
                        new Restoration(name, wanted, effects(endpoint.routing(), wanted), obstacles(endpoint, wanted)))
                .orElseGet(() -> new Restoration(
                        name, wanted, List.of(), List.of(Messages.of("activity.restore.no-endpoint", name))));
    }

    boolean isPossible() {
        return obstacles.isEmpty() && !effects.isEmpty();
    }

    /** What it would do, or why it cannot be done. */
    String text() {
        if (!obstacles.isEmpty()) {
            return String.join("\n", obstacles);
        }
        return effects.isEmpty() ? Messages.of("activity.restore.same") : String.join("\n", effects);
    }

    private static List<String> effects(Routing now, Routing wanted) {
        var touched = new TreeSet<DeploymentName>(now.traffic().shares().keySet());
        touched.addAll(wanted.traffic().shares().keySet());
        var effects = new ArrayList<String>();
        touched.forEach(name -> {
            int from = now.traffic().shareOf(name).value();
            int to = wanted.traffic().shareOf(name).value();
            if (from != to) {
                effects.add(Messages.of("activity.restore.share", name, from, to));
            }
        });
        if (!now.mirror().equals(wanted.mirror())) {
            effects.add(
                    wanted.mirror() instanceof Mirror.To to
                            ? Messages.of(
                                    "activity.restore.mirror",
                                    to.target(),
                                    to.share().value())
                            : Messages.of("activity.restore.mirror-off"));
        }
        return effects;
    }

    private static List<String> obstacles(EndpointView endpoint, Routing wanted) {
        var existing = endpoint.deployments().stream()
                .filter(deployment -> !(deployment.state() instanceof DeploymentState.Deleting))
                .map(deployment -> deployment.spec().id().deployment())
                .collect(Collectors.toSet());
        var obstacles = new ArrayList<String>();
        var named = new TreeSet<>(wanted.traffic().shares().keySet());
        if (wanted.mirror() instanceof Mirror.To to) {
            named.add(to.target());
        }
        named.forEach(name -> {
            if (!existing.contains(name)) {
                obstacles.add(Messages.of("activity.restore.gone", name));
            } else {
                unready(endpoint, wanted, name).ifPresent(obstacles::add);
            }
        });
        if (obstacles.isEmpty()) {
            wanted.problems(existing, endpoint.spec().kind()).stream()
                    .map(Problems::told)
                    .forEach(obstacles::add);
        }
        return obstacles;
    }

    /** Only a share that grows needs a deployment that has come up. */
    private static Optional<String> unready(EndpointView endpoint, Routing wanted, DeploymentName name) {
        var grows = wanted.traffic()
                        .shareOf(name)
                        .compareTo(endpoint.routing().traffic().shareOf(name))
                > 0;
        return endpoint.deployment(name)
                .filter(deployment -> grows
                        && (deployment.state() instanceof DeploymentState.Creating
                                || deployment.state() instanceof DeploymentState.Failed))
                .map(deployment -> Messages.of("activity.restore.not-ready", name));
    }
}
