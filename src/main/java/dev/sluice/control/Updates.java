package dev.sluice.control;

import dev.sluice.control.Job.Kind;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Provisioning;
import dev.sluice.domain.Routing;
import java.util.List;

/** The commands that change what is there already: what can be changed as it runs, and what needs another version. */
final class Updates {

    private static final Runnable NOTHING_TO_DO = () -> {};

    private final Desk desk;
    private final JobBook jobs;

    Updates(Desk desk, JobBook jobs) {
        this.desk = desk;
        this.jobs = jobs;
    }

    Outcome update(DeploymentSpec spec) {
        var problems = Checks.updateDeployment(desk.desired(), spec);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        var now = deployment(spec.id());
        return now.spec().runsLike(spec) ? change(now, spec) : replace(now, spec);
    }

    Outcome redeploy(DeploymentId id) {
        var problems = Checks.redeploy(desk.desired(), id);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        var now = deployment(id);
        return replace(now, now.spec());
    }

    Outcome drop(DeploymentId id) {
        return desk.unless(
                Checks.dropUpdate(desk.desired(), id),
                "drop the update of " + id,
                state -> with(state, deployment(id).with(new Provisioning.Done())),
                () -> jobs.failed(id, "the update was given up; what served before goes on"));
    }

    Outcome recreate(DeploymentSpec spec, InitialTraffic traffic) {
        var id = spec.id();
        return desk.unless(
                Checks.recreate(desk.desired(), spec),
                "create deployment " + id + " again",
                state -> with(
                        state,
                        new DesiredDeployment(
                                spec,
                                desk.nextGeneration(),
                                new Provisioning.Pending(traffic == InitialTraffic.ALL))),
                () -> begin(Kind.CREATE, id));
    }

    Outcome endpoint(EndpointSpec spec, Routing routing) {
        return desk.unless(
                Checks.updateEndpoint(desk.desired(), spec, routing),
                "update endpoint " + spec.name(),
                state -> state.with(
                        state.endpoint(spec.name()).orElseThrow().with(spec).with(routing)),
                NOTHING_TO_DO);
    }

    /** Nothing that runs is concerned: what is to take its place is not wanted any more either. */
    private Outcome change(DesiredDeployment now, DeploymentSpec spec) {
        var id = spec.id();
        boolean scales = now.spec().instanceCount() != spec.instanceCount();
        return desk.unless(
                List.<Problem>of(),
                "update " + id,
                state -> with(state, new DesiredDeployment(spec, now.generation(), new Provisioning.Done())),
                scales
                        ? () -> jobs.begin(
                                Kind.SCALE,
                                id,
                                new Job.Cancelling.ScalesBack(now.spec().instanceCount())) : () -> jobs.failed(id, "ended by a later command"));
    }

    private Outcome replace(DesiredDeployment now, DeploymentSpec spec) {
        var id = spec.id();
        return desk.unless(
                List.<Problem>of(),
                "update " + id,
                state -> with(state, now.replacedBy(spec, desk.nextGeneration())),
                () -> begin(Kind.UPDATE, id));
    }

    private void begin(Kind kind, DeploymentId id) {
        jobs.begin(kind, id);
        jobs.phase(id, Phase.CHECK);
    }

    private DesiredDeployment deployment(DeploymentId id) {
        return desk.desired().deployment(id).orElseThrow();
    }

    private static DesiredState with(DesiredState state, DesiredDeployment deployment) {
        var endpoint = state.endpoint(deployment.spec().id().endpoint()).orElseThrow();
        return state.with(endpoint.with(deployment));
    }
}
