package dev.sluice.reconcile;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.Probe;
import dev.sluice.domain.Provisioning;
import dev.sluice.domain.RequestSettings;
import dev.sluice.engine.InstanceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The one picture that the reconciler's parts share: what is wanted, and how far the work on each deployment is. */
final class Board {

    private final Map<DeploymentId, Work> works = new HashMap<>();
    private DesiredState desired = DesiredState.EMPTY;

    /** Remembers each deployment from now on until it is gone, even if it is unwanted again before any work on it. */
    void want(DesiredState next) {
        desired = next;
        wanted().forEach((id, deployment) -> workOn(id, deployment.generation()));
    }

    boolean isWanted(DeploymentId id) {
        return desired.deployment(id).isPresent();
    }

    boolean isPending(DeploymentId id) {
        return desired.deployment(id)
                .filter(deployment -> deployment.provisioning() instanceof Provisioning.Pending)
                .isPresent();
    }

    DesiredDeployment wanted(DeploymentId id) {
        return desired.deployment(id).orElseThrow();
    }

    SortedMap<DeploymentId, DesiredDeployment> wanted() {
        var all = new TreeMap<DeploymentId, DesiredDeployment>();
        desired.endpoints()
                .values()
                .forEach(endpoint -> endpoint.deployments()
                        .values()
                        .forEach(deployment -> all.put(deployment.spec().id(), deployment)));
        return all;
    }

    /** The work on this generation; begun anew when the deployment has got another. */
    Work workOn(DeploymentId id, long generation) {
        var work = works.get(id);
        if (work == null || work.generation() != generation) {
            work = new Work(generation);
            works.put(id, work);
        }
        return work;
    }

    /** Remembers a deployment of which only an instance was found. */
    void remember(DeploymentId id, long generation) {
        works.computeIfAbsent(id, unknown -> new Work(generation));
    }

    boolean remembers(DeploymentId id) {
        return works.containsKey(id);
    }

    Work work(DeploymentId id) {
        return works.get(id);
    }

    Set<DeploymentId> remembered() {
        return Set.copyOf(works.keySet());
    }

    void forget(DeploymentId id) {
        works.remove(id);
    }

    /** Wanted, as the planner understands it. */
    Planner.Wanted plannedFor(DesiredDeployment deployment, Instant now) {
        var work = works.get(deployment.spec().id());
        boolean up = !(deployment.provisioning() instanceof Provisioning.GivenUp) && !work.isGivingUp();
        return new Planner.Wanted(
                deployment.generation(),
                up ? deployment.spec().instanceCount() : 0,
                up && work.stage() instanceof Work.Stage.Ready && work.backOff().allows(now));
    }

    Probe readinessOf(Tracked tracked) {
        return desired.deployment(tracked.deployment())
                .map(deployment -> deployment.spec().readiness())
                .orElse(Probe.DEFAULT);
    }

    /**
     * A request may take its whole timeout; a little more, and it is stuck. Of a generation that is not wanted any more
     * the timeout is not known: it may be longer than the present one's.
     */
    Duration drainLimit(InstanceKey key) {
        return desired.deployment(key.deployment())
                .filter(wanted -> wanted.generation() == key.generation())
                .map(deployment -> deployment.spec().requests().timeout())
                .orElse(RequestSettings.LONGEST_TIMEOUT)
                .plusSeconds(5);
    }
}
