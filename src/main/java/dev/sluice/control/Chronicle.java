package dev.sluice.control;

import static java.util.stream.Collectors.toSet;

import dev.sluice.control.Change.What;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Provisioning;
import dev.sluice.reconcile.Tracked;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Notices what changes at endpoints, by comparing what it is shown with what it saw before. It is shown each command's
 * outcome and each turn of the reconciler, so that nothing can change and change back unseen. For the runtime's thread
 * only.
 */
final class Chronicle {

    private final Clock clock;
    private final Map<EndpointName, List<Change>> unsaid = new HashMap<>();
    private DesiredState before;
    private Set<String> crashed = Set.of();

    /** @param now what is so already is no change */
    Chronicle(Clock clock, DesiredState now) {
        this.clock = clock;
        before = now;
    }

    void look(DesiredState now, Collection<Tracked> instances) {
        if (!now.equals(before)) {
            now.endpoints().forEach((name, endpoint) -> before.endpoint(name).ifPresent(was -> compare(was, endpoint)));
            before = now;
        }
        var ended = instances.stream().filter(Tracked::hasCrashed).toList();
        ended.stream().filter(tracked -> !crashed.contains(tracked.name())).forEach(this::crash);
        crashed = ended.stream().map(Tracked::name).collect(toSet());
    }

    /** What has changed at the endpoint since the last call, oldest first. */
    List<Change> take(EndpointName endpoint) {
        return Optional.ofNullable(unsaid.remove(endpoint)).orElse(List.of());
    }

    private void crash(Tracked tracked) {
        var id = tracked.deployment();
        if (before.deployment(id).isPresent()) {
            add(id.endpoint(), new What.Crashed(id.deployment(), tracked.name(), tracked.end()));
        }
    }

    private void compare(DesiredEndpoint was, DesiredEndpoint is) {
        var name = is.spec().name();
        was.deployments().forEach((deployment, gone) -> {
            if (!is.deployments().containsKey(deployment)) {
                add(name, new What.Deleted(deployment));
            }
        });
        is.deployments().forEach((deployment, now) -> {
            var earlier = Optional.ofNullable(was.deployments().get(deployment));
            earlier.ifPresentOrElse(then -> compare(name, then, now), () -> add(name, new What.Created(deployment)));
        });
        if (!was.routing().traffic().equals(is.routing().traffic())) {
            add(name, new What.Traffic(was.routing().traffic(), is.routing().traffic()));
        }
        if (!was.routing().mirror().equals(is.routing().mirror())) {
            add(name, new What.Mirrored(was.routing().mirror(), is.routing().mirror()));
        }
    }

    private void compare(EndpointName endpoint, DesiredDeployment was, DesiredDeployment is) {
        var name = is.spec().id().deployment();
        if (was.generation() != is.generation()) {
            add(endpoint, new What.Updated(name));
        }
        if (was.spec().instanceCount() != is.spec().instanceCount()) {
            add(
                    endpoint,
                    new What.Scaled(name, was.spec().instanceCount(), is.spec().instanceCount()));
        }
        if (was.provisioning() instanceof Provisioning.Pending) {
            if (is.provisioning() instanceof Provisioning.Done) {
                add(endpoint, new What.Ready(name));
            } else if (is.provisioning() instanceof Provisioning.GivenUp) {
                add(endpoint, new What.GivenUp(name));
            }
        }
    }

    private void add(EndpointName endpoint, What what) {
        unsaid.computeIfAbsent(endpoint, none -> new ArrayList<>()).add(new Change(clock.instant(), what));
    }
}
