package dev.sluice.control;

import dev.sluice.domain.Activity;
import dev.sluice.domain.Actor;
import dev.sluice.domain.BandwidthLimit;
import dev.sluice.domain.Credentials;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.KeyType;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.metrics.ShadowAnswer;
import dev.sluice.reconcile.Progress;
import dev.sluice.reconcile.Reconciler;
import dev.sluice.reconcile.Tools;
import dev.sluice.reconcile.Tracked;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runtime in this process, for one actor. Its thread is {@link RuntimeParts#loop}; its methods may be called from
 * any.
 */
public final class EmbeddedControl implements RolloutControl {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedControl.class);
    private static final long SAMPLE_MILLIS = 1_000;

    private final RuntimeParts parts;
    private final RuntimeThread thread;
    private final Keyring keyring;
    private final Routes routes;
    private final JobBook jobs;
    private final Reconciler reconciler;
    private final Gauges gauges;
    private final Portrait portrait;
    private final Desk desk;
    private final JobOffice office;
    private final Updates updates;
    private final LogTails logs;
    private final Invoker invoker;
    private final TrafficLog traffic;
    private final Sampler sampler;
    private final Diary diary;
    private final Pictures pictures;
    private final Chronicle chronicle;
    private final Actor actor;

    /** Of the first one's ticks alone. */
    private boolean gaugesAreDue;

    private EmbeddedControl(RuntimeParts parts) {
        this.parts = parts;
        thread = new RuntimeThread(parts.loop());
        keyring = new Keyring(parts.randomKeys(), parts.clock(), parts.tokenLifetime());
        routes = new Routes(parts.router(), keyring::access);
        jobs = new JobBook(parts.clock());
        reconciler = new Reconciler(
                new Tools(
                        parts.engine(),
                        parts.workspace(),
                        parts.prober(),
                        parts.clock(),
                        parts.loop(),
                        parts.blocking(),
                        parts.suffixes()),
                routes,
                new Told());
        gauges = new Gauges(parts.engine(), parts.loop());
        var info = parts.engine().info();
        portrait = new Portrait(
                parts.clock(),
                routes,
                reconciler,
                jobs,
                gauges,
                new Fleet.Runtime(
                        info.name(), info.title(), info.detail(), parts.router().port(), parts.metricsPort()));
        diary = new Diary(parts.store());
        desk = new Desk(parts.store(), keyring, routes, reconciler, jobs, portrait, diary);
        updates = new Updates(desk, jobs);
        office = new JobOffice(jobs, desk, updates);
        logs = new LogTails(parts.engine(), parts.clock());
        invoker = new Invoker(parts.http());
        traffic = new TrafficLog();
        chronicle = new Chronicle(parts.clock(), desk.desired());
        sampler = new Sampler(parts.clock(), routes, gauges, chronicle, traffic);
        pictures = new Pictures();
        actor = Actor.SYSTEM;
    }

    /** The same parts, in which all that changes is, for commands that {@code actor} gives. */
    private EmbeddedControl(EmbeddedControl same, Actor actor) {
        parts = same.parts;
        thread = same.thread;
        keyring = same.keyring;
        routes = same.routes;
        jobs = same.jobs;
        reconciler = same.reconciler;
        portrait = same.portrait;
        gauges = same.gauges;
        chronicle = same.chronicle;
        desk = same.desk;
        updates = same.updates;
        office = same.office;
        logs = same.logs;
        invoker = same.invoker;
        traffic = same.traffic;
        sampler = same.sampler;
        diary = same.diary;
        pictures = same.pictures;
        this.actor = actor;
    }

    /** Builds the runtime and sets what the last run has left to work again; completes when commands may come. */
    public static CompletionStage<EmbeddedControl> start(RuntimeParts parts) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var control = new EmbeddedControl(parts);
                    control.desk.resume();
                    parts.loop()
                            .scheduleAtFixedRate(control::tick, SAMPLE_MILLIS, SAMPLE_MILLIS, TimeUnit.MILLISECONDS);
                    return control;
                },
                parts.loop());
    }

    @Override
    public RolloutControl by(Actor other) {
        return new EmbeddedControl(this, other);
    }

    @Override
    public RolloutControl because(String reason) {
        return by(actor.because(reason));
    }

    @Override
    public CompletionStage<Outcome> createEndpoint(EndpointSpec spec) {
        return command(() -> desk.createEndpoint(actor, spec));
    }

    @Override
    public CompletionStage<Outcome> deleteEndpoint(EndpointName name) {
        return command(() -> desk.deleteEndpoint(actor, name));
    }

    @Override
    public CompletionStage<Outcome> createDeployment(DeploymentSpec spec, InitialTraffic initial) {
        return command(() -> desk.createDeployment(actor, spec, initial));
    }

    @Override
    public CompletionStage<Outcome> updateDeployment(DeploymentSpec spec) {
        return command(() -> updates.update(actor, spec));
    }

    @Override
    public CompletionStage<Outcome> redeploy(DeploymentId id) {
        return command(() -> updates.redeploy(actor, id));
    }

    @Override
    public CompletionStage<Outcome> dropUpdate(DeploymentId id) {
        return command(() -> updates.drop(actor, id));
    }

    @Override
    public CompletionStage<Outcome> recreateDeployment(DeploymentSpec spec) {
        return command(() -> updates.recreate(actor, spec, InitialTraffic.NONE));
    }

    @Override
    public CompletionStage<Outcome> updateEndpoint(EndpointSpec spec, Routing routing) {
        return command(() -> updates.endpoint(actor, spec, routing));
    }

    @Override
    public CompletionStage<Outcome> scale(DeploymentId id, int instances) {
        return command(() -> desk.scale(actor, id, instances));
    }

    @Override
    public CompletionStage<Outcome> deleteDeployment(DeploymentId id) {
        return command(() -> desk.deleteDeployment(actor, id));
    }

    @Override
    public CompletionStage<Outcome> applyTraffic(EndpointName endpoint, TrafficSplit split) {
        return command(() -> desk.applyTraffic(actor, endpoint, split));
    }

    @Override
    public CompletionStage<Outcome> applyMirror(EndpointName endpoint, Mirror mirror) {
        return command(() -> desk.applyMirror(actor, endpoint, mirror));
    }

    @Override
    public CompletionStage<Outcome> cancel(long jobId) {
        return command(() -> office.cancel(actor, jobId));
    }

    @Override
    public CompletionStage<Outcome> retry(long jobId) {
        return command(() -> office.retry(actor, jobId));
    }

    @Override
    public CompletionStage<List<Job.Line>> jobLog(long jobId) {
        return thread.ask(() -> office.log(jobId));
    }

    @Override
    public CompletionStage<Void> ping() {
        return thread.ask(() -> Boolean.TRUE).thenAccept(there -> {});
    }

    @Override
    public CompletionStage<Outcome> applyRouting(EndpointName endpoint, Routing routing) {
        return command(() -> desk.applyRouting(actor, endpoint, routing));
    }

    @Override
    public CompletionStage<Outcome> allTrafficTo(DeploymentId id) {
        return command(() -> desk.allTrafficTo(actor, id));
    }

    private CompletionStage<Outcome> command(Supplier<Outcome> command) {
        return thread.ask(() -> {
            var outcome = command.get();
            publish();
            return outcome;
        });
    }

    @Override
    public CompletionStage<Credentials> credentials(EndpointName name) {
        return thread.ask(() -> keyring.credentials(endpoint(name)));
    }

    @Override
    public CompletionStage<Outcome> regenerateKey(EndpointName name, KeyType type) {
        return command(() -> desk.regenerateKey(actor, name, type));
    }

    private DesiredEndpoint endpoint(EndpointName name) {
        return desk.desired()
                .endpoint(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        Checks.noEndpoint(name, "endpoint").message()));
    }

    @Override
    public CompletionStage<Answer> invoke(Invocation invocation) {
        var address = "http://127.0.0.1:" + parts.router().port() + "/endpoints/"
                + invocation.endpoint().folded();
        return credentials(invocation.endpoint())
                .thenCompose(credentials -> invoker.send(address, credentials.bearer(), invocation));
    }

    @Override
    public CompletionStage<Optional<ShadowAnswer>> shadowAnswer(EndpointName name, String requestId) {
        return thread.ask(() -> routes.shadowAnswer(name, requestId));
    }

    @Override
    public AutoCloseable watch(Consumer<Fleet> listener) {
        thread.run(() -> pictures.watch(listener, desk.fleet()));
        return () -> thread.run(() -> pictures.unwatch(listener));
    }

    @Override
    public AutoCloseable watchTraffic(EndpointName endpoint, Consumer<TrafficSample> listener) {
        return watchHistory(endpoint, TrafficLog.secondsOnly(listener));
    }

    @Override
    public AutoCloseable watchHistory(EndpointName endpoint, Consumer<TrafficSample> listener) {
        thread.run(() -> traffic.watch(endpoint, listener));
        return () -> thread.run(() -> traffic.unwatch(endpoint, listener));
    }

    @Override
    public AutoCloseable watchActivity(int newest, Consumer<Activity> listener) {
        thread.run(() -> diary.watch(newest, listener));
        return () -> thread.run(() -> diary.unwatch(listener));
    }

    @Override
    public CompletionStage<List<Activity>> olderActivity(long before, int limit) {
        return thread.ask(() -> diary.before(before, limit));
    }

    @Override
    public AutoCloseable followLog(DeploymentId id, int tail, Consumer<LogLine> line) {
        var following = thread.ask(() -> logs.follow(id, tail, line, reconciler.instances()));
        return () -> thread.run(() -> following.thenAccept(Runnable::run));
    }

    /** Each managed endpoint has so much bandwidth from now on. It is not kept: the next runtime begins without a limit. */
    public void limitBandwidth(BandwidthLimit limit) {
        thread.run(() -> routes.limitBandwidth(limit));
    }

    /** Ends every instance, so that nothing runs on when the program has ended. Completes when all are gone. */
    public CompletionStage<Void> stopInstances() {
        return thread.ask(reconciler::stopAll).thenCompose(stopped -> stopped);
    }

    private void publish() {
        chronicle.look(desk.desired(), reconciler.instances());
        pictures.show(desk.fleet());
    }

    private void tick() {
        try {
            publish();
            sampler.sample(desk.desired(), reconciler.instances());
            lookAtGauges();
        } catch (RuntimeException e) {
            // A fixed-rate task that throws is never run again: charts would stand still without a word.
            LOG.error("sampling failed", e);
        }
    }

    /** At every other tick. */
    private void lookAtGauges() {
        gaugesAreDue = !gaugesAreDue;
        if (gaugesAreDue) {
            gauges.look(reconciler.instances().stream()
                    .map(tracked -> tracked.instance().id())
                    .toList());
        }
    }

    /** What the reconciler tells goes to the desk, and then into the picture. */
    private final class Told implements Progress {

        @Override
        public void phase(DeploymentId deployment, Phase phase) {
            jobs.phase(deployment, phase);
            publish();
        }

        @Override
        public void line(DeploymentId deployment, String line) {
            jobs.line(deployment, line);
        }

        @Override
        public void provisioned(DeploymentId deployment) {
            desk.provisioned(deployment);
        }

        @Override
        public void gaveUp(DeploymentId deployment, Problem problem, List<String> lastLines) {
            desk.gaveUp(deployment, problem, lastLines);
        }

        @Override
        public void instanceEnded(Tracked instance, Problem problem, List<String> lastLines) {
            logs.ended(instance, problem, lastLines);
            desk.instanceEnded(instance.deployment(), problem);
        }

        @Override
        public void gone(DeploymentId deployment) {
            logs.forget(deployment);
            desk.gone(deployment);
            publish();
        }

        @Override
        public void changed() {
            logs.update(reconciler.instances());
            desk.endSettledJobs();
            publish();
        }
    }
}
