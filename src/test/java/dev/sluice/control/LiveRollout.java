package dev.sluice.control;

import static org.awaitility.Awaitility.await;

import dev.sluice.collect.Collecting;
import dev.sluice.collect.Limits;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSecrets;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.Probe;
import dev.sluice.domain.Provisioning;
import dev.sluice.domain.RequestSettings;
import dev.sluice.domain.Routing;
import dev.sluice.domain.SampleSpecs;
import dev.sluice.domain.Secret;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import dev.sluice.engine.FakeInstance;
import dev.sluice.engine.Instance;
import dev.sluice.engine.InstanceKey;
import dev.sluice.metrics.Interval;
import dev.sluice.reconcile.Prober.Finding;
import dev.sluice.reconcile.Probing;
import dev.sluice.reconcile.Reconciler;
import dev.sluice.reconcile.Tools;
import dev.sluice.reconcile.Workspace;
import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.KeyAccess;
import dev.sluice.router.RouteTable;
import dev.sluice.router.Upstream;
import dev.sluice.router.http.HttpRouter;
import dev.sluice.router.http.Origin;
import dev.sluice.router.http.RawClient;
import dev.sluice.router.http.RouterSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The real way from a desired state to a request: routes, reconciler and router. Instances are origins in the test's
 * process, all ready as soon as they are started unless {@link #health} says otherwise; the runtime's time and the
 * router's are the test's to move.
 */
final class LiveRollout implements AutoCloseable {

    static final DeploymentName BLUE = new DeploymentName("blue");
    static final DeploymentName GREEN = new DeploymentName("green");
    private static final EndpointName IRIS = new EndpointName("iris");

    /** Says what an instance of this generation answers. */
    interface Cast {
        Origin.Script play(DeploymentName deployment, long generation);
    }

    final VirtualLoop loop = new VirtualLoop();
    private final AtomicLong nanos = new AtomicLong();
    private final FakeHost host = new FakeHost();
    private final FakeEngine engine = new FakeEngine(host, Path.of("home"));
    private final Path code;
    private final HttpRouter http;
    private final Routes routes;
    private final Reconciler reconciler;
    private final Hearsay heard = new Hearsay();
    private final Instant began = loop.clock().instant();
    private final AtomicInteger suffix = new AtomicInteger();
    private volatile Function<InstanceKey, Finding> health = key -> Finding.READY;
    private final AtomicInteger retiredBusy = new AtomicInteger();
    private RouteTable table = RouteTable.EMPTY;
    private DesiredEndpoint endpoint = DesiredEndpoint.created(
            EndpointSpec.managed(IRIS, AuthMode.KEY),
            new EndpointSecrets(new Secret(RawClient.KEY), new Secret("secondary"), new Secret("signing")));

    LiveRollout(Path folder, Cast cast) throws IOException {
        code = Files.createDirectories(folder.resolve("code"));
        Files.writeString(code.resolve("score.py"), "");
        engine.whenStarted(instance -> listen(instance, cast));
        http = new HttpRouter(
                RouterSettings.DEFAULT.withEventLoops(2),
                nanos::get,
                () -> UUID.randomUUID().toString());
        routes = new Routes(
                new ObservedRouter(http, this::look),
                new Collecting(
                        folder.resolve("collected"),
                        loop.clock(),
                        Runnable::run,
                        () -> UUID.randomUUID().toString(),
                        Limits.DEFAULT),
                of -> new KeyAccess(of.secrets().primaryKey(), of.secrets().secondaryKey()));
        reconciler = new Reconciler(
                new Tools(
                        engine,
                        InstanceProfiles.NONE,
                        (version, basis) -> CompletableFuture.completedFuture(version.spec()),
                        new Workspace(folder.resolve("deployments")),
                        (spot, timeout) -> CompletableFuture.completedFuture(finding(spot.address())),
                        loop.clock(),
                        loop,
                        Runnable::run,
                        () -> "i" + suffix.incrementAndGet()),
                routes,
                heard);
    }

    /** From now on this is what the probes find at each instance. */
    void health(Function<InstanceKey, Finding> finding) {
        health = finding;
    }

    private Finding finding(InetSocketAddress address) {
        return instances()
                .filter(instance -> instance.status().equals(new Instance.Status.Reachable(address)))
                .findFirst()
                .map(instance -> health.apply(instance.key()))
                .orElse(Finding.SILENT);
    }

    /** What the reconciler has told of instances so far. */
    List<String> told() {
        return heard.told();
    }

    /** Every instance of the deployment ends by itself. */
    void kill(DeploymentName name) throws InterruptedException {
        instances()
                .filter(instance -> instance.key().deployment().deployment().equals(name))
                .forEach(instance -> engine.ends(instance.id(), 137, "killed by signal 9"));
        loop.settle();
    }

    /** When an instance was asked by this probe, counted from the beginning of the runtime's time. */
    List<Duration> asked(String instance, Probing.Kind kind) throws Exception {
        return onLoop(() -> reconciler.probes(instance)).stream()
                .filter(probing -> probing.kind() == kind)
                .map(probing -> Duration.between(began, probing.at()))
                .toList();
    }

    private static void listen(FakeInstance instance, Cast cast) {
        var key = instance.spec().key();
        var origin = new Origin(key.name(), cast.play(key.deployment().deployment(), key.generation()));
        instance.listenAt(origin.upstream().address(), origin);
    }

    /** Counts the instances that leave the table while they have requests in flight. */
    private void look(RouteTable next) {
        var staying = upstreams(next).map(Upstream::gate).toList();
        upstreams(table)
                .filter(upstream ->
                        !staying.contains(upstream.gate()) && upstream.gate().inFlight() > 0)
                .forEach(busy -> retiredBusy.incrementAndGet());
        table = next;
    }

    private static Stream<Upstream> upstreams(RouteTable table) {
        return table.endpoints().values().stream()
                .flatMap(route -> route.deployments().values().stream())
                .map(DeploymentRoute::upstreams)
                .flatMap(List::stream);
    }

    int port() {
        return http.port();
    }

    RawClient client() throws IOException {
        return new RawClient(http.port());
    }

    /** How many instances were retired while they had requests in flight. */
    int retiredBusy() {
        return retiredBusy.get();
    }

    /** Time passes for the router. */
    void routerAdvance(Duration passing) {
        nanos.addAndGet(passing.toNanos());
    }

    /** From now on this is wanted of the deployment, and all live traffic goes to the first that was wanted. */
    void want(DeploymentName name, long generation, int instances, RequestSettings requests) throws Exception {
        want(new DesiredDeployment(spec(name, instances, requests), generation, new Provisioning.Done()));
    }

    /** Likewise, with these probes and not brought up yet. */
    void create(DeploymentName name, int instances, Probe readiness, Probe liveness) throws Exception {
        var spec = spec(name, instances, new RequestSettings(Duration.ofSeconds(30), 64));
        want(new DesiredDeployment(
                spec.draft().readiness(readiness).liveness(liveness).done(), 1, new Provisioning.Pending(false)));
    }

    /** Likewise, and it was brought up. */
    void bringUp(DeploymentName name, int instances, Probe readiness, Probe liveness) throws Exception {
        create(name, instances, readiness, liveness);
        var deployment = endpoint.deployment(name).orElseThrow();
        want(deployment.with(new Provisioning.Done()));
    }

    private void want(DesiredDeployment deployment) throws Exception {
        endpoint = endpoint.with(deployment);
        var name = deployment.spec().id().deployment();
        if (endpoint.routing().equals(Routing.CLOSED)) {
            endpoint = endpoint.with(Routing.CLOSED.allTo(name));
        }
        apply();
    }

    void delete(DeploymentName name) throws Exception {
        endpoint = endpoint.without(name);
        apply();
    }

    /** As the desk does it; what that leads to is done, but for what requests in flight hold up. */
    private void apply() throws Exception {
        var desired = DesiredState.EMPTY.with(endpoint);
        onLoop(() -> {
            routes.want(desired);
            reconciler.want(desired);
            return true;
        });
        loop.settle();
    }

    Interval measured(DeploymentName name) throws Exception {
        return onLoop(() -> routes.drainMeter(new DeploymentId(IRIS, name)));
    }

    private <T> T onLoop(Callable<T> task) throws Exception {
        return loop.submit(task).get(10, TimeUnit.SECONDS);
    }

    /** Until so many instances run, all of them of this generation. */
    void awaitRunning(DeploymentName name, long generation, int instances) {
        await().pollInterval(Duration.ofMillis(2))
                .until(() -> generations(name).equals(Collections.nCopies(instances, generation)));
    }

    /** Those of the deployment's instances that run, by their generation. */
    List<Long> generations(DeploymentName name) {
        return instances()
                .map(Instance::key)
                .filter(key -> key.deployment().deployment().equals(name))
                .map(key -> key.generation())
                .toList();
    }

    /** The names of those that may be given requests. */
    List<String> upstreams(DeploymentName name) {
        return table.endpoint(IRIS.text()).orElseThrow().deployment(name).orElseThrow().upstreams().stream()
                .map(Upstream::name)
                .toList();
    }

    private Stream<Instance> instances() {
        return engine.list().toCompletableFuture().join().stream();
    }

    private DeploymentSpec spec(DeploymentName name, int instances, RequestSettings requests) {
        var any = SampleSpecs.deployment(
                new DeploymentId(IRIS, name),
                new ModelSource.None(),
                new CodeSource.Folder(code.toString(), "score.py"));
        return any.draft().instanceCount(instances).requests(requests).done();
    }

    @Override
    public void close() {
        http.close();
        loop.shutdownNow();
        host.close();
    }
}
