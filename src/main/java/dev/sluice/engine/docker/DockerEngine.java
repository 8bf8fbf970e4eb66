package dev.sluice.engine.docker;

import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Serving;
import dev.sluice.engine.Calls;
import dev.sluice.engine.Consumption;
import dev.sluice.engine.EngineInfo;
import dev.sluice.engine.Instance;
import dev.sluice.engine.InstanceEngine;
import dev.sluice.engine.InstanceId;
import dev.sluice.engine.InstanceSpec;
import dev.sluice.engine.PreparedEnvironment;
import dev.sluice.engine.ScoringServer;
import dev.sluice.engine.Watchers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs each instance as a Docker container that is published on loopback only.
 *
 * <p>A container can read its deployment's files and the scoring server, write to a small {@code /tmp} in memory (an
 * image that serves by itself: to its own container), and open connections to the network; it runs as a user without
 * privileges or capabilities, cannot gain any, and is held to its instance type's memory and processor, a number of
 * processes, and 10 MiB of log. It cannot see the user's other files, nor our environment variables. Its own variables can be read by whoever may use Docker on this computer.
 *
 * <p>Containers outlive this program; labels tell whose they are. Docker never restarts them: that is for the caller.
 * One that has ended stays until it is stopped, so that its log can be read. Safe from any thread.
 */
public final class DockerEngine implements InstanceEngine {

    private static final int THREADS = 6;
    private static final int MOST_WAITING_CALLS = 1_000;
    private static final long LOOK_MILLIS = 100;
    private static final Duration LONGEST_BUILD = Duration.ofMinutes(60);

