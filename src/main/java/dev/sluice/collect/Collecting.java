package dev.sluice.collect;

import dev.sluice.domain.CollectedData;
import dev.sluice.domain.CollectedData.Wiped;
import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.EndpointName;
import dev.sluice.metrics.CollectionMeter;
import dev.sluice.router.Collector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data collector of all deployments. Files stay when a deployment is deleted, so that what it was sent can be looked
 * at afterwards, and go with the endpoint. For the runtime's thread only; the {@link Collector}s that it hands out are
 * for any.
 */
public final class Collecting {

    private static final Logger LOG = LoggerFactory.getLogger(Collecting.class);

    private final Path root;
    private final Clock clock;
    private final Executor thread;
    private final Supplier<String> ids;
    private final String run;
    private final Limits limits;
    private final Room room;
    private final Map<DeploymentId, Keeper> keepers = new HashMap<>();
    private final Map<DeploymentId, FileCollector> collectors = new HashMap<>();

    /**
     * @param root the folder that holds all collected data; made when first needed
     * @param thread the collector's one thread, which writes
     * @param ids of records; the first names this run's files
     */
    public Collecting(Path root, Clock clock, Executor thread, Supplier<String> ids, Limits limits) {
        this.root = root.toAbsolutePath();
        this.clock = clock;
        this.thread = thread;
        this.ids = ids;
        this.run = ids.get();
        this.limits = limits;
        this.room = new Room(limits.waitingBytes());
    }

    /**
     * Keeps what the deployment's file asks for. The same as before while it asks for the same.
     *
     * @param meter counts what is kept
     */
    public Collector collector(DeploymentId id, DataCollection wanted, CollectionMeter meter) {
        if (!wanted.keepsPayloads()) {
            collectors.remove(id);
            return Collector.NONE;
        }
        return collectors.compute(
                id,
                (same, now) -> now != null && now.isFor(wanted, meter)
                        ? now
                        : new FileCollector(wanted, meter, keeper(id), room, thread));
    }

    /** What there is of the deployment's, also if nothing is collected any more. */
    public CollectedData state(DeploymentId id, CollectionMeter meter) {
        return keeper(id).state(meter);
    }

    /** Removes every file of the deployment's. What comes afterwards is collected as before. */
    public CompletionStage<Wiped> wipe(DeploymentId id) {
        var keeper = keeper(id);
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return keeper.wipe();
                    } catch (IOException e) {
                        throw new CompletionException("the collected data of " + id + " cannot be removed", e);
                    }
                },
                thread);
    }

    /** The endpoint is deleted, and what was collected of it, whichever deployments it had. */
    public void forget(EndpointName endpoint) {
        collectors.keySet().removeIf(id -> id.endpoint().equals(endpoint));
        keepers.forEach((id, keeper) -> {
            if (id.endpoint().equals(endpoint)) {
                keeper.forget();
            }
        });
        keepers.keySet().removeIf(id -> id.endpoint().equals(endpoint));
        thread.execute(() -> remove(folderOf(endpoint)));
    }

    private static void remove(Path folder) {
        try {
            FileTree.of(folder).delete();
        } catch (IOException e) {
            LOG.warn("the collected data in {} cannot be removed", folder, e);
        }
    }

    private Keeper keeper(DeploymentId id) {
        return keepers.computeIfAbsent(id, this::opened);
    }

    private Keeper opened(DeploymentId id) {
        var folder = folderOf(id.endpoint()).resolve(id.deployment().folded());
        var keeper = new Keeper(id, folder, new DeploymentFiles(folder, run, limits), clock, ids);
        thread.execute(keeper::open);
        return keeper;
    }

    private Path folderOf(EndpointName endpoint) {
        return root.resolve(endpoint.folded());
    }
}
