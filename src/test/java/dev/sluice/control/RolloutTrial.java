package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.control.RolloutSteps.Manner;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.RequestSettings;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.engine.FakeHost;
import dev.sluice.metrics.MirrorLedger;
import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.RouteTable;
import dev.sluice.router.Router;
import dev.sluice.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run of a runtime beside its model: everything is done to both, and after each step they must agree. */
final class RolloutTrial implements AutoCloseable {

    private static final EndpointName IRIS = new EndpointName("iris");
    private static final RequestSettings ROOMY = new RequestSettings(Duration.ofSeconds(30), 64);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGER_THAN_ANY_BACK_OFF = Duration.ofSeconds(32);

    private final RolloutModel model = new RolloutModel();
    private final Arrivals arrivals = new Arrivals();
    private final FakeHost host = new FakeHost();
    private final AtomicInteger suffix = new AtomicInteger();
    private final RolloutCalls calls;
    private final Set<DesiredState> saved = ConcurrentHashMap.newKeySet();
    private final Queue<RouteTable> wrongTables = new ConcurrentLinkedQueue<>();
    private final Path folder;
    private final Router router;
    private LiveRuntime runtime;
    private volatile RouteTable table = RouteTable.EMPTY;

    RolloutTrial(Path folder, Router router) throws Exception {
        this.folder = folder;
        this.router = router;
        calls = new RolloutCalls(model, arrivals, router.port());
        saved.add(DesiredState.EMPTY);
        runtime = start();
        runtime.get(runtime.control.createEndpoint(EndpointSpec.managed(IRIS, AuthMode.KEY)));
        awaitRest();
    }

    private LiveRuntime start() throws Exception {
        return new LiveRuntime(host, folder, router, suffix, this::published, arrivals::at);
    }

    /** I1: whatever is published adds up, and nobody in it is live and shadow. */
    private void published(RouteTable next, DesiredState stored) {
        table = next;
        saved.add(stored);
        boolean isRight = next.endpoints().values().stream().allMatch(endpoint -> {
            var split = endpoint.wheel().split();
            return (split.total() == 0 || split.total() == 100)
                    && split.shares().keySet().stream()
                            .allMatch(name ->
                                    endpoint.mirror().mirror().shareOf(name).equals(Percent.ZERO));
        });
        if (!isRight) {
            wrongTables.add(next);
        }
    }

    // Commands

    void create(String name, boolean takesAll) throws Exception {
        var spec = runtime.spec(id(name), ROOMY);
        command(
                Manner.AT_REST,
                () -> model.create(name, takesAll),
                () -> runtime.control
                        .besideWhatRuns()
                        .createDeployment(spec, takesAll ? InitialTraffic.ALL : InitialTraffic.NONE));
    }

    void delete(String name, Manner manner) throws Exception {
        command(
                manner,
                () -> model.delete(name),
                () -> runtime.control.besideWhatRuns().insteadOfWhatRuns().deleteDeployment(id(name)));
    }

    void scale(String name, int instances, Manner manner) throws Exception {
        command(
                manner,
                () -> model.scale(name, instances),
                () -> runtime.control.besideWhatRuns().insteadOfWhatRuns().scale(id(name), instances));
    }

    void traffic(Map<String, Integer> shares, Manner manner) throws Exception {
        var before = model.turns().split;
        var state = runtime.stored();
        command(manner, () -> model.traffic(shares), () -> runtime.control.applyTraffic(IRIS, splitOf(shares)));
        if (manner == Manner.UNDONE) {
            command(manner, () -> model.traffic(before), () -> runtime.control.applyTraffic(IRIS, splitOf(before)));
            assertThat(runtime.stored()).as("I8: what is undone has never been").isEqualTo(state);
        }
    }

    void mirror(String target, int share, Manner manner) throws Exception {
        var before = model.copies();
        var state = runtime.stored();
        command(
                manner,
                () -> model.mirror(target, share),
                () -> runtime.control.applyMirror(IRIS, mirrorOf(target, share)));
        if (manner == Manner.UNDONE) {
            command(
                    manner,
                    () -> model.mirror(before.shadow, before.share),
                    () -> runtime.control.applyMirror(IRIS, mirrorOf(before.shadow, before.share)));
            assertThat(runtime.stored()).as("I8: what is undone has never been").isEqualTo(state);
        }
    }

    private void command(Manner manner, BooleanSupplier reference, Supplier<CompletionStage<Outcome>> real)
            throws Exception {
        var before = runtime.stored();
        var asked = hold(manner);
        boolean isAllowed = reference.getAsBoolean();
        assertThat(runtime.get(real.get()) instanceof Outcome.Applied).isEqualTo(isAllowed);
        runtime.loop.settle();
        if (!isAllowed) {
            assertThat(runtime.stored()).isEqualTo(before);
        }
        arrivals.answerAll();
        calls.assertAnswered(asked, Set.of(200));
        awaitRest();
    }

