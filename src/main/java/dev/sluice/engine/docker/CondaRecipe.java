package dev.sluice.engine.docker;

import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import dev.sluice.engine.EngineException;
import dev.sluice.engine.PreparedEnvironment;
import dev.sluice.engine.conda.CondaPackage;
import dev.sluice.engine.conda.CondaRequest;
import dev.sluice.engine.docker.BuildFailed.Cause;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An image with the packages of a conda file added. It is tagged with the hash of the image and of what the file asks
 * for, and found again by that.
 *
 * @param key its tag
 * @param base the image to begin from, which is here
 * @param arguments for the build, such as the index of packages
 * @param note what people are to know besides; empty if nothing
 */
record CondaRecipe(
        LocalImages images,
        Builds builds,
        String key,
        LocalImages.Found base,
        CondaRequest request,
        Map<String, String> arguments,
        String note)
        implements Recipe {

    @Override
    public CompletableFuture<PreparedEnvironment> make(Consumer<String> progress, StopSignal stop) {
        return images.find(key).thenCompose(found -> {
            if (found.isPresent()) {
                progress.accept("Nothing to build: the identical environment is there as " + key);
                return CompletableFuture.completedFuture(prepared(found.get()));
            }
            return installer(progress, stop)
                    .thenCompose(installer ->
                            build(new CondaPlan(base.id(), base.user(), installer, request, List.of()), progress, stop))
                    .exceptionally(failure -> {
                        throw Failures.unwrapped(failure) instanceof BuildFailed failed
                                ? problem(failed)
                                : new CompletionException(Failures.unwrapped(failure));
                    });
        });
    }

    private PreparedEnvironment prepared(LocalImages.Found image) {
        var notes = Stream.of(note, image.labels().getOrDefault(CondaPlan.NOTE_LABEL, ""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return new PreparedEnvironment(image.id(), notes);
    }

    /** A build tells what the image has: it is cleared up after like any other, and can be stopped. */
    private CompletableFuture<Installer> installer(Consumer<String> progress, StopSignal stop) {
        progress.accept("Looking for conda or pip in the image");
        var told = new CopyOnWriteArrayList<String>();
        var dockerfile = "FROM " + base.id() + "\nUSER root\n" + Installer.PROBE;
        var probe = BuildContext.of(List.of(ContextFile.text("Dockerfile", dockerfile)));
        return builds.buildAfresh(new Builds.Order(probe, "", Map.of()), told::add, stop)
                .thenApply(built -> {
                    builds.removeImage(built);
                    return usable(Installer.among(told));
                });
    }

    private static Installer usable(Installer found) {
        if (found instanceof Installer.None none) {
            throw new EngineException(Problem.of(
                    Problem.Code.IMAGE_BUILD_FAILURE,
                    "environment.image",
                    "the image has " + none.lacks() + ": the packages of conda_file cannot be installed in it",
                    "take an image with conda, mamba, micromamba, or Python 3 with pip and venv"));
        }
        return found;
    }

    /** What only conda's channels have shows when pip does not find it; then the rest is installed without it. */
    private CompletableFuture<PreparedEnvironment> build(CondaPlan plan, Consumer<String> progress, StopSignal stop) {
        if (!plan.note().isEmpty()) {
            progress.accept(plan.note());
        }
        return builds.build(new Builds.Order(plan.context(arguments), key, arguments), progress, stop)
                .thenCompose(built -> images.find(key))
                .thenApply(image -> prepared(image.orElseThrow()))
                .exceptionallyCompose(failure -> missing(plan, Failures.unwrapped(failure))
                        .map(missing -> build(plan.without(missing), progress, stop))
                        .orElseGet(() -> CompletableFuture.failedFuture(Failures.unwrapped(failure))));
    }

    private static Optional<CondaPackage> missing(CondaPlan plan, Throwable failure) {
        return plan.installer() instanceof Installer.Pip
                        && failure instanceof BuildFailed failed
                        && failed.reason().cause() == Cause.UNKNOWN_PACKAGE
                ? plan.request().libraries().stream()
                        .filter(wanted ->
                                isOf(wanted.distribution(), failed.reason().subject()))
                        .findFirst()
                : Optional.empty();
    }

    /** Whether what pip or conda complains of begins with this name. */
    private static boolean isOf(String name, String complaint) {
        var named = folded(complaint);
        return named.startsWith(folded(name))
                && !named.substring(folded(name).length()).matches("[a-z0-9-].*");
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }

    private EngineException problem(BuildFailed failed) {
        var reason = failed.reason();
        var code = reason.cause() == Cause.ENGINE_GONE
                ? Problem.Code.ENGINE_UNAVAILABLE
                : Problem.Code.IMAGE_BUILD_FAILURE;
        return new EngineException(
                Problem.of(code, "environment.conda_file", reason.what(), reason.wholeRemedy())
                        .at(place(reason.subject())),
                failed);
    }

    /** The line that asks for what could not be had. */
    private Place place(String complaint) {
        var ofConda = request.packages().stream()
                .filter(wanted -> isOf(wanted.name(), complaint) || isOf(wanted.distribution(), complaint))
                .map(CondaPackage::place);
        var ofPip = request.pip().stream()
                .filter(line ->
                        line.name().filter(name -> isOf(name, complaint)).isPresent())
                .map(line -> line.place());
        return complaint.isEmpty()
                ? Place.NOWHERE
                : Stream.concat(ofConda, ofPip).findFirst().orElse(Place.NOWHERE);
    }
}
