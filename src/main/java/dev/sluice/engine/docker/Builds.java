package dev.sluice.engine.docker;

import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.exception.DockerException;
import dev.sluice.engine.Calls;
import dev.sluice.engine.docker.BuildFailed.Cause;
import dev.sluice.engine.docker.BuildFailed.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Has Docker build images. What a build that fails, or is stopped, has begun is cleared away. Safe from any thread. */
final class Builds {

    /**
     * How builds are done.
     *
     * @param network the network for their steps, such as {@code host}; empty for Docker's own choice
     * @param patience how long one may take
     */
    record Manner(String network, Duration patience) {}

    /**
     * What is built.
     *
     * @param tag the image's name; empty for none
     * @param arguments for the Dockerfile's {@code ARG}s, and proxies
     */
    record Order(BuildContext context, String tag, Map<String, String> arguments) {}

    private final DockerConnection docker;
    private final Calls calls;
    private final Manner manner;
    private final Leftovers leftovers;

    Builds(DockerConnection docker, Calls calls, Manner manner, Leftovers leftovers) {
        this.docker = docker;
        this.calls = calls;
        this.manner = manner;
        this.leftovers = leftovers;
    }

    /** The id of the image; fails with {@link BuildFailed} or, if it was stopped, however it likes. */
    CompletableFuture<String> build(Order order, Consumer<String> progress, StopSignal stop) {
        return build(order, command -> command, progress, stop);
    }

    /** The same, with each step done anew although Docker may know what comes of it. */
    CompletableFuture<String> buildAfresh(Order order, Consumer<String> progress, StopSignal stop) {
        return build(order, command -> command.withNoCache(true), progress, stop);
    }

    private CompletableFuture<String> build(
            Order order, UnaryOperator<BuildImageCmd> how, Consumer<String> progress, StopSignal stop) {
        var log = new BuildLog(progress, leftovers::note, gone -> leftovers.forget(List.of(gone)));
        var building = new Streaming<>(log);
        var archive = order.context().archive();
        stop.whenGiven(() -> {
            archive.close();
            building.close();
        });
        return calls.perform(() -> {
                    if (!stop.isGiven()) {
                        how.apply(command(order, archive)).exec(building);
                    }
                })
                .thenCompose(begun -> building.end().orTimeout(manner.patience().toMillis(), TimeUnit.MILLISECONDS))
                .handle((ended, failure) -> outcome(log, failure, stop))
                .whenComplete((image, failure) -> {
                    if (failure != null) {
                        archive.close();
                        building.close();
                    }
                })
                .exceptionallyCompose(failure -> calls.perform(() -> clearUp(log, failure, stop))
                        .handle((cleared, trouble) -> rethrown(failure)));
    }

    private BuildImageCmd command(Order order, TarStream archive) {
        var command = docker.streams()
                .buildImageCmd()
                .withTarInputStream(archive)
                .withDockerfilePath(order.context().dockerfile())
                .withRemove(true)
                .withForcerm(true);
        if (!order.tag().isEmpty()) {
            command.withTags(Set.of(order.tag()));
        }
        order.arguments().forEach(command::withBuildArg);
        return manner.network().isEmpty() ? command : command.withNetworkMode(manner.network());
    }

    private String outcome(BuildLog log, @Nullable Throwable failure, StopSignal stop) {
        var built = log.built();
        if (failure == null && built.isPresent() && !stop.isGiven()) {
            leftovers.forget(log.made());
            return built.get();
        }
        throw new BuildFailed(log.step(), log.instruction(), reason(log, failure));
    }

    private Reason reason(BuildLog log, @Nullable Throwable failure) {
        if (!log.error().isEmpty()) {
            return BuildDiagnosis.of(log.lines(), log.error());
        }
        if (failure == null) {
            return BuildDiagnosis.gone("it ended without a word");
        }
        var cause = Failures.unwrapped(failure);
        if (cause instanceof TimeoutException) {
            return new Reason(
                    Cause.TOO_LONG,
                    "the build has not come to an end within "
                            + manner.patience().toMinutes() + " minutes",
                    "see in the job's log what it waits for; SLUICE_DOCKER_BUILD_MINUTES gives it more");
        }
        var unreadable = Failures.among(cause, TarStream.Unreadable.class);
        if (unreadable.isPresent()) {
            return new Reason(
                    Cause.FILE,
                    String.valueOf(unreadable.get().getMessage()),
                    "let nothing write into the folder of the Dockerfile meanwhile");
        }
        return cause instanceof DockerException
                ? BuildDiagnosis.of(log.lines(), Failures.said(cause))
                : BuildDiagnosis.gone(Failures.said(cause));
    }

    private void clearUp(BuildLog log, Throwable failure, StopSignal stop) {
        boolean mayGoOn = !stop.isGiven()
                && Failures.unwrapped(failure) instanceof BuildFailed failed
                && failed.reason().cause() != Cause.DISK_FULL;
        var byUse = log.made().stream()
                .collect(Collectors.partitioningBy(made -> mayGoOn && made.kind() == Leftover.Kind.IMAGE));
        leftovers.keep(byUse.getOrDefault(true, List.of()));
        leftovers.remove(byUse.getOrDefault(false, List.of()));
    }

    private static String rethrown(Throwable failure) {
        throw failure instanceof CompletionException wrapped ? wrapped : new CompletionException(failure);
    }

    void removeImage(String id) {
        leftovers.remove(List.of(Leftover.image(id)));
    }

    /** Tries again to clear away what Docker did not remove when it was asked; to be called when it may be back. */
    void removeOwed() {
        if (leftovers.isOwing()) {
            calls.perform(leftovers::removeOwed);
        }
    }

    /** Clears away what was kept for another try, too. */
    void removeLeftovers() {
        leftovers.removeAll();
    }
}
