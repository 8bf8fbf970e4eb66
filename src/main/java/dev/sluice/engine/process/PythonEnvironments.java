package dev.sluice.engine.process;

import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Problem;
import dev.sluice.engine.Calls;
import dev.sluice.engine.EngineException;
import dev.sluice.engine.PreparedEnvironment;
import dev.sluice.engine.SharedWork;
import dev.sluice.engine.conda.CondaReader;
import dev.sluice.engine.conda.CondaRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the Python that an environment's code runs in: this computer's, or a virtual environment with the packages of
 * the conda file. What either has otherwise than the conda file asks for is told with it. Safe from any thread.
 */
final class PythonEnvironments implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PythonEnvironments.class);

    /** With one of these pip and Python would look elsewhere than in the environment that is meant. */
    private static final List<String> LEADING_ASTRAY =
            List.of("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PIP_PYTHON");

    private final HostPython python;
    private final PythonChoice choice;
    private final VirtualEnvironments environments;
    private final Map<String, String> variables;
    private final SharedWork<PreparedEnvironment> shared = new SharedWork<>();

    /** As many as there are environments being made, each of which waits for its pip. */
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "python-environments");
        thread.setDaemon(true);
        return thread;
    });

    private final Calls calls;

    /**
     * @param variables this program's own, by which pip finds its index
     * @param explain makes a failure into one that a person can act on
     */
    PythonEnvironments(
            HostPython python,
            PythonChoice choice,
            VirtualEnvironments environments,
            Map<String, String> variables,
            Function<Exception, EngineException> explain) {
        this.python = python;
        this.choice = choice;
        this.environments = environments;
        this.variables = forTools(variables);
        this.calls = new Calls(threads, explain);
    }

    private static Map<String, String> forTools(Map<String, String> ours) {
        var variables = new HashMap<>(ours);
        variables.keySet().removeAll(LEADING_ASTRAY);
        variables.put("PYTHONUNBUFFERED", "1");
        variables.put("PIP_NO_INPUT", "1");
        variables.put("PIP_DISABLE_PIP_VERSION_CHECK", "1");
        variables.put("PIP_REQUIRE_VIRTUALENV", "0"); // it cannot see that it installs into one
        variables.putIfAbsent("PIP_RETRIES", "1"); // without a network it is to say so soon: somebody waits
        return variables;
    }

    /** As {@link dev.sluice.engine.InstanceEngine#prepare} promises. */
    CompletableFuture<PreparedEnvironment> prepare(EnvironmentSource environment, Consumer<String> progress) {
        var prepared = new CompletableFuture<PreparedEnvironment>();
        calls.ask(() -> begin(environment, progress)).whenComplete((begun, failure) -> {
            if (failure == null) {
                passOn(begun, UnaryOperator.identity(), prepared);
            } else {
                prepared.completeExceptionally(failure);
            }
        });
        return prepared;
    }

    private CompletableFuture<PreparedEnvironment> begin(EnvironmentSource environment, Consumer<String> progress) {
        var unused = notUsed(environment);
        progress.accept(unused);
        var prepared = new CompletableFuture<PreparedEnvironment>();
        passOn(
                environment instanceof EnvironmentSource.Conda conda
                        ? withPackages(CondaReader.read(conda.packages()), progress)
                        : asItIs(progress),
                found -> new PreparedEnvironment(found.reference(), unused + ": " + found.note(), found.differences()),
                prepared);
        return prepared;
    }

    /** What comes of the one comes of the other; who cancels the other cancels the one. */
    private static void passOn(
            CompletableFuture<PreparedEnvironment> one,
            UnaryOperator<PreparedEnvironment> change,
            CompletableFuture<PreparedEnvironment> other) {
        one.whenComplete((environment, failure) -> {
            if (failure == null) {
                other.complete(change.apply(environment));
            } else {
                other.completeExceptionally(failure);
            }
        });
        other.whenComplete((environment, failure) -> {
            if (other.isCancelled()) {
                one.cancel(true);
            }
        });
    }

    private CompletableFuture<PreparedEnvironment> asItIs(Consumer<String> progress) {
        return python.check().thenApply(interpreter -> {
            progress.accept("runs under " + interpreter);
            return new PreparedEnvironment(interpreter.path(), "runs under " + interpreter);
        });
    }

    private CompletableFuture<PreparedEnvironment> withPackages(CondaRequest request, Consumer<String> progress) {
        var key = "a conda file's packages, " + VirtualEnvironments.hash(request.normalised());
        return shared.join(key, progress, lines -> making(request, lines));
    }

    private CompletableFuture<PreparedEnvironment> making(CondaRequest request, Consumer<String> progress) {
        var errand = new Errand(variables);
        var preparation = new CondaPreparation(choice, environments, request, errand, progress);
        var made = calls.ask(() -> preparation.under(python.check().join()));
        made.whenComplete((environment, failure) -> {
            if (made.isCancelled()) {
                errand.stop();
            }
        });
        return made;
    }

    private static String notUsed(EnvironmentSource environment) {
        if (environment instanceof EnvironmentSource.Build) {
            return "the Dockerfile is not used";
        }
        if (environment instanceof EnvironmentSource.Image image) {
            return "the image " + image.image() + " is not used";
        }
        if (environment instanceof EnvironmentSource.Conda conda) {
            return "the image " + conda.image() + " is not used";
        }
        if (!(environment instanceof EnvironmentSource.Registered registered)) {
            return "no environment is asked for";
        }
        throw new EngineException(Problem.of(
                Problem.Code.NOT_SUPPORTED,
                "environment",
                registered.reference() + " is an environment of the cloud's registry, which is not on this computer",
                "give the environment inline, with image and conda_file or with build"));
    }

    /** As {@link dev.sluice.engine.InstanceEngine#keepOnly} promises. */
    void keepOnly(Set<String> pythons) {
        environments.keepOnly(pythons);
        calls.perform(environments::sweep).exceptionally(failure -> {
            LOG.warn("a virtual environment could not be removed; the next start tries again", failure);
            return null;
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
