package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.assets.Library;
import dev.sluice.assets.Opening;
import dev.sluice.collect.Collecting;
import dev.sluice.collect.Limits;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.SampleSpecs;
import dev.sluice.engine.FakeEngine;
import dev.sluice.reconcile.Prober;
import dev.sluice.reconcile.Workspace;
import dev.sluice.store.Store;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * The real runtime on a fake engine and a fake router: every instance that listens is ready. It is spoken to through one
 * of its faces, and seen through it too.
 */
public final class RuntimeUnderTest implements AutoCloseable {

    public final RolloutControl control;
    final FakeEngine engine;
    final FakeRouter router = new FakeRouter();
    final EmbeddedControl embedded;
    private final Path folder;
    private final Store store;
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger suffix = new AtomicInteger();
    private final Face.Open face;
    private volatile Fleet fleet = new Fleet(0, new Fleet.Runtime("", "", "", 0, 0), List.of(), List.of());

    public RuntimeUnderTest(FakeEngine engine, Path folder) throws Exception {
        this(engine, folder, Face.EMBEDDED);
    }

    public RuntimeUnderTest(FakeEngine engine, Path folder, Face face) throws Exception {
        this(engine, folder, face, InstanceProfiles.NONE);
    }

    /** @param profiles what sizes of instances stand for */
    RuntimeUnderTest(FakeEngine engine, Path folder, Face face, InstanceProfiles profiles) throws Exception {
        this(engine, folder, face, profiles, new Disk(Opening.PLAIN, Runnable::run, Runnable::run));
    }

    /** How files are read that are copied, by whom, and who deletes copies. */
    record Disk(Opening opening, Executor blocking, Executor deleting) {}

    RuntimeUnderTest(FakeEngine engine, Path folder, Face face, InstanceProfiles profiles, Disk disk) throws Exception {
        this.engine = engine;
        this.folder = folder;
        Files.createDirectories(folder.resolve("code"));
        Files.writeString(folder.resolve("code/score.py"), "");
        store = Store.open(folder.resolve("home/sluice.db"), Clock.systemUTC());
        Prober ready = (address, timeout) -> CompletableFuture.completedFuture(Prober.Finding.READY);
        embedded = get(EmbeddedControl.start(new RuntimeParts(
                engine,
                profiles,
                store,
                router,
                new Collecting(
                        folder.resolve("home/modelDataCollector"),
                        Clock.systemUTC(),
                        Runnable::run,
                        () -> "c" + suffix.incrementAndGet(),
                        Limits.DEFAULT),
                4712,
                new Library(folder.resolve("home/assets"), disk.opening()),
                new Workspace(folder.resolve("home/deployments")),
                ready,
                HttpClient.newHttpClient(),
                Clock.systemUTC(),
                loop,
                disk.blocking(),
                disk.deleting(),
                () -> "key-" + suffix.incrementAndGet(),
                () -> "i" + suffix.incrementAndGet(),
                Duration.ofHours(1))));
        this.face = face.open(embedded);
        control = this.face.control();
        control.watch(newer -> fleet = newer);
    }

    public Fleet fleet() {
        return fleet;
    }

    public DeploymentSpec spec(DeploymentId id) {
        return SampleSpecs.deployment(
                id,
                new ModelSource.None(),
                new CodeSource.Folder(folder.resolve("code").toString(), "score.py"));
    }

    /** Creates the deployment and has its instances listen at once. */
    public void bringUp(DeploymentId id, InitialTraffic traffic) throws Exception {
        engine.startsAtOnce();
        create(id, traffic);
        awaitState(id, DeploymentState.Succeeded.class);
    }

    public void create(DeploymentId id, InitialTraffic traffic) throws Exception {
        assertThat(ask(control.createDeployment(spec(id), traffic))).isInstanceOf(Outcome.Applied.class);
    }

    /** From now on nothing can be saved, as on a full disk. */
    void loseTheDisk() {
        store.close();
    }

    /** Ends the runtime's thread, as the end of the program does. */
    public void endLoop() {
        loop.shutdownNow();
    }

    public Outcome ask(CompletionStage<Outcome> command) throws Exception {
        return get(command);
    }

    public <T> T get(CompletionStage<T> stage) throws InterruptedException, ExecutionException, TimeoutException {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    public void awaitState(DeploymentId id, Class<? extends DeploymentState> kind) {
        await().until(() ->
                fleet.deployment(id).map(view -> kind.isInstance(view.state())).orElse(false));
    }

    public void awaitEndpoint(EndpointName name, Predicate<Fleet.EndpointView> fact) {
        await().until(() -> fleet.endpoint(name).map(fact::test).orElse(false));
    }

    /** Ends as a crash does: instances go on. */
    @Override
    public void close() throws IOException {
        face.close();
        loop.shutdownNow();
        store.close();
    }
}
