package dev.sluice.control;

import dev.sluice.assets.Settlement;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Job.Kind;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Actor;
import dev.sluice.domain.Deed;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Facet;
import dev.sluice.domain.Happening;
import dev.sluice.domain.Happening.Verdict;
import dev.sluice.domain.KeyType;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Provisioning;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.reconcile.Reconciler;
import dev.sluice.store.Store;
import dev.sluice.store.StoreException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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

    private final Capacity capacity;
    private final Diary diary;
    private final Registry registry;
    private DesiredState desired;
    private long revision;

    Desk(
            Store store,
            Keyring keyring,
            Routes routes,
            Reconciler reconciler,
            JobBook jobs,
            Portrait portrait,
            Capacity capacity,
            Diary diary,
            Registry registry) {
        this.store = store;
        this.keyring = keyring;
        this.routes = routes;
        this.reconciler = reconciler;
        this.jobs = jobs;
        this.portrait = portrait;
        this.capacity = capacity;
        this.diary = diary;
        this.registry = registry;
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

    Outcome createEndpoint(Actor by, EndpointSpec spec) {
        return unless(
                Checks.createEndpoint(desired, spec),
                new Asked(by, Deeds.createEndpoint(spec), "create endpoint " + spec.name()),
                state -> state.with(DesiredEndpoint.created(spec, keyring.newSecrets())),
                NOTHING_TO_DO);
    }

    Outcome deleteEndpoint(Actor by, EndpointName name) {
        var leaving = desired.endpoint(name).stream()
                .flatMap(endpoint -> endpoint.deployments().values().stream())
                .toList();
        return unless(
                Checks.endpointExists(desired, name),
                new Asked(by, Deeds.deleteEndpoint(desired, name), "delete endpoint " + name),
                state -> state.without(name),
                () -> leaving.forEach(this::beginDeleting));
    }

    Outcome createDeployment(Actor by, DeploymentSpec asked, InitialTraffic traffic) {
        var settlement = registry.settle(asked);
        var spec = settlement.spec();
        var id = spec.id();
        return unless(
                problems(settlement, Checks.createDeployment(desired, spec, reconciler.remembers(id))),
                new Asked(by, Deeds.createDeployment(spec, traffic), "create deployment " + id),
                state -> state.with(endpoint(id)
                        .with(new DesiredDeployment(
                                spec, revision + 1, new Provisioning.Pending(traffic == InitialTraffic.ALL)))),
                () -> {
                    jobs.begin(Kind.CREATE, id);
                    jobs.phase(id, Phase.CHECK);
                });
    }

    /** What {@code found} says, what the description refers to and is not there, and what the engine can never run. */
    List<Problem> problems(Settlement settlement, List<Problem> found) {
        var objections = reconciler.objections(settlement.meant());
        return Stream.concat(settlement.problemsAfter(found).stream(), objections.stream())
                .toList();
    }

    /** One that is being replaced has a job already, which ends when all instances are there. */
    Outcome scale(Actor by, DeploymentId id, int instances) {
        return unless(
                Checks.scale(desired, id, instances),
                new Asked(by, Deeds.scale(desired, id, instances), "scale " + id + " to " + instances),
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

    /** What a deployment that was given up was to have, had it come up. */
    InitialTraffic trafficAskedFor(DeploymentId id) {
        return deployment(id)
                .map(DesiredDeployment::provisioning)
                .filter(left -> left instanceof Provisioning.GivenUp up && up.thenAllTraffic())
                .map(up -> InitialTraffic.ALL)
                .orElse(InitialTraffic.NONE);
    }

    Outcome deleteDeployment(Actor by, DeploymentId id) {
        var before = desired;
        return unless(
                Checks.deleteDeployment(before, id),
                new Asked(by, Deeds.deleteDeployment(before, id), "delete deployment " + id),
                state -> state.with(endpoint(id).without(id.deployment())),
                () -> before.deployment(id).ifPresent(this::beginDeleting));
    }

    private void beginDeleting(DesiredDeployment deployment) {
        jobs.begin(Kind.DELETE, deployment.spec().id());
        portrait.leaving(deployment.spec());
    }

    Outcome applyTraffic(Actor by, EndpointName name, TrafficSplit split) {
        var change =
                new Rerouting(Deed.Kind.TRAFFIC, "traffic of " + name + ": " + split, now -> now.withTraffic(split));
        return route(by, name, change);
    }

    Outcome applyMirror(Actor by, EndpointName name, Mirror mirror) {
        var change =
                new Rerouting(Deed.Kind.MIRROR, "mirror of " + name + ": " + mirror, now -> now.withMirror(mirror));
        return route(by, name, change);
    }

    Outcome applyRouting(Actor by, EndpointName name, Routing routing) {
        var summary = "routing of " + name + ": " + routing.traffic() + ", mirror " + routing.mirror();
        return route(by, name, new Rerouting(Deed.Kind.ROUTING, summary, now -> routing));
    }

    Outcome allTrafficTo(Actor by, DeploymentId id) {
        var change = new Rerouting(Deed.Kind.ROUTING, "all traffic to " + id, now -> now.allTo(id.deployment()));
        return route(by, id.endpoint(), change);
    }

    private record Rerouting(Deed.Kind kind, String summary, UnaryOperator<Routing> change) {}

    private Outcome route(Actor by, EndpointName name, Rerouting rerouting) {
        var before = desired.endpoint(name).map(DesiredEndpoint::routing).orElse(Routing.CLOSED);
        var next = rerouting.change().apply(before);
        return unless(
                desired.endpoint(name)
                        .map(endpoint -> Checks.route(endpoint, next))
                        .orElseGet(() -> Checks.endpointExists(desired, name)),
                new Asked(by, Deeds.route(rerouting.kind(), name, before, next), rerouting.summary()),
                state -> state.with(state.endpoint(name).orElseThrow().with(next)),
                NOTHING_TO_DO);
    }

    Outcome regenerateKey(Actor by, EndpointName name, KeyType type) {
        return unless(
                Checks.regenerateKey(desired, name),
                new Asked(
                        by,
                        Deeds.regenerateKey(name, type),
                        "new " + type.name().toLowerCase(Locale.ROOT) + " key of " + name),
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
        happened(
                id + " is ready",
                desired.with(routed),
                told(Deeds.ready(id, endpoint.routing(), routed.routing()), Verdict.DONE, ""));
    }

    private void updated(DesiredDeployment coming) {
        var id = coming.spec().id();
        jobs.done(id);
        happened(
                id + " is updated",
                desired.with(endpoint(id).with(coming.with(new Provisioning.Done()))),
                told(Deed.of(Deed.Kind.UPDATED, id), Verdict.DONE, ""));
    }

    /** What was on its way cannot be brought up. A version that was to take another's place leaves that one be. */
    void gaveUp(DeploymentId id, Problem problem, List<String> lastLines) {
        lastLines.forEach(line -> jobs.line(id, line));
        deployment(id).ifPresent(now -> {
            if (now.provisioning() instanceof Provisioning.Pending pending) {
                gaveUp(now, problem, new Provisioning.GivenUp(problem, lastLines, pending.thenAllTraffic()));
            } else if (now.provisioning() instanceof Provisioning.Replacing replacing) {
                gaveUp(now, problem, new Provisioning.Kept(replacing.next(), problem, lastLines));
            }
        });
    }

    private void gaveUp(DesiredDeployment now, Problem problem, Provisioning left) {
        var id = now.spec().id();
        jobs.failed(id, problem.message());
        happened(
                id + " failed",
                desired.with(endpoint(id).with(now.with(left))),
                told(Deed.of(Deed.Kind.GIVEN_UP, id), Verdict.FAILED, problem.sentence()));
    }

    /** One of the deployment's instances has ended without being told to. */
    void instanceEnded(DeploymentId id, Problem problem) {
        diary.record(told(Deed.of(Deed.Kind.INSTANCE_ENDED, id), Verdict.FAILED, problem.sentence()));
    }

    /** One of the deployment's instances gets no requests until it is ready again. */
    void instanceUnready(DeploymentId id, Problem problem) {
        diary.record(told(Deed.of(Deed.Kind.INSTANCE_UNREADY, id), Verdict.FAILED, problem.sentence()));
    }

    void instanceReadyAgain(DeploymentId id, String instance) {
        diary.record(told(Deed.of(Deed.Kind.INSTANCE_READY_AGAIN, id), Verdict.DONE, "instance " + instance));
    }

    private static Happening told(Deed deed, Verdict verdict, String why) {
        return new Happening(Actor.SYSTEM, deed, verdict, why);
    }

    void gone(DeploymentId id) {
        if (desired.deployment(id).isEmpty()) {
            end(id, Deed.of(Deed.Kind.GONE, id));
        }
        portrait.gone(id);
    }

    /** A deployment that is as wanted has nothing left to be done; only scaling ends without being told. */
    void endSettledJobs() {
        fleet().endpoints().stream()
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

    /** The number that a version gets which is made by the next command. */
    long nextGeneration() {
        return revision + 1;
    }

    /** A command: who gave it, what it does, and the same in a few words. */
    record Asked(Actor by, Deed deed, String summary) {}

    /** Does {@code change} and then {@code begin}, unless there are problems. */
    Outcome unless(List<Problem> problems, Asked asked, UnaryOperator<DesiredState> change, Runnable begin) {
        return problems.isEmpty() ? apply(asked, change, begin) : refuse(asked, problems);
    }

    Outcome refuse(Asked asked, List<Problem> problems) {
        diary.refused(asked.by(), asked.deed(), problems);
        return new Outcome.Refused(problems);
    }

    /** Stores what the user wants; only then does {@code begin} begin a job, so that a refused command leaves none. */
    private Outcome apply(Asked asked, UnaryOperator<DesiredState> change, Runnable begin) {
        var next = change.apply(desired);
        var tooMuch = capacity.problems(desired, next);
        if (!tooMuch.isEmpty()) {
            return refuse(asked, tooMuch);
        }
        try {
            store(next, asked.summary(), Diary.applied(asked.by(), asked.deed()));
        } catch (StoreException | IllegalArgumentException e) {
            LOG.warn("could not be stored: {}", asked.summary(), e);
            return refuse(asked, List.of(notStored(e)));
        }
        begin.run();
        desired = next;
        act();
        return new Outcome.Applied(revision);
    }

    private void store(DesiredState next, String summary, Happening happening) {
        var saved = store.save(next, summary, happening);
        revision = saved.revision();
        diary.tell(saved.activity());
    }

    static Problem notStored(RuntimeException failure) {
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
    private void happened(String summary, DesiredState next, Happening happening) {
        try {
            store(next, summary, happening);
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
