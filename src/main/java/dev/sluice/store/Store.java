package dev.sluice.store;

import dev.sluice.domain.Activity;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSecrets;
import dev.sluice.domain.Happening;
import dev.sluice.domain.Secret;
import dev.sluice.manifest.ManifestWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The desired state on disk, with its history, and the journal of what was asked for. Every save is one transaction: a crash leaves the state before or after,
 * never between. Endpoint keys are kept apart from the revisions, so that old keys do not live on in the history. Every
 * method throws {@link StoreException} if the file cannot be used. Safe from any thread.
 */
public final class Store implements AutoCloseable {

    /** How many revisions the history goes back. */
    public static final int KEPT_REVISIONS = 500;

    /** How many commands the journal goes back. */
    public static final int KEPT_COMMANDS = 10_000;

    /** How many things that happened by themselves the journal goes back. */
    public static final int KEPT_EVENTS = 5_000;

    private final Path file;
    private final Clock clock;
    private final Handle handle;
    private final Journal journal;

    private Store(Path file, Clock clock, Handle handle) {
        this.file = file;
        this.clock = clock;
        this.handle = handle;
        this.journal = new Journal(handle);
    }

    /** Opens the file, or makes it with its folder, for this program alone until it is closed. */
    public static Store open(Path file, Clock clock) {
        return new Store(file, clock, StateFile.open(file));
    }

    /** The newest state. */
    public synchronized Stored load() {
        return StateFile.attempt(
                file,
                () -> handle.createQuery("SELECT number, document FROM revision ORDER BY number DESC LIMIT 1")
                        .map((row, context) -> stored(row.getLong("number"), row.getString("document")))
                        .findOne()
                        .orElse(new Stored(DesiredState.EMPTY, 0)));
    }

    /**
     * Writes {@code next} as a new revision.
     *
     * @param summary what changed, for the history; no secrets
     * @return the revision's number
     * @throws IllegalArgumentException if a spec holds what its YAML cannot say (see {@link ManifestWriter}); nothing is
     *     written then
     */
    public synchronized long save(DesiredState next, String summary) {
        var document = RevisionDocument.write(next);
        var now = clock.instant();
        return StateFile.attempt(
                file, () -> handle.inTransaction(transaction -> replaceState(now, next, summary, document)));
    }

    /**
     * Writes {@code next} as a new revision and, with it or not at all, what led to it into the journal.
     *
     * @throws IllegalArgumentException as {@link #save(DesiredState, String)} does
     */
    public synchronized Saved save(DesiredState next, String summary, Happening happening) {
        var document = RevisionDocument.write(next);
        var now = clock.instant();
        return StateFile.attempt(
                file,
                () -> handle.inTransaction(transaction ->
                        new Saved(replaceState(now, next, summary, document), journal.add(now, happening))));
    }

    /** Writes into the journal what has changed no desired state. */
    public synchronized Activity record(Happening happening) {
        var now = clock.instant();
        return StateFile.attempt(file, () -> handle.inTransaction(transaction -> journal.add(now, happening)));
    }

    /** The newest entries of the journal among those with a smaller number, newest first. */
    public synchronized List<Activity> journalBefore(long number, int limit) {
        return StateFile.attempt(file, () -> journal.before(number, limit));
    }

    /** The newest revisions, newest first. */
    public synchronized List<Revision> history(int limit) {
        return StateFile.attempt(
                file,
                () -> handle.createQuery(
                                "SELECT number, written_at, summary FROM revision ORDER BY number DESC LIMIT :limit")
                        .bind("limit", limit)
                        .map((row, context) -> new Revision(
                                row.getLong("number"),
                                Instant.parse(row.getString("written_at")),
                                row.getString("summary")))
                        .list());
    }

    /** What is registered. It is closed with this. */
    public AssetBook assets() {
        return new AssetBook(this, file, clock, handle, journal);
    }

    @Override
    public synchronized void close() {
        handle.close();
    }

    private Stored stored(long number, String document) {
        try {
            return new Stored(RevisionDocument.read(document, secrets()), number);
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    "revision " + number + " is damaged: " + e.getMessage()
                            + ". Put back a copy, or move the file away to start empty",
                    e);
        }
    }

    private Map<EndpointName, EndpointSecrets> secrets() {
        return handle
                .createQuery("SELECT endpoint, primary_key, secondary_key, signing_key FROM endpoint_secret")
                .map((row, context) -> Map.entry(
                        new EndpointName(row.getString("endpoint")),
                        new EndpointSecrets(
                                new Secret(row.getString("primary_key")),
                                new Secret(row.getString("secondary_key")),
                                new Secret(row.getString("signing_key")))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private long replaceState(Instant at, DesiredState next, String summary, String document) {
        long number = addRevision(at, summary, document);
        replaceSecrets(next);
        forgetOldRevisions();
        return number;
    }

    private long addRevision(Instant at, String summary, String document) {
        return handle.createUpdate(
                        "INSERT INTO revision (written_at, summary, document) VALUES (:at, :summary, :document)")
                .bind("at", at.toString())
                .bind("summary", summary)
                .bind("document", document)
                .executeAndReturnGeneratedKeys("number")
                .mapTo(Long.class)
                .one();
    }

    private void replaceSecrets(DesiredState state) {
        handle.execute("DELETE FROM endpoint_secret");
        state.endpoints()
                .forEach((name, endpoint) -> handle.execute(
                        "INSERT INTO endpoint_secret (endpoint, primary_key, secondary_key, signing_key) VALUES (?, ?, ?, ?)",
                        name.folded(),
                        endpoint.secrets().primaryKey().reveal(),
                        endpoint.secrets().secondaryKey().reveal(),
                        endpoint.secrets().signingKey().reveal()));
    }

    private void forgetOldRevisions() {
        handle.execute(
                "DELETE FROM revision WHERE number NOT IN (SELECT number FROM revision ORDER BY number DESC LIMIT ?)",
                KEPT_REVISIONS);
    }
}
