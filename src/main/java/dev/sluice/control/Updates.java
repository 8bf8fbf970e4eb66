package dev.sluice.control;

import dev.sluice.control.Job.Kind;
import dev.sluice.control.Ledger.Asked;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Deed;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Provisioning;
import dev.sluice.domain.Provisioning.Sources;
import java.util.List;

/** The commands that change a deployment that is there already: what can be changed as it runs, and what needs another version. */
final class Updates {

    private final Ledger ledger;
    private final JobBook jobs;
    private final Inspection inspection;

    /** How what is there gets to what was asked for. */
    private interface Way {
        Outcome go(List<Problem> problems, Asked asked, DesiredDeployment now, DeploymentSpec spec);
    }

    Updates(Ledger ledger, JobBook jobs, Inspection inspection) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.inspection = inspection;
    }

    /** What can be changed as it runs is; anything else needs another version, which keeps what it is made of. */
    Outcome update(Caller by, DeploymentSpec described) {
        return settled(
                by,
                described,
                (problems, asked, now, spec) -> now.spec().runsLike(spec)
                        ? change(problems, asked, now, spec)
                        : replace(problems, asked, now, spec, Sources.KEPT));
    }

    /** Its files may hold something else under the same names, so that there is another version whatever differs. */
    Outcome replace(Caller by, DeploymentSpec described) {
        return settled(
                by, described, (problems, asked, now, spec) -> replace(problems, asked, now, spec, Sources.ANEW));
    }

    /** Once more what failed: what it was to keep it keeps, and files that it was to read are read as they are by now. */
    Outcome tryAgain(Caller by, Provisioning.Kept failed) {
        return settled(
                by,
                failed.rejected(),
                (problems, asked, now, spec) -> replace(problems, asked, now, spec, failed.sources()));
    }

    private Outcome settled(Caller by, DeploymentSpec described, Way way) {
        var settlement = inspection.settle(described);
        var spec = settlement.spec();
        var asked = new Asked(by, Deeds.update(ledger.desired(), spec), "update " + spec.id());
        var problems = inspection.problems(settlement, problems(spec.id()));
        if (!by.heldUpBy(problems).isEmpty()) {
            return ledger.refuse(asked, problems);
        }
        return way.go(problems, asked, deployment(spec.id()), spec);
    }

    Outcome redeploy(Caller by, DeploymentId id) {
        var asked = new Asked(by, Deed.of(Deed.Kind.UPDATE_DEPLOYMENT, id), "update " + id);
        var problems = problems(id);
        if (!by.heldUpBy(problems).isEmpty()) {
            return ledger.refuse(asked, problems);
        }
        var now = deployment(id);
        return replace(problems, asked, now, now.spec(), Sources.ANEW);
    }

    private List<Problem> problems(DeploymentId id) {
        return DeploymentChecks.andBeside(
                DeploymentChecks.update(ledger.desired(), jobs.running(id), id), jobs.runningBeside(id));
    }

    Outcome drop(Caller by, DeploymentId id) {
        return ledger.unless(
                DeploymentChecks.dropUpdate(ledger.desired(), id),
                new Asked(by, Deed.of(Deed.Kind.CANCEL, id), "drop the update of " + id),
                state -> with(state, deployment(id).with(new Provisioning.Done())),
                () -> jobs.failed(id, "the update was given up; what served before goes on"));
    }

    /** Nothing that runs is concerned: what is to take its place is not wanted any more either. */
    private Outcome change(List<Problem> problems, Asked asked, DesiredDeployment now, DeploymentSpec spec) {
        var id = spec.id();
        boolean scales = now.spec().instanceCount() != spec.instanceCount();
        return ledger.unless(
                problems,
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
    private Outcome replace(
            List<Problem> problems, Asked asked, DesiredDeployment now, DeploymentSpec spec, Sources sources) {
        var id = spec.id();
        return ledger.unless(
                problems,
                asked,
                state -> with(
                        state,
                        now.withInstanceCount(spec.instanceCount()).replacedBy(spec, ledger.nextGeneration(), sources)),
                () -> {
                    jobs.begin(Kind.UPDATE, id);
                    jobs.phase(id, Phase.CHECK);
                });
    }

    private DesiredDeployment deployment(DeploymentId id) {
        return ledger.desired().deployment(id).orElseThrow();
    }

    private static DesiredState with(DesiredState state, DesiredDeployment deployment) {
        var endpoint = state.endpoint(deployment.spec().id().endpoint()).orElseThrow();
        return state.with(endpoint.with(deployment));
    }
}
