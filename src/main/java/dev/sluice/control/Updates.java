package dev.sluice.control;

import dev.sluice.control.Desk.Asked;
import dev.sluice.control.Job.Kind;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Actor;
import dev.sluice.domain.Deed;
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
    private final Registry registry;

    Updates(Desk desk, JobBook jobs, Registry registry) {
        this.desk = desk;
        this.jobs = jobs;
        this.registry = registry;
    }

    Outcome update(Actor by, DeploymentSpec described) {
        var settlement = registry.settle(described);
        var spec = settlement.spec();
        var asked = new Asked(by, Deeds.update(desk.desired(), spec), "update " + spec.id());
        var problems = desk.problems(settlement, Checks.updateDeployment(desk.desired(), spec));
        if (!problems.isEmpty()) {
            return desk.refuse(asked, problems);
        }
        var now = deployment(spec.id());
        return now.spec().runsLike(spec) ? change(asked, now, spec) : replace(asked, now, spec);
    }

    Outcome redeploy(Actor by, DeploymentId id) {
        var asked = new Asked(by, Deed.of(Deed.Kind.UPDATE_DEPLOYMENT, id), "update " + id);
        var problems = Checks.redeploy(desk.desired(), id);
        if (!problems.isEmpty()) {
            return desk.refuse(asked, problems);
        }
        var now = deployment(id);
        return replace(asked, now, now.spec());
    }

    Outcome drop(Actor by, DeploymentId id) {
        return desk.unless(
                Checks.dropUpdate(desk.desired(), id),
                new Asked(by, Deed.of(Deed.Kind.CANCEL, id), "drop the update of " + id),
                state -> with(state, deployment(id).with(new Provisioning.Done())),
                () -> jobs.failed(id, "the update was given up; what served before goes on"));
    }

    /** With the share that it was to have the first time. */
    Outcome recreate(Actor by, DeploymentSpec described) {
        var settlement = registry.settle(described);
        var spec = settlement.spec();
        var id = spec.id();
        var traffic = desk.trafficAskedFor(id);
        return desk.unless(
                desk.problems(settlement, Checks.recreate(desk.desired(), spec)),
                new Asked(by, Deeds.createDeployment(spec, traffic), "create deployment " + id + " again"),
                state -> with(
                        state,
                        new DesiredDeployment(
                                spec, desk.nextGeneration(), new Provisioning.Pending(traffic == InitialTraffic.ALL))),
                () -> begin(Kind.CREATE, id));
    }

    Outcome endpoint(Actor by, EndpointSpec spec, Routing routing) {
        return desk.unless(
                Checks.updateEndpoint(desk.desired(), spec, routing),
                new Asked(by, Deeds.updateEndpoint(desk.desired(), spec, routing), "update endpoint " + spec.name()),
                state -> state.with(
                        state.endpoint(spec.name()).orElseThrow().with(spec).with(routing)),
                NOTHING_TO_DO);
    }

    /** Nothing that runs is concerned: what is to take its place is not wanted any more either. */
    private Outcome change(Asked asked, DesiredDeployment now, DeploymentSpec spec) {
        var id = spec.id();
        boolean scales = now.spec().instanceCount() != spec.instanceCount();
        return desk.unless(
                List.<Problem>of(),
                asked,
                state -> with(state, new DesiredDeployment(spec, now.generation(), new Provisioning.Done())),
                scales
                        ? () -> jobs.begin(
                                Kind.SCALE,
                                id,
                                new Job.Cancelling.ScalesBack(now.spec().instanceCount()))
                        : () -> jobs.failed(id, "ended by a later command"));
    }

    /** One that changes the number of instances too is scaled first (reference 3.4). */
    private Outcome replace(Asked asked, DesiredDeployment now, DeploymentSpec spec) {
        var id = spec.id();
        return desk.unless(
                List.<Problem>of(),
                asked,
                state -> with(
                        state, now.withInstanceCount(spec.instanceCount()).replacedBy(spec, desk.nextGeneration())),
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
