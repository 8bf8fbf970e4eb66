package dev.sluice.collect;

import dev.sluice.domain.CollectedData;
import dev.sluice.domain.CollectedData.Wiped;
import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DataCollection.Rolling;
import dev.sluice.domain.DeploymentId;
import dev.sluice.metrics.CollectionMeter;
import dev.sluice.metrics.CollectionMeter.Loss;
import dev.sluice.router.Passage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what one deployment's collector takes. For the collector's thread only, but for {@link #found} and
 * {@link #forget}, which are for any.
 */
final class Keeper {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private final DeploymentId deployment;
    private final Path folder;
    private final DeploymentFiles files;
    private final Clock clock;
    private final Supplier<String> ids;
    private volatile Found found = new Found(0, 0, "");
    private volatile boolean forgotten;

    /** How things stand on the disk. */
    record Found(long bytes, long removed, String trouble) {}

    /** @param ids of records, never twice the same */
    Keeper(DeploymentId deployment, Path folder, DeploymentFiles files, Clock clock, Supplier<String> ids) {
        this.deployment = deployment;
        this.folder = folder;
        this.files = files;
        this.clock = clock;
        this.ids = ids;
    }

    /** Looks at what earlier runs have left. */
    void open() {
        try {
            files.open();
            look("");
        } catch (IOException e) {
            failed(e);
        }
    }

    void keep(Passage passage, Rolling rolling, CollectionMeter meter) {
        passage.request().ifPresent(body -> keep(DataCollection.REQUESTS, passage, body, rolling, meter));
        passage.answer().ifPresent(body -> keep(DataCollection.ANSWERS, passage, body, rolling, meter));
    }

    Wiped wipe() throws IOException {
        var wiped = files.wipe();
        look("");
        return wiped;
    }

    /** The endpoint is being deleted: what is still to come is of no use to anybody. */
    void forget() {
        forgotten = true;
    }

    CollectedData state(CollectionMeter meter) {
        var now = found;
        var totals = meter.totals();
        return new CollectedData(
                folder.toString(), now.bytes(), totals.records(), totals.losses(), now.removed(), now.trouble());
    }

    private void keep(String collection, Passage passage, Passage.Body body, Rolling rolling, CollectionMeter meter) {
        if (forgotten) {
            return;
        }
        try {
            meter.kept(collection, written(collection, passage, body, rolling));
            look("");
        } catch (IOException e) {
            meter.lost(collection, Loss.DISK);
            failed(e);
        }
    }

    private long written(String collection, Passage passage, Passage.Body body, Rolling rolling) throws IOException {
        var time = clock.instant();
        var into = files.folderOf(collection, rolling, time);
        var event = new EventLine(ids.get(), deployment, time, passage);
        var payload = Payload.of(body);
        var beside = into.resolve(event.id());
        if (payload instanceof Payload.Binary binary) {
            files.put(beside, binary.bytes());
        }
        return files.append(
                        collection,
                        into,
                        event.of(collection, body, payload, beside.toUri().toString()))
                + (payload instanceof Payload.Binary binary ? binary.bytes().length : 0);
    }

    /** A disk that stays full is told once, not with each request. */
    private void failed(IOException e) {
        if (found.trouble().isEmpty()) {
            LOG.warn("the collected data of {} cannot be written", deployment, e);
        }
        look(e.getMessage() == null ? e.toString() : e.getMessage());
    }

    private void look(String trouble) {
        found = new Found(files.bytes(), files.removed(), trouble);
    }
}