    // What happens

    void kill(String name, Manner manner) throws Exception {
        var running = runtime.running(new DeploymentName(name));
        if (running.isEmpty()) {
            return;
        }
        var asked = hold(manner);
        runtime.kill(running.get(0));
        model.killed(name);
        arrivals.answerAll();
        // Those that were at the instance have ended with it.
        calls.assertAnswered(asked, Set.of(200, 424));
        awaitRest();
    }

    void timePasses() throws Exception {
        runtime.loop.advance(LONGER_THAN_ANY_BACK_OFF);
        model.timePassed();
        awaitRest();
    }

    /** I7: whatever has reached the disk, it is a state that there was; and if all has, the runtime goes on with it. */
    void crash(int written) throws Exception {
        var last = runtime.stored();
        assertHalfWrittenIsWhole(written);
        runtime.close();
        runtime = start();
        model.crashed();
        awaitRest();
        assertThat(runtime.stored()).isEqualTo(last);
    }

    private void assertHalfWrittenIsWhole(int written) throws IOException {
        var torn = Files.createDirectories(folder.resolve("torn-" + suffix.incrementAndGet()))
                .resolve("sluice.db");
        Files.copy(runtime.database(), torn);
        var log = Files.readAllBytes(logOf(runtime.database()));
        Files.write(logOf(torn), Arrays.copyOf(log, log.length * written / 100));
        try (var store = Store.open(torn, Clock.systemUTC())) {
            assertThat(saved)
                    .as("every state that was ever saved")
                    .contains(store.load().state());
        }
    }

    private static Path logOf(Path database) {
        return database.resolveSibling(database.getFileName() + "-wal");
    }

    // Requests

    /** Live requests, three at a time. */
    void call(int requests) throws Exception {
        for (int left = requests; left > 0; left -= RolloutCalls.AT_ONCE) {
            calls.assertAnswered(calls.send(), Set.of(200));
        }
        awaitRest();
    }

    void pin(String name) throws Exception {
        calls.pin(name);
        awaitRest();
    }

    /** Requests to be in flight meanwhile, if that is how it is to be and if somebody can hold them. */
    private RolloutCalls.Asked hold(Manner manner) throws IOException {
        var running = model.running();
        boolean canBeHeld = !model.turns().split.isEmpty()
                && model.turns().split.keySet().stream().allMatch(name -> running.get(name) > 0);
        return manner == Manner.BUSY && canBeHeld ? calls.hold() : calls.none();
    }

    // At rest

    private void awaitRest() {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(PATIENCE)
                .untilAsserted(this::assertAsModelled);
        assertThat(wrongTables).isEmpty();
        assertThat(model.turns().isFair())
                .as("%s of %s", model.turns().answers, model.turns().split)
                .isTrue();
        assertThat(ledger().sampled()).isEqualTo(model.sampled());
        calls.assertCopiesWentToTheirShadow();
    }

    /** I5 and I6 among it: nothing in flight, neither of requests nor of copies. */
    private void assertAsModelled() {
        var view = runtime.fleet().endpoint(IRIS).orElseThrow();
        var running = new TreeMap<String, Integer>();
        view.deployments().forEach(deployment -> {
            var name = deployment.spec().id().deployment();
            running.put(name.text(), runtime.running(name).size());
        });
        assertThat(running).isEqualTo(model.running());
        assertThat(view.routing().traffic()).isEqualTo(splitOf(model.turns().split));
        assertThat(view.routing().mirror()).isEqualTo(mirrorOf(model.copies().shadow, model.copies().share));
        assertThat(deployments()).allMatch(RolloutTrial::isAtRest);
        assertThat(ledger().inFlight()).isZero();
    }

    private static boolean isAtRest(DeploymentRoute route) {
        return route.gate().inFlight() == 0
                && route.gate().line().isEmpty()
                && route.upstreams().stream()
                        .allMatch(upstream -> upstream.gate().inFlight() == 0);
    }

    private Stream<DeploymentRoute> deployments() {
        return table.endpoints().values().stream().flatMap(endpoint -> endpoint.deployments().values().stream());
    }

    private MirrorLedger ledger() {
        return table.endpoint(IRIS.text()).orElseThrow().mirrorMeter().ledger();
    }

    private static DeploymentId id(String name) {
        return new DeploymentId(IRIS, new DeploymentName(name));
    }

    private static TrafficSplit splitOf(Map<String, Integer> shares) {
        return TrafficSplit.of(shares.entrySet().stream()
                .collect(Collectors.toMap(
                        share -> new DeploymentName(share.getKey()), share -> new Percent(share.getValue()))));
    }

    private static Mirror mirrorOf(String target, int share) {
        return share == 0 ? Mirror.off() : Mirror.to(new DeploymentName(target), new Percent(share));
    }

    @Override
    public void close() throws IOException {
        arrivals.answerAll();
        runtime.close();
        host.close();
        calls.close();
    }
}
