package dev.sluice.engine.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import dev.sluice.domain.Problem;
import dev.sluice.engine.Calls;
import dev.sluice.engine.EngineException;
import dev.sluice.engine.docker.BuildFailed.Cause;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The images of this computer: finds them, and pulls what is missing. Safe from any thread. */
final class LocalImages {

    private final DockerConnection docker;
    private final Calls calls;

    LocalImages(DockerConnection docker, Calls calls) {
        this.docker = docker;
        this.calls = calls;
    }

    /**
     * One that is here.
     *
     * @param user who its commands run as; empty for root
     */
    record Found(String id, String user, Map<String, String> labels) {}

    CompletableFuture<Optional<Found>> find(String name) {
        return calls.ask(() -> look(name));
    }

    private Optional<Found> look(String name) {
        try {
            var image = docker.commands().inspectImageCmd(name).exec();
            var config = Optional.ofNullable(image.getConfig());
            return Optional.of(new Found(
                    String.valueOf(image.getId()),
                    config.map(found -> found.getUser()).orElse(""),
                    config.map(found -> found.getLabels()).orElse(Map.of())));
        } catch (NotFoundException absent) {
            return Optional.empty();
        }
    }

    /** The image, pulled if it is not here. */
    CompletableFuture<Found> have(String name, Consumer<String> progress, StopSignal stop) {
        return find(name)
                .thenCompose(found -> found.isPresent()
                        ? CompletableFuture.completedFuture(found.get())
                        : pull(name, progress, stop));
    }

    private CompletableFuture<Found> pull(String name, Consumer<String> progress, StopSignal stop) {
        progress.accept("Pulling " + name);
        var pulling = new Streaming<>(new PullProgress(progress));
        stop.whenGiven(pulling::close);
        return calls.perform(() -> docker.streams().pullImageCmd(withTag(name)).exec(pulling))
                .thenCompose(begun -> pulling.end())
                .thenCompose(pulled -> find(name))
                .thenApply(found -> found.orElseThrow(() -> notPulled(name, "it did not come")))
                .exceptionally(failure -> {
                    throw refused(name, Failures.unwrapped(failure));
                });
    }

    private static EngineException refused(String name, Throwable failure) {
        if (failure instanceof EngineException explained) {
            return explained;
        }
        return Failures.among(failure, IOException.class).isPresent()
                ? new EngineException(
                        Problem.of(
                                Problem.Code.ENGINE_UNAVAILABLE,
                                "environment.image",
                                "Docker broke off while it pulled the image " + name + ": " + Failures.said(failure),
                                "see with `docker info` that it runs, then try again"),
                        failure)
                : notPulled(name, Failures.said(failure));
    }

    /** Without a tag Docker would pull every image of that name. */
    static String withTag(String name) {
        boolean tagged = name.indexOf(':', name.lastIndexOf('/') + 1) >= 0;
        return tagged ? name : name + ":latest";
    }

    private static EngineException notPulled(String name, String why) {
        boolean full = BuildDiagnosis.of(List.of(), why).cause() == Cause.DISK_FULL;
        return new EngineException(Problem.of(
                full ? Problem.Code.IMAGE_BUILD_FAILURE : Problem.Code.IMAGE_NOT_FOUND,
                "environment.image",
                "the image " + name + " is not on this computer and cannot be pulled: " + why,
                full
                        ? "make room where Docker keeps its images, such as with `docker system prune`, then try again"
                        : "run `docker pull " + name
                                + "` where there is a network, or `docker load` it from a file, then try again; or let a"
                                + " local image stand in for it (Settings, Image substitutions)"));
    }
}
