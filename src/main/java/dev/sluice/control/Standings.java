package dev.sluice.control;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Provisioning;
import dev.sluice.reconcile.Planner.Seen;
import dev.sluice.reconcile.Tracked;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How each deployment stands, and since when it has stood so. For the runtime's thread only. */
final class Standings {

    private final Clock clock;
    private final JobBook jobs;
    private final Map<DeploymentId, DeploymentState> states = new HashMap<>();

    Standings(Clock clock, JobBook jobs) {
        this.clock = clock;
        this.jobs = jobs;
    }

    void forget(DeploymentId id) {
        states.remove(id);
    }

    DeploymentState of(DesiredDeployment deployment, List<Tracked> present) {
        var id = deployment.spec().id();
        var now = clock.instant();
        if (deployment.provisioning() instanceof Provisioning.GivenUp failed) {
            return remembered(
                    id,
                    new DeploymentState.Failed(
                            sinceOf(id, DeploymentState.Failed.class, now), failed.problem(), failed.lastLines()));
        }
        if (deployment.provisioning() instanceof Provisioning.Pending) {
            return remembered(
                    id,
                    new DeploymentState.Creating(
                            sinceOf(id, DeploymentState.Creating.class, now),
                            jobs.phaseOf(id).orElse(Phase.CHECK)));
        }
        if (deployment.provisioning() instanceof Provisioning.Replacing replacing) {
            return remembered(
                    id,
                    new DeploymentState.Updating(
                            sinceOf(id, DeploymentState.Updating.class, now),
                            jobs.phaseOf(id).orElse(Phase.CHECK),
                            replacing.next()));
        }
        return remembered(id, stateOfOneThatIsUp(deployment, present, now));
    }

    private DeploymentState stateOfOneThatIsUp(DesiredDeployment deployment, List<Tracked> present, Instant now) {
        var id = deployment.spec().id();
        int wanted = deployment.spec().instanceCount();
        int ready = (int) present.stream()
                .filter(tracked -> tracked.condition() == Seen.Condition.READY)
                .filter(tracked -> tracked.instance().key().generation() == deployment.generation())
                .count();
        if (ready != wanted || present.size() != wanted) {
            return new DeploymentState.Scaling(sinceOf(id, DeploymentState.Scaling.class, now), ready, wanted);
        }
        return deployment.provisioning() instanceof Provisioning.Kept kept
                ? new DeploymentState.UpdateFailed(
                        sinceOf(id, DeploymentState.UpdateFailed.class, now),
                        kept.rejected(),
                        kept.problem(),
                        kept.lastLines())
                : new DeploymentState.Succeeded(sinceOf(id, DeploymentState.Succeeded.class, now));
    }

    /** @param inFlight how many requests its instances have still to answer */
    DeploymentState deleting(DeploymentId id, int inFlight) {
        return remembered(
                id,
                new DeploymentState.Deleting(sinceOf(id, DeploymentState.Deleting.class, clock.instant()), inFlight));
    }

    private DeploymentState remembered(DeploymentId id, DeploymentState state) {
        states.put(id, state);
        return state;
    }

    /** Since when the deployment has been in a state of this kind. */
    private Instant sinceOf(DeploymentId id, Class<? extends DeploymentState> kind, Instant now) {
        var last = states.get(id);
        return kind.isInstance(last) ? last.since() : now;
    }
}
