package dev.sluice.engine.docker;

import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Problem;
import dev.sluice.engine.Calls;
import dev.sluice.engine.EngineException;
import dev.sluice.engine.PreparedEnvironment;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Finds, pulls and builds images. An image that is built is tagged with the hash of what it was built from, {@code
 * sluice-env:<hash>}, and found again by it. Safe from any thread.
 */
final class Images {

    private final DockerConnection docker;
    private final Calls calls;
    private final String buildNetwork;
    private final Map<String, CompletableFuture<PreparedEnvironment>> underWay = new ConcurrentHashMap<>();

    /** @param buildNetwork the network for the steps of builds, such as {@code host}; empty for Docker's own choice */
    Images(DockerConnection docker, Calls calls, String buildNetwork) {
        this.docker = docker;
        this.calls = calls;
        this.buildNetwork = buildNetwork;
    }

    CompletableFuture<PreparedEnvironment> prepare(EnvironmentSource environment, Consumer<String> progress) {
        if (environment instanceof EnvironmentSource.Image image) {
            return image(image.image(), "", progress);
        }
        if (environment instanceof EnvironmentSource.Conda conda) {
            var note = "the packages of " + conda.packages() + " were not installed: the code sees only what the image "
                    + conda.image() + " has";
            progress.accept(note);
            return image(conda.image(), note, progress);
        }
        if (environment instanceof EnvironmentSource.Build build) {
            return built(BuildContext.of(build), progress);
        }
        return CompletableFuture.failedFuture(new EngineException(Problem.of(
                Problem.Code.NOT_SUPPORTED,
                "environment",
                "the environment " + reference(environment) + " is not on this computer",
                "give the environment inline, with image or with build")));
    }

    private static String reference(EnvironmentSource environment) {
        return environment instanceof EnvironmentSource.Registered registered
                ? registered.reference()
                : environment.toString();
    }

    // An image as it is

    private CompletableFuture<PreparedEnvironment> image(String name, String note, Consumer<String> progress) {
        return calls.ask(() -> find(name))
                .thenCompose(found -> found.isPresent()
                        ? CompletableFuture.completedFuture(new PreparedEnvironment(found.get(), note))
                        : once(name, () -> pull(name, note, progress), progress));
    }

    private CompletableFuture<PreparedEnvironment> pull(String name, String note, Consumer<String> progress) {
        progress.accept("Pulling " + name);
        var pulling = new Streaming<>(new PullProgress(progress));
        docker.streams().pullImageCmd(withTag(name)).exec(pulling);
        return pulling.end()
                .thenCompose(pulled ->
                        calls.ask(() -> find(name).orElseThrow(() -> notPulled(name, "it did not come"))))
                .thenApply(id -> new PreparedEnvironment(id, note))
                .exceptionally(failure -> {
                    throw notPulled(name, Failures.said(Failures.unwrapped(failure)));
                });
    }

    /** Without a tag Docker would pull every image of that name. */
    static String withTag(String name) {
        boolean tagged = name.indexOf(':', name.lastIndexOf('/') + 1) >= 0;
        return tagged ? name : name + ":latest";
    }

    private static EngineException notPulled(String name, String why) {
        return new EngineException(Problem.of(
                Problem.Code.IMAGE_BUILD_FAILURE,
                "environment.image",
                "the image " + name + " is not on this computer and cannot be pulled: " + why,
                "run `docker pull " + name
                        + "` where there is a network, or `docker load` it from a file, then try again"));
    }

    // An image of the user's own Dockerfile

    private CompletableFuture<PreparedEnvironment> built(BuildContext context, Consumer<String> progress) {
        return calls.ask(() -> tagOf(context))
                .thenCompose(tag -> calls.ask(() -> find(tag)).thenCompose(found -> {
                    if (found.isPresent()) {
                        progress.accept("Nothing to build: the identical environment is there as " + tag);
                        return CompletableFuture.completedFuture(new PreparedEnvironment(found.get(), ""));
                    }
                    return once(tag, () -> build(context, tag, progress), progress);
                }));
    }

    private static String tagOf(BuildContext context) throws IOException {
        if (!context.isComplete()) {
            throw unusable("there is no file " + context.dockerfile() + " inside " + context.folder());
        }
        try {
            return "sluice-env:" + context.hash();
        } catch (DockerClientException e) {
            throw unusable(e.getMessage());
        }
    }

    private static EngineException unusable(String why) {
        return new EngineException(Problem.of(
                Problem.Code.IMAGE_BUILD_FAILURE,
                "environment.build",
                why,
                "correct build.path, build.dockerfile_path or the .dockerignore file"));
    }

    private CompletableFuture<PreparedEnvironment> build(BuildContext context, String tag, Consumer<String> progress) {
        var log = new BuildLog(context, progress);
        var building = new Streaming<>(log);
        return calls.perform(() -> command(context, tag).exec(building))
                .thenCompose(begun -> building.end())
                .exceptionally(failure -> {
                    throw log.failure(Failures.said(Failures.unwrapped(failure)));
                })
                .thenCompose(ended -> calls.ask(() -> find(tag).orElseThrow(log::failure)))
                .thenApply(id -> new PreparedEnvironment(id, ""));
    }

    private BuildImageCmd command(BuildContext context, String tag) throws IOException {
        var command = docker.streams()
                .buildImageCmd()
                .withTarInputStream(context.archive())
                .withDockerfilePath(context.dockerfileInside())
                .withTags(Set.of(tag))
                .withRemove(true)
                .withForcerm(true);
        return buildNetwork.isEmpty() ? command : command.withNetworkMode(buildNetwork);
    }

    // Both

    private Optional<String> find(String name) {
        try {
            return Optional.of(docker.commands().inspectImageCmd(name).exec().getId());
        } catch (NotFoundException absent) {
            return Optional.empty();
        }
    }

    /** Two deployments of one environment are often prepared together; the second waits for the first. */
    private CompletableFuture<PreparedEnvironment> once(
            String name, Supplier<CompletableFuture<PreparedEnvironment>> work, Consumer<String> progress) {
        var mine = new CompletableFuture<PreparedEnvironment>();
        var first = underWay.putIfAbsent(name, mine);
        if (first != null) {
            progress.accept("Waiting for " + name + ", which is being made for another deployment");
            return first.thenApply(Function.identity());
        }
        begun(work).whenComplete((prepared, failure) -> {
            underWay.remove(name, mine);
            if (failure == null) {
                mine.complete(prepared);
            } else {
                mine.completeExceptionally(Failures.explained(failure));
            }
        });
        return mine;
    }

    /** What fails before there is a stage to fail must not leave others waiting. */
    private static <T> CompletableFuture<T> begun(Supplier<CompletableFuture<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
