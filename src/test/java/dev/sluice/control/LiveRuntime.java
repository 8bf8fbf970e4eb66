package dev.sluice.control;

import dev.sluice.assets.Library;
import dev.sluice.collect.Collecting;
import dev.sluice.collect.Limits;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.RequestSettings;
import dev.sluice.domain.SampleSpecs;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import dev.sluice.engine.Instance;
import dev.sluice.reconcile.Prober;
import dev.sluice.reconcile.Workspace;
import dev.sluice.router.RouteTable;
import dev.sluice.router.Router;
import dev.sluice.router.http.Origin;
import dev.sluice.router.http.RawClient;
import dev.sluice.store.Store;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The whole runtime but for its engine: control, store, reconciler and the router given are real. Instances are origins
 * in the test's process, ready as soon as they are started; the runtime's time is the test's to move.
 */
final class LiveRuntime implements AutoCloseable {

    private static final HttpClient UNUSED = HttpClient.newHttpClient();

    final VirtualLoop loop = new VirtualLoop();
    final EmbeddedControl control;
    private final FakeEngine engine;
    private final Store store;
    private final Path folder;
    private final AtomicInteger suffix;
    private volatile Fleet fleet = new Fleet(0, new Fleet.Runtime("", "", "", 0, 0), List.of(), List.of());

    /**
     * @param host what a crash leaves behind
     * @param look is shown every table that is published, and what is stored then
     * @param cast what the instances of a deployment answer
     */
    LiveRuntime(
            FakeHost host,
            Path folder,
            Router router,
            AtomicInteger suffix,
            BiConsumer<RouteTable, DesiredState> look,
            Function<DeploymentName, Origin.Script> cast)
            throws Exception {
        this.folder = folder;
        this.suffix = suffix;
        Files.writeString(Files.createDirectories(folder.resolve("code")).resolve("score.py"), "");
        engine = new FakeEngine(host, folder).whenStarted(instance -> {
            var key = instance.spec().key();
            var origin = new Origin(key.name(), cast.apply(key.deployment().deployment()));
            instance.listenAt(origin.upstream().address(), origin);
        });
        store = Store.open(database(), loop.clock());
        Prober ready = (address, timeout) -> CompletableFuture.completedFuture(Prober.Finding.READY);
        control = get(EmbeddedControl.start(new RuntimeParts(
                engine,
                InstanceProfiles.NONE,
                store,
                new ObservedRouter(router, table -> look.accept(table, stored())),
                new Collecting(
                        folder.resolve("modelDataCollector"),
                        loop.clock(),
                        Runnable::run,
                        () -> "c" + suffix.incrementAndGet(),
                        Limits.DEFAULT),
                0,
                new Library(folder.resolve("assets")),
                new Workspace(folder.resolve("deployments")),
                ready,
                UNUSED,
                loop.clock(),
                loop,
                Runnable::run,
                Runnable::run,
                () -> RawClient.KEY,
                () -> "i" + suffix.incrementAndGet(),
                Duration.ofHours(1))));
        control.watch(newer -> fleet = newer);
        loop.settle();
    }

    Path database() {
        return folder.resolve("sluice.db");
    }

    Fleet fleet() {
        return fleet;
    }

    DesiredState stored() {
        return store.load().state();
    }

    /** The deployment's instances that run. */
    List<Instance> running(DeploymentName name) {
        return engine.list().toCompletableFuture().join().stream()
                .filter(instance -> instance.key().deployment().deployment().equals(name))
                .filter(instance -> instance.status() instanceof Instance.Status.Reachable)
                .toList();
    }

    void kill(Instance instance) throws InterruptedException {
        engine.ends(instance.id(), 137, "killed");
        loop.settle();
    }

    DeploymentSpec spec(DeploymentId id, RequestSettings requests) {
        var any = SampleSpecs.deployment(
                id,
                new ModelSource.None(),
                new CodeSource.Folder(folder.resolve("code").toString(), "score.py"));
        return any.draft().id(id).instanceCount(1).requests(requests).done();
    }

    <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** Ends as a crash does: instances go on. */
    @Override
    public void close() throws IOException {
        loop.shutdownNow();
        store.close();
    }
}
