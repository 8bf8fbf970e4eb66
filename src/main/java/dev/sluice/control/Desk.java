package dev.sluice.control;

import dev.sluice.control.Job.Kind;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.KeyType;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Provisioning;
import dev.sluice.domain.Routing;
import dev.sluice.reconcile.Reconciler;
import dev.sluice.store.Store;
import dev.sluice.store.StoreException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where commands are checked, stored and set to work, one after the other, so that two can never mix: first the store,
 * then the routes, then the reconciler. For the runtime's thread only.
 */
final class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final Runnable NOTHING_TO_DO = () -> {};

    private final Store store;
    private final Keyring keyring;
    private final Routes routes;
    private final Reconciler reconciler;
    private final JobBook jobs;
    private final Portrait portrait;

    /** Of those created in this run: what a deployment that was given up does not tell any more. */
    private final Set<DeploymentId> takesAllTraffic = new HashSet<>();

    private DesiredState desired;
    private long revision;

    Desk(Store store, Keyring keyring, Routes routes, Reconciler reconciler, JobBook jobs, Portrait portrait) {
        this.store = store;
        this.keyring = keyring;
        this.routes = routes;
        this.reconciler = reconciler;
        this.jobs = jobs;
        this.portrait = portrait;
        var stored = store.load();
        this.desired = stored.state();
        this.revision = stored.revision();
    }

    /** Sets what the last run has left to work again. */
    void resume() {
        desired.endpoints()
                .values()
                .forEach(endpoint -> endpoint.deployments().values().stream().forEach(this::beginAgain));
        act();
    }

    private void beginAgain(DesiredDeployment deployment) {
        if (deployment.provisioning() instanceof Provisioning.Pending) {
            jobs.begin(Kind.CREATE, deployment.spec().id());
        } else if (deployment.provisioning() instanceof Provisioning.Replacing) {
            jobs.begin(Kind.UPDATE, deployment.spec().id());
        }
    }

    DesiredState desired() {
        return desired;
    }

    Fleet fleet() {
        return portrait.paint(revision, desired);
    }

    Outcome createEndpoint(EndpointSpec spec) {
        return unless(
                Checks.createEndpoint(desired, spec),
                "create endpoint " + spec.name(),
                state -> state.with(DesiredEndpoint.created(spec, keyring.newSecrets())),
                NOTHING_TO_DO);
    }

    Outcome deleteEndpoint(EndpointName name) {
        var endpoint = desired.endpoint(name);
        if (endpoint.isEmpty()) {
            return new Outcome.Refused(List.of(Checks.noEndpoint(name, "name")));
        }
        return apply(
                "delete endpoint " + name,
                state -> state.without(name),
                () -> endpoint.get().deployments().values().forEach(this::beginDeleting));
    }

    Outcome createDeployment(DeploymentSpec spec, InitialTraffic traffic) {
        var id = spec.id();
        return unless(
                Checks.createDeployment(desired, spec, reconciler.remembers(id)),
                "create deployment " + id,
                state -> state.with(endpoint(id)
                        .with(new DesiredDeployment(
                                spec, revision + 1, new Provisioning.Pending(traffic == InitialTraffic.ALL)))),
                () -> {
                    if (traffic == InitialTraffic.ALL) {
                        takesAllTraffic.add(id);
                    }
                    jobs.begin(Kind.CREATE, id);
                    jobs.phase(id, Phase.CHECK);
                });
    }

    /** One that is being replaced has a job already, which ends when all instances are there. */
    Outcome scale(DeploymentId id, int instances) {
        return unless(
                Checks.scale(desired, id, instances),
                "scale " + id + " to " + instances,
                state -> state.with(
                        endpoint(id).with(deployment(id).orElseThrow().withInstanceCount(instances))),
                deployment(id).filter(now -> now.coming().isPresent()).isPresent()
                        ? NOTHING_TO_DO
                        : () -> beginScaling(id));
    }

    /** What is wanted is still the old picture at this point. */
    private void beginScaling(DeploymentId id) {
        int before = deployment(id).orElseThrow().spec().instanceCount();
        jobs.begin(Kind.SCALE, id, new Job.Cancelling.ScalesBack(before));
    }

    /** What the deployment was to have when it was created in this run; afterwards nobody knows any more. */
    InitialTraffic trafficAskedFor(DeploymentId id) {
        return takesAllTraffic.contains(id) ? InitialTraffic.ALL : InitialTraffic.NONE;
    }

    Outcome deleteDeployment(DeploymentId id) {
        var before = desired;
        return unless(
                Checks.deleteDeployment(before, id),
                "delete deployment " + id,
                state -> state.with(endpoint(id).without(id.deployment())),
                () -> before.deployment(id).ifPresent(this::beginDeleting));
    }

    private void beginDeleting(DesiredDeployment deployment) {
        jobs.begin(Kind.DELETE, deployment.spec().id());
        portrait.leaving(deployment.spec());
    }

    /** Replaces the endpoint's routing by what {@code change} makes of it. */
    Outcome route(EndpointName name, String summary, UnaryOperator<Routing> change) {
        var endpoint = desired.endpoint(name);
        if (endpoint.isEmpty()) {
            return new Outcome.Refused(List.of(Checks.noEndpoint(name, "name")));
        }
        var next = change.apply(endpoint.get().routing());
        return unless(
                Checks.route(endpoint.get(), next),
                summary,
                state -> state.with(endpoint.get().with(next)),
                NOTHING_TO_DO);
    }

    Outcome regenerateKey(EndpointName name, KeyType type) {
        return unless(
                Checks.regenerateKey(desired, name),
                "new " + type.name().toLowerCase(Locale.ROOT) + " key of " + name,
                state -> {
                    var endpoint = state.endpoint(name).orElseThrow();
                    return state.with(endpoint.with(endpoint.secrets().with(type, keyring.newSecret())));
                },
                NOTHING_TO_DO);
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
        happened(id + " is ready", desired.with(routed));
    }

    private void updated(DesiredDeployment coming) {
        var id = coming.spec().id();
        jobs.done(id);
        happened(id + " is updated", desired.with(endpoint(id).with(coming.with(new Provisioning.Done()))));
    }

    /** What was on its way cannot be brought up. A version that was to take another's place leaves that one be. */
    void gaveUp(DeploymentId id, Problem problem, List<String> lastLines) {
        lastLines.forEach(line -> jobs.line(id, line));
        deployment(id).ifPresent(now -> {
            if (now.provisioning() instanceof Provisioning.Pending) {
                gaveUp(now, problem, new Provisioning.GivenUp(problem, lastLines));
            } else if (now.provisioning() instanceof Provisioning.Replacing replacing) {
                gaveUp(now, problem, new Provisioning.Kept(replacing.next(), problem, lastLines));
            }
        });
    }

    private void gaveUp(DesiredDeployment now, Problem problem, Provisioning left) {
        var id = now.spec().id();
        jobs.failed(id, problem.message());
        happened(id + " failed", desired.with(endpoint(id).with(now.with(left))));
    }

    void gone(DeploymentId id) {
        if (desired.deployment(id).isEmpty()) {
            jobs.done(id);
            takesAllTraffic.remove(id);
        }
        portrait.gone(id);
    }

    /** A deployment that is as wanted has nothing left to be done; only scaling ends without being told. */
    void endSettledJobs() {
        fleet().endpoints().stream()
                .flatMap(endpoint -> endpoint.deployments().stream())
                .filter(deployment -> deployment.state() instanceof DeploymentState.Succeeded
                        || deployment.state() instanceof DeploymentState.UpdateFailed)
                .forEach(deployment -> jobs.done(deployment.spec().id()));
    }

    /** The number that a version gets which is made by the next command. */
    long nextGeneration() {
        return revision + 1;
    }

    /** Does {@code change} and then {@code begin}, unless there are problems. */
    Outcome unless(List<Problem> problems, String summary, UnaryOperator<DesiredState> change, Runnable begin) {
        return problems.isEmpty() ? apply(summary, change, begin) : new Outcome.Refused(problems);
    }

    /** Stores what the user wants; only then does {@code begin} begin a job, so that a refused command leaves none. */
    private Outcome apply(String summary, UnaryOperator<DesiredState> change, Runnable begin) {
        var next = change.apply(desired);
        try {
            revision = store.save(next, summary);
        } catch (StoreException | IllegalArgumentException e) {
            LOG.warn("could not be stored: {}", summary, e);
            return new Outcome.Refused(List.of(notStored(e)));
        }
        begin.run();
        desired = next;
        act();
        return new Outcome.Applied(revision);
    }

    private static Problem notStored(RuntimeException failure) {
        return Problem.of(
                Problem.Code.INTERNAL,
                "",
                "this could not be stored, and nothing was changed: " + failure.getMessage(),
                "put that right and try again");
    }

    /**
     * What has come true holds even if it cannot be stored now: the next save stores it along. After a crash before that
     * the deployment is pending still and comes to the same end again.
     */
    private void happened(String summary, DesiredState next) {
        try {
            revision = store.save(next, summary);
        } catch (StoreException e) {
            LOG.warn("not stored yet: {}", summary, e);
        }
        desired = next;
        act();
    }

    private void act() {
        routes.want(desired);
        reconciler.want(desired);
    }

    private DesiredEndpoint endpoint(DeploymentId id) {
        return desired.endpoint(id.endpoint()).orElseThrow();
    }

    private Optional<DesiredDeployment> deployment(DeploymentId id) {
        return desired.deployment(id);
    }
}
