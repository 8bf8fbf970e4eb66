package dev.sluice.router.http;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.RequestSettings;
import dev.sluice.domain.Secret;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.metrics.Agreement;
import dev.sluice.metrics.DeploymentMeter;
import dev.sluice.metrics.EndpointMeter;
import dev.sluice.metrics.Interval;
import dev.sluice.metrics.MirrorLedger;
import dev.sluice.metrics.MirrorMeter;
import dev.sluice.metrics.ShadowAnswers;
import dev.sluice.router.Access;
import dev.sluice.router.AnswerPair;
import dev.sluice.router.Bandwidth;
import dev.sluice.router.Collector;
import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.EndpointRoute;
import dev.sluice.router.Gate;
import dev.sluice.router.KeyAccess;
import dev.sluice.router.MirrorRule;
import dev.sluice.router.RouteTable;
import dev.sluice.router.Upstream;
import dev.sluice.router.Wheel;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/** A real router with the endpoint {@code iris}, and what a test needs to change its table. */
final class Stage implements Closeable {

    static final RequestSettings ROOMY = new RequestSettings(Duration.ofSeconds(20), 64);

    private final HttpRouter router;
    private final List<Closeable> owned = new ArrayList<>();
    private final Map<DeploymentName, DeploymentRoute> deployments = new LinkedHashMap<>();
    private final Queue<AnswerPair> pairs = new ConcurrentLinkedQueue<>();
    private final MirrorMeter mirrorMeter = new MirrorMeter();
    private final EndpointMeter meter = new EndpointMeter();
    private Access access = new KeyAccess(new Secret(RawClient.KEY), new Secret("the-secondary-key"));
    private Wheel wheel = new Wheel(TrafficSplit.NONE);
    private MirrorRule mirror = new MirrorRule(Mirror.off());
    private Bandwidth bandwidth = Bandwidth.UNLIMITED;

    Stage() {
        this(RouterSettings.DEFAULT);
    }

    Stage(RouterSettings settings) {
        this(settings, System::nanoTime);
    }

    Stage(RouterSettings settings, LongSupplier nanos) {
        this(settings, Transport.best(), nanos);
    }

    Stage(RouterSettings settings, Transport transport, LongSupplier nanos) {
        Leaks.watch();
        router = new HttpRouter(
                settings,
                transport,
                nanos,
                new Guids(() -> ThreadLocalRandom.current().nextLong()),
                pairs::add);
    }

    HttpRouter router() {
        return router;
    }

    RawClient client() throws IOException {
        return own(new RawClient(router.port()));
    }

    <T extends Closeable> T own(T thing) {
        owned.add(thing);
        return thing;
    }

    Stage deploy(String name, Origin... instances) {
        return deploy(name, ROOMY, instances);
    }

    Stage deploy(String name, RequestSettings requests, Origin... instances) {
        return deploy(
                name,
                requests,
                Arrays.stream(instances).map(origin -> own(origin).upstream()).toList());
    }

    /** An instance that the test plays itself. */
    Stage deployAt(String name, int port) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return deploy(name, ROOMY, List.of(new Upstream(name, address, new Gate())));
    }

    /** A new version of an existing deployment keeps its gate and its meter. */
    Stage deploy(String name, RequestSettings requests, List<Upstream> upstreams) {
        var key = new DeploymentName(name);
        var before = deployments.get(key);
        var gate = before == null ? new Gate() : before.gate();
        var meter = before == null ? new DeploymentMeter() : before.meter();
        deployments.put(key, new DeploymentRoute(key, upstreams, requests, gate, meter));
        return this;
    }

    Stage collect(String name, Collector collector) {
        deployments.computeIfPresent(new DeploymentName(name), (key, route) -> route.collectedBy(collector));
        return this;
    }

    boolean has(String name) {
        return deployments.containsKey(new DeploymentName(name));
    }

    Stage remove(String name) {
        deployments.remove(new DeploymentName(name));
        return this;
    }

    /** Pairs of name and share. */
    Stage traffic(Object... shares) {
        var split = TrafficSplit.NONE;
        for (int i = 0; i < shares.length; i += 2) {
            split = split.with(new DeploymentName((String) shares[i]), new Percent((Integer) shares[i + 1]));
        }
        wheel = new Wheel(split);
        return this;
    }

    Stage mirror(String shadow, int share) {
        mirror = new MirrorRule(Mirror.to(new DeploymentName(shadow), new Percent(share)));
        return this;
    }

    Stage noMirror() {
        mirror = new MirrorRule(Mirror.off());
        return this;
    }

    Stage access(Access other) {
        access = other;
        return this;
    }

    Stage bandwidth(Bandwidth other) {
        bandwidth = other;
        return this;
    }

    Stage publish() {
        router.publish(RouteTable.of(List.of(EndpointRoute.of(
                        new EndpointName("iris"), access, deployments.values(), wheel, mirror, mirrorMeter, meter)
                .within(bandwidth))));
        return this;
    }

    DeploymentRoute route(String name) {
        return deployments.get(new DeploymentName(name));
    }

    Interval measured(String name) {
        return route(name).meter().drain();
    }

    ShadowAnswers shadowAnswers() {
        return mirrorMeter.answers();
    }

    /** What was handed over to be compared. */
    List<AnswerPair> pairs() {
        return List.copyOf(pairs);
    }

    Agreement agreement() {
        return mirrorMeter.agreement().agreement();
    }

    MirrorLedger ledger() {
        return mirrorMeter.ledger();
    }

    @Override
    public void close() throws IOException {
        for (var thing : owned) {
            thing.close();
        }
        router.close();
        Leaks.assertNone();
    }
}
