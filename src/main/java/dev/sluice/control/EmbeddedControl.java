package dev.sluice.control;

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
import dev.sluice.domain.TrafficSplit;
import dev.sluice.reconcile.Progress;
import dev.sluice.reconcile.Reconciler;
import dev.sluice.reconcile.Tools;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runtime in this process. Its thread is {@link RuntimeParts#loop}; its methods may be called from any. */
public final class EmbeddedControl implements RolloutControl {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedControl.class);
    private static final long SAMPLE_MILLIS = 1_000;

    private final RuntimeParts parts;
    private final RuntimeThread thread;
    private final Keyring keyring;
    private final Routes routes;
    private final JobBook jobs;
    private final Reconciler reconciler;
    private final Portrait portrait;
    private final Desk desk;
    private final JobOffice office;
    private final LogTails logs;
    private final Invoker invoker;
    private final TrafficLog traffic = new TrafficLog();
    private final Audience<Fleet> watchers = new Audience<>();
    private final Sampler sampler;
    private Fleet told = new Fleet(-1, new Fleet.Runtime("", "", "", 0, 0), List.of(), List.of());

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
        var info = parts.engine().info();
        portrait = new Portrait(
                parts.clock(),
                routes,
                reconciler,
                jobs,
                new Fleet.Runtime(
                        info.name(), info.title(), info.detail(), parts.router().port(), parts.metricsPort()));
        desk = new Desk(parts.store(), keyring, routes, reconciler, jobs, portrait);
        office = new JobOffice(jobs, desk);
        logs = new LogTails(parts.engine());
        invoker = new Invoker(parts.http());
        sampler = new Sampler(parts.clock(), routes, traffic);
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
    public CompletionStage<Outcome> createEndpoint(EndpointSpec spec) {
        return command(() -> desk.createEndpoint(spec));
    }

    @Override
    public CompletionStage<Outcome> deleteEndpoint(EndpointName name) {
        return command(() -> desk.deleteEndpoint(name));
    }

    @Override
    public CompletionStage<Outcome> createDeployment(DeploymentSpec spec, InitialTraffic initial) {
        return command(() -> desk.createDeployment(spec, initial));
    }

    @Override
    public CompletionStage<Outcome> scale(DeploymentId id, int instances) {
        return command(() -> desk.scale(id, instances));
    }

    @Override
    public CompletionStage<Outcome> deleteDeployment(DeploymentId id) {
        return command(() -> desk.deleteDeployment(id));
    }

    @Override
    public CompletionStage<Outcome> applyTraffic(EndpointName endpoint, TrafficSplit split) {
        return command(
                () -> desk.route(endpoint, "traffic of " + endpoint + ": " + split, now -> now.withTraffic(split)));
    }

    @Override
    public CompletionStage<Outcome> applyMirror(EndpointName endpoint, Mirror mirror) {
        return command(
                () -> desk.route(endpoint, "mirror of " + endpoint + ": " + mirror, now -> now.withMirror(mirror)));
    }

    @Override
    public CompletionStage<Outcome> cancel(long jobId) {
        return command(() -> office.cancel(jobId));
    }

    @Override
    public CompletionStage<Outcome> retry(long jobId) {
        return command(() -> office.retry(jobId));
    }

    @Override
    public CompletionStage<List<Job.Line>> jobLog(long jobId) {
        return thread.ask(() -> office.log(jobId));
    }

    @Override
    public CompletionStage<Void> ping() {
        return thread.ask(() -> Boolean.TRUE).thenAccept(there -> {});
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
        return command(() -> desk.regenerateKey(name, type));
    }

    private DesiredEndpoint endpoint(EndpointName name) {
        return desk.desired()
                .endpoint(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        Checks.noEndpoint(name, "endpoint").message()));
    }

    @Override
    public CompletionStage<Answer> invoke(Invocation invocation) {
        var uri = URI.create("http://127.0.0.1:" + parts.router().port() + "/endpoints/"
                + invocation.endpoint().folded() + "/score");
        return credentials(invocation.endpoint())
                .thenCompose(credentials -> invoker.send(uri, credentials.bearer(), invocation));
    }

    @Override
    public AutoCloseable watch(Consumer<Fleet> listener) {
        thread.run(() -> {
            watchers.add(listener);
            watchers.tell(listener, desk.fleet());
        });
        return () -> thread.run(() -> watchers.remove(listener));
    }

    @Override
    public AutoCloseable watchTraffic(EndpointName endpoint, Consumer<TrafficSample> listener) {
        thread.run(() -> traffic.watch(endpoint, listener));
        return () -> thread.run(() -> traffic.unwatch(endpoint, listener));
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

    /** Tells the watchers, unless nothing has changed: a console that redraws for nothing costs its user's battery. */
    private void publish() {
        var fleet = desk.fleet();
        if (!fleet.equals(told)) {
            told = fleet;
            watchers.tell(fleet);
        }
    }

    private void tick() {
        try {
            sampler.sample(desk.desired());
            publish();
        } catch (RuntimeException e) {
            // A fixed-rate task that throws is never run again: charts would stand still without a word.
            LOG.error("sampling failed", e);
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
        public void gone(DeploymentId deployment) {
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
