package dev.sluice.engine;

import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Problem;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Runs instances of deployments somewhere: in containers, or as processes on this computer. Each instance is the
 * scoring server with one deployment's code and model.
 *
 * <p>Every call returns at once and completes later on a thread of the engine's own, exceptionally with an {@link
 * EngineException} that a person can act on. Asking for what is already so (stopping what is gone) succeeds, so that a
 * caller may simply ask again. An engine sees only the instances that it started for the same state folder, and it
 * finds them again after a crash of this program. Safe from any thread.
 */
public interface InstanceEngine extends AutoCloseable {

    /** What runs here, for people. */
    EngineInfo info();

    /** Why such a deployment can never run here, asked before anything is done for it; nothing if it may. At once, any thread. */
    default List<Problem> objections(DeploymentSpec spec) {
        return List.of();
    }

    /**
     * Makes ready what the code runs in: builds or finds the image, or finds the interpreter. The same environment is
     * prepared once and found again after. Cancelling the future that it gives ends the work, unless others wait for the
     * same, and leaves nothing over.
     *
     * @param progress takes each line of what is going on, on any thread
     */
    CompletionStage<PreparedEnvironment> prepare(EnvironmentSource environment, Consumer<String> progress);

    /**
     * No environment is needed any more but those of these {@linkplain PreparedEnvironment#reference references}, and
     * those that are prepared from now on. The engine may remove what it has made for others. Returns at once.
     */
    default void keepOnly(Set<String> references) {}

    /** Starts an instance; completes once it exists, which is well before it is ready. */
    CompletionStage<Instance> start(InstanceSpec spec);

    /** Lets the instance end by itself within {@code grace}, then ends it, and removes all that is left of it. */
    CompletionStage<Void> stop(InstanceId id, Duration grace);

    /** Every instance of this state folder that exists, running or ended, whoever started it. */
    CompletionStage<List<Instance>> list();

    /**
     * What these instances have taken of the computer so far. Missing are those that have ended, that are not there, or of
     * which this computer cannot tell.
     */
    CompletionStage<Map<InstanceId, Consumption>> measure(Collection<InstanceId> instances);

    /** The last {@code lines} lines that the instance has logged, oldest first; also of one that has ended. */
    CompletionStage<List<String>> tail(InstanceId id, int lines);

    /**
     * Hands over the last {@code tail} lines and then each new one, in order, until closed or the instance is removed.
     * Lines come on a thread of the engine's; a slow consumer slows the reading and nothing else.
     */
    AutoCloseable follow(InstanceId id, int tail, Consumer<String> line);

    /** Calls {@code changed} when an instance may have begun to listen or has ended; then ask {@link #list}. */
    AutoCloseable watch(Runnable changed);

    /** Gives up the engine's connections and threads. Instances keep running. */
    @Override
    void close();
}
