package dev.sluice.engine.docker;

import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import dev.sluice.engine.EngineException;
import dev.sluice.engine.PreparedEnvironment;
import dev.sluice.engine.docker.BuildFailed.Cause;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * An image of the user's own Dockerfile. It is tagged with the hash of what it was built from, and found again by that.
 *
 * @param key its tag
 * @param path where the Dockerfile lies
 * @param arguments for the build, such as proxies
 * @param note what people are to know of it; empty if nothing
 */
record FolderRecipe(
        LocalImages images,
        Builds builds,
        String key,
        BuildContext context,
        Path path,
        Dockerfile dockerfile,
        Map<String, String> arguments,
        String note)
        implements Recipe {

    private static final Pattern PARSE_ERROR = Pattern.compile("parse error (?:on )?line (\\d{1,6})");

    @Override
    public CompletableFuture<PreparedEnvironment> make(Consumer<String> progress, StopSignal stop) {
        return images.find(key).thenCompose(found -> {
            if (found.isPresent()) {
                progress.accept("Nothing to build: the identical environment is there as " + key);
                return CompletableFuture.completedFuture(
                        new PreparedEnvironment(found.get().id(), note));
            }
            return builds.build(new Builds.Order(context, key, arguments), progress, stop)
                    .thenCompose(built -> images.find(key))
                    .thenApply(
                            image -> new PreparedEnvironment(image.orElseThrow().id(), note))
                    .exceptionally(failure -> {
                        throw Failures.unwrapped(failure) instanceof BuildFailed failed
                                ? problem(failed)
                                : new CompletionException(Failures.unwrapped(failure));
                    });
        });
    }

    private EngineException problem(BuildFailed failed) {
        var reason = failed.reason();
        var place = PARSE_ERROR.matcher(reason.what());
        int line = place.find() ? Integer.parseInt(place.group(1)) : dockerfile.lineOfStep(failed.step());
        return new EngineException(
                Problem.of(
                                reason.cause() == Cause.ENGINE_GONE
                                        ? Problem.Code.ENGINE_UNAVAILABLE
                                        : Problem.Code.IMAGE_BUILD_FAILURE,
                                "environment.build",
                                failed.instruction().isEmpty()
                                        ? reason.what()
                                        : "the step `" + failed.instruction() + "` failed: " + reason.what(),
                                reason.wholeRemedy())
                        .at(new Place(path.toString(), line, 1)),
                failed);
    }
}
