package dev.sluice.engine.docker;

import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.domain.Problem;
import dev.sluice.engine.Calls;
import dev.sluice.engine.EngineException;
import dev.sluice.engine.PreparedEnvironment;
import dev.sluice.engine.SharedWork;
import dev.sluice.engine.conda.CondaReader;
import dev.sluice.engine.conda.CondaRequest;
import dev.sluice.engine.conda.PipLine;
import dev.sluice.hash.Sha256;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds, pulls and builds the images of environments. One that is built is tagged with the hash of what it was built
 * from, {@code sluice-env:<hash>}, and found again by it. Safe from any thread.
 */
final class Images implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Images.class);
    private static final int DIGITS = 32;
    private static final long SECONDS_TO_STOP = 10;

    private final Calls calls;
    private final Map<String, String> environment;
    private final Supplier<ImageSubstitutions> substitutions;
    private final LocalImages local;
    private final Builds builds;
    private final SharedWork<PreparedEnvironment> shared = new SharedWork<>();
    private final Map<StopSignal, CompletableFuture<PreparedEnvironment>> underWay = new ConcurrentHashMap<>();

    /**
     * @param environment this program's environment variables
     * @param substitutions those that are in force, asked for anew each time
     */
    Images(
            LocalImages local,
            Calls calls,
            Builds builds,
            Map<String, String> environment,
            Supplier<ImageSubstitutions> substitutions) {
        this.calls = calls;
        this.environment = environment;
        this.substitutions = substitutions;
        this.local = local;
        this.builds = builds;
    }

    /** Cancelling what it gives stops the work, unless others wait for the same. */
    CompletableFuture<PreparedEnvironment> prepare(EnvironmentSource source, Consumer<String> progress) {
        var answer = new CompletableFuture<PreparedEnvironment>();
        var search = new StopSignal();
        answer.whenComplete((prepared, failure) -> {
            if (answer.isCancelled()) {
                search.give();
            }
        });
        recipe(source, progress, search)
                .thenCompose(recipe -> {
                    var joined = shared.join(recipe.key(), progress, tell -> begin(recipe, tell));
                    search.whenGiven(() -> joined.cancel(true));
                    return joined;
                })
                .whenComplete((prepared, failure) -> {
                    if (failure == null) {
                        answer.complete(prepared);
                    } else {
                        answer.completeExceptionally(Failures.explained(failure));
                    }
                });
        return answer;
    }

    private CompletableFuture<PreparedEnvironment> begin(Recipe recipe, Consumer<String> progress) {
        var stop = new StopSignal();
        var result = new CompletableFuture<PreparedEnvironment>();
        result.whenComplete((prepared, failure) -> {
            if (result.isCancelled()) {
                calls.perform(stop::give); // hanging up may take a moment, which is not the canceller's
            }
        });
        var work = recipe.make(progress, stop);
        underWay.put(stop, work);
        work.whenComplete((prepared, failure) -> {
            underWay.remove(stop);
            if (failure == null) {
                result.complete(prepared);
            } else {
                result.completeExceptionally(failure);
            }
        });
        return result;
    }

    private CompletableFuture<Recipe> recipe(EnvironmentSource source, Consumer<String> progress, StopSignal stop) {
        if (source instanceof EnvironmentSource.Image image) {
            return calls.ask(() -> imageRecipe(image, progress));
        }
        if (source instanceof EnvironmentSource.Conda conda) {
            return condaRecipe(conda, progress, stop);
        }
        if (source instanceof EnvironmentSource.Build build) {
            return calls.ask(() -> folderRecipe(build, progress));
        }
        return CompletableFuture.failedFuture(new EngineException(Problem.of(
                Problem.Code.NOT_SUPPORTED,
                "environment",
                source instanceof EnvironmentSource.Registered registered
                        ? "the environment " + registered.reference() + " is not on this computer"
                        : "no environment is given",
                "give the environment inline, with image or with build")));
    }

    private Recipe imageRecipe(EnvironmentSource.Image source, Consumer<String> progress) {
        var replacements = new Replacements(substitutions.get());
        var image = replacements.apply(source.image());
        return new ImageRecipe(local, image, told(progress, replacements.note()));
    }

    private CompletableFuture<Recipe> condaRecipe(
            EnvironmentSource.Conda source, Consumer<String> progress, StopSignal stop) {
        return calls.ask(() -> standingAlone(CondaReader.read(source.packages())))
                .thenCompose(request -> {
                    var replacements = new Replacements(substitutions.get());
                    var image = replacements.apply(source.image());
                    var note = told(progress, replacements.note(), HostPackageIndex.outOfSight(environment));
                    return local.have(image, progress, stop).thenApply(base -> {
                        var arguments = new TreeMap<>(HostPackageIndex.proxies(environment));
                        arguments.putAll(HostPackageIndex.pip(environment));
                        var key = tag(base.id(), request.normalised());
                        return new CondaRecipe(local, builds, key, base, request, arguments, note);
                    });
                });
    }

    /** The cloud is sent the conda file alone. */
    private static CondaRequest standingAlone(CondaRequest request) {
        request.pip().stream().filter(PipLine::needsFileBeside).findFirst().ifPresent(line -> {
            throw new EngineException(Problem.of(
                            Problem.Code.NOT_SUPPORTED,
                            "environment.conda_file",
                            "'" + line + "' leads to a file beside the conda file, which the cloud is not sent either",
                            "list the packages in the conda file itself, or build the environment from a Dockerfile")
                    .at(line.place()));
        });
        return request;
    }

    private Recipe folderRecipe(EnvironmentSource.Build source, Consumer<String> progress) throws Exception {
        var folder = new BuildFolder(source, BuildFolder.MOST_BYTES);
        var replacements = new Replacements(substitutions.get());
        var context = folder.context(replacements);
        return new FolderRecipe(
                local,
                builds,
                "sluice-env:" + context.hash(),
                context,
                folder.dockerfilePath(),
                folder.dockerfile(),
                HostPackageIndex.proxies(environment),
                told(progress, replacements.note()));
    }

    private static String told(Consumer<String> progress, String... notes) {
        var told = Stream.of(notes).filter(note -> !note.isEmpty()).toList();
        told.forEach(progress);
        return String.join("; ", told);
    }

    private static String tag(String base, String packages) {
        var text = String.join("\n", List.of(CondaPlan.VERSION, base, packages));
        return "sluice-env:" + Sha256.of(text).substring(0, DIGITS);
    }

    /** Stops what is under way and clears up after it, for which it waits a little. */
    @Override
    public void close() {
        var works = List.copyOf(underWay.values());
        underWay.keySet().forEach(StopSignal::give);
        try {
            CompletableFuture.allOf(works.toArray(CompletableFuture[]::new)).get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (ExecutionException stopped) {
            LOG.debug("a build was stopped, since the program ends", stopped);
        } catch (TimeoutException | InterruptedException e) {
            LOG.warn("a build may have left something in Docker", e);
        }
        builds.removeLeftovers();
    }
}