    private final DockerConnection docker;
    private final Containers containers;
    private final ContainerLogs logs;
    private final ContainerStats stats;
    private final Images images;
    private final Watchers watchers = new Watchers();
    private final ContainerEvents events;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING_CALLS), daemons());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(daemons());
    private final Calls calls = new Calls(threads, Failures::explained);

    private DockerEngine(
            DockerConnection docker,
            Labels labels,
            ContainerRecipe recipe,
            LeftoverFile leftovers,
            Map<String, String> environment,
            Supplier<ImageSubstitutions> substitutions) {
        this.docker = docker;
        this.containers = new Containers(docker.commands(), labels, recipe);
        this.logs = new ContainerLogs(docker.streams());
        this.stats = new ContainerStats(docker.streams());
        var builds = new Builds(docker, calls, manner(environment), new Leftovers(docker.commands(), leftovers));
        this.images = new Images(new LocalImages(docker, calls), calls, builds, environment, substitutions);
        watchers.add(builds::removeOwed); // which are told when Docker is back, too
        this.events = new ContainerEvents(docker, labels, watchers, timer);
        threads.allowCoreThreadTimeOut(true);
    }

    /** Whether there is a Docker engine to use. */
    public sealed interface Connection {

        record Connected(DockerEngine engine) implements Connection {}

        /** @param reason why not, for people */
        record Unavailable(String reason) implements Connection {}
    }

    /**
     * Looks for a Docker engine, which takes some seconds at most, and connects to it.
     *
     * @param home the state folder, which must exist
     * @param environment this program's environment variables. {@code DOCKER_HOST} says where the engine is; {@code
     *     SLUICE_DOCKER_BUILD_NETWORK} (such as {@code host}) which network the steps of builds use, for engines whose
     *     own default network leads nowhere; {@code SLUICE_DOCKER_BUILD_MINUTES} how long a build may take, 60 if it is not
     *     set. Builds are told where this computer's pip gets its packages
     * @param substitutions the images that stand in for others, asked for anew for each environment
     */
    public static Connection connect(
            Path home, Map<String, String> environment, Supplier<ImageSubstitutions> substitutions) {
        try {
            var server = ScoringServer.unpackInto(home);
            var labels = Labels.of(home);
            var leftovers = new LeftoverFile(home.resolve(LeftoverFile.NAME));
            var docker = DockerConnection.open(environment);
            var recipe = new ContainerRecipe(server, SharedFiles.userFor(home), docker.machine());
            var engine = new DockerEngine(docker, labels, recipe, leftovers, environment, substitutions);
            engine.events.open();
            return new Connection.Connected(engine);
        } catch (DockerConnection.DockerUnavailable e) {
            return new Connection.Unavailable(e.getMessage());
        } catch (IOException e) {
            return new Connection.Unavailable("the state folder " + home + " cannot be used: " + e.getMessage());
        }
    }

    private static Builds.Manner manner(Map<String, String> environment) {
        var minutes = environment.getOrDefault("SLUICE_DOCKER_BUILD_MINUTES", "");
        return new Builds.Manner(
                environment.getOrDefault("SLUICE_DOCKER_BUILD_NETWORK", ""),
                minutes.matches("[1-9][0-9]{0,3}") ? Duration.ofMinutes(Long.parseLong(minutes)) : LONGEST_BUILD);
    }

    private static ThreadFactory daemons() {
        return task -> {
            var thread = new Thread(task, "docker-engine");
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public EngineInfo info() {
        return new EngineInfo(
                "docker",
                "Docker " + docker.version(),
                "Each instance is a container with the memory and processor of its instance type.",
                docker.machine());
    }

    /** A model that is served without code says by itself what it needs; everything else needs an image. */
    @Override
    public List<Problem> objections(DeploymentSpec spec) {
        var serving = Serving.of(spec);
        boolean needsImage = serving instanceof Serving.Script || serving instanceof Serving.OwnImage;
        return needsImage && spec.environment() instanceof EnvironmentSource.None
                ? List.of(Problem.of(
                        Problem.Code.MISSING_KEY,
                        "environment",
                        "there is no environment to take the image from",
                        "add environment with image, or with build"))
                : List.of();
    }

    @Override
    public CompletionStage<PreparedEnvironment> prepare(EnvironmentSource environment, Consumer<String> progress) {
        return images.prepare(environment, progress);
    }

    @Override
    public CompletionStage<Instance> start(InstanceSpec spec) {
        return calls.ask(() -> containers.start(spec));
    }

    @Override
    public CompletionStage<Void> stop(InstanceId id, Duration grace) {
        long deadline = System.nanoTime() + grace.toNanos();
        return calls.perform(() -> containers.terminate(id))
                .thenCompose(asked -> endOf(id, deadline))
                .thenCompose(waited -> calls.perform(() -> containers.remove(id)));
    }

    /** Looks again and again rather than let Docker wait, which would hold a connection and a thread all the while. */
    private CompletableFuture<Void> endOf(InstanceId id, long deadline) {
        if (System.nanoTime() - deadline >= 0) {
            return CompletableFuture.allOf();
        }
        return calls.ask(() -> containers.isRunning(id))
                .thenCompose(running ->
                        running ? later().thenCompose(later -> endOf(id, deadline)) : CompletableFuture.allOf());
    }

    private static CompletableFuture<Void> later() {
        return new CompletableFuture<Void>().completeOnTimeout(null, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public CompletionStage<List<Instance>> list() {
        return calls.ask(containers::list);
    }

    @Override
    public CompletionStage<Map<InstanceId, Consumption>> measure(Collection<InstanceId> instances) {
        return calls.ask(() -> containers.running(instances)).thenCompose(stats::of);
    }

    @Override
    public CompletionStage<List<String>> tail(InstanceId id, int lines) {
        return calls.ask(() -> lines > 0 && containers.ours(id).isPresent()
                        ? logs.tail(id, lines)
                        : CompletableFuture.completedFuture(List.<String>of()))
                .thenCompose(Function.identity());
    }

    @Override
    public AutoCloseable follow(InstanceId id, int tail, Consumer<String> line) {
        return Containers.canBe(id) ? logs.follow(id, tail, line) : () -> {};
    }

    @Override
    public AutoCloseable watch(Runnable changed) {
        return watchers.add(changed);
    }

    @Override
    public void close() {
        images.close();
        events.close();
        timer.shutdownNow();
        threads.shutdownNow();
        docker.close();
    }
}
