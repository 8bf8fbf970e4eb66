package dev.sluice.control;

import dev.sluice.control.Job.Kind;
import dev.sluice.control.Ledger.Asked;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Provisioning;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Where commands are checked that begin, scale and delete deployments. For the runtime's thread only. */
final class DeploymentDesk {

    private static final Runnable NOTHING_TO_DO = () -> {};

    private final Ledger ledger;
    private final JobBook jobs;
    private final Portrait portrait;
    private final Inspection inspection;

    DeploymentDesk(Ledger ledger, JobBook jobs, Portrait portrait, Inspection inspection) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.portrait = portrait;
        this.inspection = inspection;
    }

    Outcome create(Caller by, DeploymentSpec asked, InitialTraffic traffic) {
        var settlement = inspection.settle(asked);
        var spec = settlement.spec();
        var id = spec.id();
        return ledger.unless(
                inspection.problems(
                        settlement,
                        oneAtATime(
                                DeploymentChecks.create(
                                        ledger.desired(), jobs.running(id), spec, inspection.isStillThere(id)),
                                id)),
                new Asked(by, Deeds.createDeployment(spec, traffic), "create deployment " + id),
                state -> state.with(endpoint(id).with(begun(spec, traffic))),
                () -> beginCreating(id));
    }

    /** With the share that it was to have the first time. */
    Outcome recreate(Caller by, DeploymentSpec described) {
        var settlement = inspection.settle(described);
        var spec = settlement.spec();
        var id = spec.id();
        var traffic = trafficAskedFor(id);
        return ledger.unless(
                inspection.problems(settlement, oneAtATime(DeploymentChecks.recreate(ledger.desired(), spec), id)),
                new Asked(by, Deeds.createDeployment(spec, traffic), "create deployment " + id + " again"),
                state -> state.with(endpoint(id).with(begun(spec, traffic))),
                () -> beginCreating(id));
    }

    private List<Problem> oneAtATime(List<Problem> problems, DeploymentId id) {
        return DeploymentChecks.andBeside(problems, jobs.runningBeside(id));
    }

    private DesiredDeployment begun(DeploymentSpec spec, InitialTraffic traffic) {
        return new DesiredDeployment(
                spec, ledger.nextGeneration(), new Provisioning.Pending(traffic == InitialTraffic.ALL));
    }

    private void beginCreating(DeploymentId id) {
        jobs.begin(Kind.CREATE, id);
        jobs.phase(id, Phase.CHECK);
    }

    /** What a deployment that was given up was to have, had it come up. */
    private InitialTraffic trafficAskedFor(DeploymentId id) {
        return deployment(id)
                .map(DesiredDeployment::provisioning)
                .filter(left -> left instanceof Provisioning.GivenUp up && up.thenAllTraffic())
                .map(up -> InitialTraffic.ALL)
                .orElse(InitialTraffic.NONE);
    }

    Outcome scale(Caller by, DeploymentId id, int instances) {
        // Asked before the ledger changes: what is wanted is still the old picture then.
        return scale(
                by,
                id,
                instances,
                () -> new Job.Cancelling.ScalesBack(
                        deployment(id).orElseThrow().spec().instanceCount()));
    }

    /** Once more what failed: to cancel it goes back to where the first try would have gone. */
    Outcome scaleAgain(Caller by, DeploymentId id, Job.Cancelling undoing) {
        return scale(by, id, deployment(id).orElseThrow().spec().instanceCount(), () -> undoing);
    }

    /** One that is being replaced has a job already, which ends when all instances are there. */
    private Outcome scale(Caller by, DeploymentId id, int instances, Supplier<Job.Cancelling> undoing) {
        return ledger.unless(
                oneAtATime(DeploymentChecks.scale(ledger.desired(), jobs.running(id), id, instances), id),
                new Asked(by, Deeds.scale(ledger.desired(), id, instances), "scale " + id + " to " + instances),
                state -> state.with(
                        endpoint(id).with(deployment(id).orElseThrow().withInstanceCount(instances))),
                deployment(id).filter(now -> now.coming().isPresent()).isPresent()
                        ? NOTHING_TO_DO
                        : () -> jobs.begin(Kind.SCALE, id, undoing.get()));
    }

    Outcome delete(Caller by, DeploymentId id) {
        var before = ledger.desired();
        return ledger.unless(
                oneAtATime(DeploymentChecks.delete(before, jobs.running(id), id), id),
                new Asked(by, Deeds.deleteDeployment(before, id), "delete deployment " + id),
                state -> state.with(endpoint(id).without(id.deployment())),
                () -> before.deployment(id).ifPresent(this::beginDeleting));
    }

    void beginDeleting(DesiredDeployment deployment) {
        var id = deployment.spec().id();
        jobs.begin(Kind.DELETE, id);
        jobs.phase(id, Phase.DRAIN);
        jobs.line(id, id + " gets no more requests");
        portrait.leaving(deployment.spec());
    }

    private DesiredEndpoint endpoint(DeploymentId id) {
        return ledger.desired().endpoint(id.endpoint()).orElseThrow();
    }

    private Optional<DesiredDeployment> deployment(DeploymentId id) {
        return ledger.desired().deployment(id);
    }
}
