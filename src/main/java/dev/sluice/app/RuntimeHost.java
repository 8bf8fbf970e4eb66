package dev.sluice.app;

import dev.sluice.app.Door.Sign;
import dev.sluice.assets.Library;
import dev.sluice.collect.Collecting;
import dev.sluice.collect.Limits;
import dev.sluice.control.EmbeddedControl;
import dev.sluice.control.RuntimeParts;
import dev.sluice.control.http.Doorway;
import dev.sluice.control.http.Host;
import dev.sluice.engine.InstanceEngine;
import dev.sluice.engine.SubstitutionFile;
import dev.sluice.home.Home;
import dev.sluice.home.Interim;
import dev.sluice.home.RuntimeNote.Kind;
import dev.sluice.reconcile.HttpProber;
import dev.sluice.reconcile.Workspace;
import dev.sluice.router.Router;
import dev.sluice.store.Store;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root of the runtime: builds every part once, and takes them down in the opposite order. */
final class RuntimeHost implements AutoCloseable {

    /** The documents read do not say how long the cloud's are good for (reference 9.5). */
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration COLLECTOR_PATIENCE = Duration.ofSeconds(5);
    private static final Duration DELETION_PATIENCE = Duration.ofSeconds(2);

    private final Home home;
    private final RuntimeOptions options;
    private final Clock clock;
    private final Store store;
    private final SubstitutionFile substitutions;
    private final InstanceEngine engine;
    private final Optional<String> whyNoDocker;
    private final Router router;
    private final HttpClient http;
    private final ScheduledExecutorService loop;
    private final ExecutorService blocking;
    private final ExecutorService deleting;
    private final ExecutorService collector;
    private final Metrics metrics;
    private final EmbeddedControl control;
    private Optional<Door> door = Optional.empty();
    private boolean closed;

    private RuntimeHost(Home home, RuntimeOptions options, Clock clock) throws Exception {
        this.home = home;
        this.options = options;
        this.clock = clock;
        var profiles = options.profiles(System.getenv(), home); // if they are wrong, nothing has been opened yet
        blocking = Executors.newFixedThreadPool(2, Threads.named("disk"));
        deleting = Executors.newSingleThreadExecutor(Threads.named("deletion"));
        // The slowest part of a start has a processor of its own meanwhile.
        var opening = blocking.submit(() -> Store.open(home.database(), clock));
        substitutions = new SubstitutionFile(home.imageSubstitutions(), options.substitutions());
        var chosen = Engines.choose(options, home.folder(), substitutions, clock);
        engine = chosen.engine();
        whyNoDocker = chosen.whyNoDocker();
        router = Routers.open(home, options.port);
        http = PlainHttp.client();
        loop = Executors.newSingleThreadScheduledExecutor(Threads.named("runtime"));
        collector = Executors.newSingleThreadExecutor(Threads.named("collector"));
        metrics = new Metrics(home, options.metricsPort, router, clock, loop);
        store = result(opening);
        var parts = new RuntimeParts(
                engine,
                profiles,
                store,
                router,
                new Collecting(home.collected(), clock, collector, Random::uuid, Limits.DEFAULT),
                metrics.port(),
                new Library(home.assets()),
                new Workspace(home.deployments()),
                new HttpProber(http),
                http,
                clock,
                loop,
                blocking,
                deleting,
                Random::key,
                Random::suffix,
                TOKEN_LIFETIME);
        control = EmbeddedControl.start(parts).toCompletableFuture().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        control.limitBandwidth(options.bandwidthLimit);
    }

    private static <T> T result(Future<T> work) throws Exception {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /**
     * Starts a runtime on the state folder that the options name.
     *
     * @throws IllegalStateException if another runtime has it open, with which one and what to do
     */
    static RuntimeHost start(RuntimeOptions options, Clock clock) throws Exception {
        var outcome = new Interim(options.home, Interim.USUAL_PATIENCE, Streams.err()::println).outcome();
        if (outcome.isPresent() && outcome.get() instanceof Interim.Outcome.Opened opened) {
            return start(opened.home(), options, clock);
        }
        throw new Taken(options.home);
    }

    /** Starts a runtime on a state folder that this process has open; closing the runtime closes it. */
    static RuntimeHost start(Home home, RuntimeOptions options, Clock clock) throws Exception {
        Logging.into(home.folder(), "sluice");
        var host = new RuntimeHost(home, options, clock);
        // Ctrl+C and a closed session end the program in an orderly way too.
        Runtime.getRuntime().addShutdownHook(new Thread(host::close, "shutdown"));
        return host;
    }

    /** Lets other programs of this user in, for as long as the runtime is there; {@code host} is its process. */
    synchronized Doorway admit(Kind kind, Host host) {
        if (closed) {
            throw new IllegalStateException("the runtime has ended");
        }
        var sign = new Sign(kind, whyNoDocker, substitutions.given());
        var opened = Door.open(home, options.controlPort, control, host, sign);
        door = Optional.of(opened);
        return opened.doorway();
    }

    EmbeddedControl control() {
        return control;
    }

    Clock clock() {
        return clock;
    }

    /** The state folder. */
    Path folder() {
        return home.folder();
    }

    /** Why no Docker engine is used although one would have been; empty in every other case. */
    Optional<String> whyNoDocker() {
        return whyNoDocker;
    }

    /** The images that stand in for others. */
    SubstitutionFile substitutions() {
        return substitutions;
    }

    HttpClient http() {
        return http;
    }

    /** Lets clients finish, stops every instance and leaves nothing running. Safe from any thread; once is enough. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        List.<Runnable>of(
                        () -> door.ifPresent(Door::close),
                        metrics::close,
                        router::close,
                        this::stopInstances,
                        this::finishCollecting,
                        loop::shutdownNow,
                        blocking::shutdownNow,
                        this::finishDeleting,
                        engine::close,
                        store::close,
                        home::close)
                .forEach(RuntimeHost::attempt);
    }

    /** What one step leaves behind must not keep the models running. */
    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            logger().error("a part of the runtime could not be closed; the others are", e);
        }
    }

    private void stopInstances() {
        try {
            control.stopInstances().toCompletableFuture().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            logger().warn("not every instance has stopped; the next start finds those that are left", e);
        }
    }

    /** What the last requests have brought is still written down. */
    private void finishCollecting() {
        if (!isFinished(collector, COLLECTOR_PATIENCE)) {
            logger().warn("the newest collected data could not be written in time and is lost");
        }
    }

    /** What is not gone by then goes when the next one starts. */
    private void finishDeleting() {
        if (!isFinished(deleting, DELETION_PATIENCE)) {
            deleting.shutdownNow();
        }
    }

    private static boolean isFinished(ExecutorService work, Duration patience) {
        work.shutdown();
        try {
            return work.awaitTermination(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Not a constant of the class: the first logger must not be made before it is known where the log goes. */
    private static Logger logger() {
        return LoggerFactory.getLogger(RuntimeHost.class);
    }
}
