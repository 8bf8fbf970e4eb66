package dev.sluice.control;

import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Job.Kind;
import dev.sluice.domain.Actor;
import dev.sluice.domain.Deed;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.Facet;
import dev.sluice.domain.Happening;
import dev.sluice.domain.Happening.Verdict;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Provisioning;
import java.util.List;
import java.util.Optional;

/**
 * What comes of commands by and by, and what befalls deployments without any: written down where it changes what is
 * wanted, told in the journal, and the end of the jobs. For the runtime's thread only.
 */
final class Tidings {

    private final Ledger ledger;
    private final JobBook jobs;
    private final Portrait portrait;
    private final Diary diary;

    Tidings(Ledger ledger, JobBook jobs, Portrait portrait, Diary diary) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.portrait = portrait;
        this.diary = diary;
    }

    /** Sets what the last run has left to work again. */
    void resume() {
        ledger.desired()
                .endpoints()
                .values()
                .forEach(endpoint -> endpoint.deployments().values().stream().forEach(this::beginAgain));
        ledger.act();
    }

    private void beginAgain(DesiredDeployment deployment) {
        if (deployment.provisioning() instanceof Provisioning.Pending) {
            jobs.begin(Kind.CREATE, deployment.spec().id());
        } else if (deployment.provisioning() instanceof Provisioning.Replacing) {
            jobs.begin(Kind.UPDATE, deployment.spec().id());
        }
    }

    /** What was on its way is ready: a new deployment, or a version that now takes another's place. */
    void provisioned(DeploymentId id) {
        deployment(id).ifPresent(now -> {
            if (now.provisioning() instanceof Provisioning.Pending pending) {
                ready(now, pending);
            }
            now.coming().ifPresent(this::updated);
        });
    }

    /** The deployment is ready for the first time: it gets all live traffic if that was asked for. */
    private void ready(DesiredDeployment now, Provisioning.Pending pending) {
        var id = now.spec().id();
        var endpoint = endpoint(id).with(now.with(new Provisioning.Done()));
        var routed = pending.thenAllTraffic() ? endpoint.with(endpoint.routing().allTo(id.deployment())) : endpoint;
        jobs.done(id);
        ledger.happened(
                id + " is ready",
                ledger.desired().with(routed),
                told(Deeds.ready(id, endpoint.routing(), routed.routing()), Verdict.DONE, ""));
    }

    private void updated(DesiredDeployment coming) {
        var id = coming.spec().id();
        jobs.done(id);
        ledger.happened(
                id + " is updated",
                ledger.desired().with(endpoint(id).with(coming.with(new Provisioning.Done()))),
                told(Deed.of(Deed.Kind.UPDATED, id), Verdict.DONE, ""));
    }

    /** What was on its way cannot be brought up. A version that was to take another's place leaves that one be. */
    void gaveUp(DeploymentId id, Problem problem, List<String> lastLines) {
        lastLines.forEach(line -> jobs.line(id, line));
        deployment(id).ifPresent(now -> {
            if (now.provisioning() instanceof Provisioning.Pending pending) {
                gaveUp(now, problem, new Provisioning.GivenUp(problem, lastLines, pending.thenAllTraffic()));
            } else if (now.provisioning() instanceof Provisioning.Replacing replacing) {
                gaveUp(now, problem, new Provisioning.Kept(replacing.next(), replacing.sources(), problem, lastLines));
            }
        });
    }

    private void gaveUp(DesiredDeployment now, Problem problem, Provisioning left) {
        var id = now.spec().id();
        jobs.failed(id, problem.message());
        ledger.happened(
                id + " failed",
                ledger.desired().with(endpoint(id).with(now.with(left))),
                told(Deed.of(Deed.Kind.GIVEN_UP, id), Verdict.FAILED, problem.told()));
    }

    /** What asked for more instances need not be waited for any longer, although they are tried again. */
    void failedForNow(DeploymentId id, Problem problem) {
        if (jobs.running(id).filter(job -> job.kind() == Kind.SCALE).isPresent()) {
            jobs.failed(id, problem.message());
            diary.record(told(Deed.of(Deed.Kind.SCALED, id), Verdict.FAILED, problem.told()));
        }
    }

    /** One of the deployment's instances has ended without being told to. */
    void instanceEnded(DeploymentId id, Problem problem) {
        diary.record(told(Deed.of(Deed.Kind.INSTANCE_ENDED, id), Verdict.FAILED, problem.told()));
    }

    /** One of the deployment's instances gets no requests until it is ready again. */
    void instanceUnready(DeploymentId id, Problem problem) {
        diary.record(told(Deed.of(Deed.Kind.INSTANCE_UNREADY, id), Verdict.FAILED, problem.told()));
    }

    void instanceReadyAgain(DeploymentId id, String instance) {
        diary.record(told(Deed.of(Deed.Kind.INSTANCE_READY_AGAIN, id), Verdict.DONE, "instance " + instance));
    }

    void gone(DeploymentId id) {
        if (ledger.desired().deployment(id).isEmpty()) {
            end(id, Deed.of(Deed.Kind.GONE, id));
        }
        portrait.gone(id);
    }

    /** A deployment that is as wanted has nothing left to be done; only scaling ends without being told. */
    void endSettledJobs() {
        portrait.paint(ledger.revision(), ledger.desired()).endpoints().stream()
                .flatMap(endpoint -> endpoint.deployments().stream())
                .filter(deployment -> deployment.state() instanceof DeploymentState.Succeeded
                        || deployment.state() instanceof DeploymentState.UpdateFailed)
                .map(DeploymentView::spec)
                .forEach(spec -> end(
                        spec.id(), Deed.of(Deed.Kind.SCALED, spec.id()).to(new Facet.Instances(spec.instanceCount()))));
    }

    /** Tells the end of a job, if one runs. */
    private void end(DeploymentId id, Deed deed) {
        if (jobs.isRunning(id)) {
            jobs.done(id);
            diary.record(told(deed, Verdict.DONE, ""));
        }
    }

    private static Happening told(Deed deed, Verdict verdict, String why) {
        return new Happening(Actor.SYSTEM, deed, verdict, why);
    }

    private DesiredEndpoint endpoint(DeploymentId id) {
        return ledger.desired().endpoint(id.endpoint()).orElseThrow();
    }

    private Optional<DesiredDeployment> deployment(DeploymentId id) {
        return ledger.desired().deployment(id);
    }
}
