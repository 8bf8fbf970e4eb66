package dev.sluice.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.sluice.domain.Activity;
import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.Happening;
import dev.sluice.domain.Pins;
import dev.sluice.domain.Substitution;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What is registered, which version of which deployment runs it, and what stands in for assets of the cloud. Each method
 * is one transaction and throws {@link StoreException} if the file cannot be used. Safe from any
 * thread.
 */
public final class AssetBook {

    private final Object lock;
    private final Path file;
    private final Clock clock;
    private final Handle handle;
    private final Journal journal;

    /** @param lock whoever holds it has the handle alone */
    AssetBook(Object lock, Path file, Clock clock, Handle handle, Journal journal) {
        this.lock = lock;
        this.file = file;
        this.clock = clock;
        this.handle = handle;
        this.journal = journal;
    }

    public List<Asset> assets() {
        return attempt(() -> handle.createQuery("SELECT kind, name, version, definition, naming, hash, folder, bytes,"
                        + " created_at, archived FROM asset")
                .map((row, context) -> asset(row))
                .list());
    }

    /** By the generation of the deployment's version. */
    public Map<Long, Pins> pins() {
        return attempt(() -> handle
                .createQuery("SELECT generation, kind, name, version FROM asset_pin")
                .map((row, context) -> Map.entry(row.getLong("generation"), id(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, entry -> Pins.of(entry.getValue()))));
    }

    /** In the order in which they are tried. */
    public List<Substitution> substitutions() {
        return attempt(() -> handle.createQuery("SELECT pattern, reference FROM asset_substitution ORDER BY position")
                .map((row, context) -> new Substitution(row.getString("pattern"), row.getString("reference")))
                .list());
    }

    /** Adds an asset, or puts it in the place of the one of its name and version. */
    public Activity put(Asset asset, Happening happening) {
        return change(happening, () -> insert(asset));
    }

    public Activity remove(AssetId id, Happening happening) {
        return change(happening, () -> delete(id));
    }

    private void delete(AssetId id) {
        handle.createUpdate("DELETE FROM asset WHERE kind = :kind AND name = :name AND version = :version")
                .bind("kind", id.kind().name())
                .bind("name", id.name())
                .bind("version", id.version())
                .execute();
    }

    /** Forgets what nobody has registered by hand and nothing is made of; that is no event. */
    public void forget(Collection<AssetId> ids) {
        attempt(() -> handle.inTransaction(transaction -> {
            ids.forEach(this::delete);
            return ids;
        }));
    }

    public Activity substitute(List<Substitution> substitutions, Happening happening) {
        return change(happening, () -> {
            handle.execute("DELETE FROM asset_substitution");
            for (int i = 0; i < substitutions.size(); i++) {
                var substitution = substitutions.get(i);
                handle.execute(
                        "INSERT INTO asset_substitution (position, pattern, reference) VALUES (?, ?, ?)",
                        i,
                        substitution.pattern(),
                        substitution.reference());
            }
        });
    }

    /** Registers what a deployment's version is made of, and that it is made of it. */
    public void pin(long generation, Pins pins, Collection<Asset> assets) {
        attempt(() -> handle.inTransaction(transaction -> {
            assets.forEach(this::insert);
            pins.ids()
                    .forEach(id -> handle.execute(
                            "INSERT OR REPLACE INTO asset_pin (generation, kind, name, version) VALUES (?, ?, ?, ?)",
                            generation,
                            id.kind().name(),
                            id.name(),
                            id.version()));
            return pins;
        }));
    }

    /** Forgets what versions of deployments that are gone were made of. */
    public void unpin(Set<Long> generations) {
        attempt(() -> handle.inTransaction(transaction -> {
            generations.forEach(generation -> handle.execute("DELETE FROM asset_pin WHERE generation = ?", generation));
            return generations;
        }));
    }

    private Activity change(Happening happening, Runnable change) {
        return attempt(() -> handle.inTransaction(transaction -> {
            change.run();
            return journal.add(clock.instant(), happening);
        }));
    }

    private <T> T attempt(StateFile.Work<T> work) {
        synchronized (lock) {
            return StateFile.attempt(file, work);
        }
    }

    private void insert(Asset asset) {
        handle.createUpdate("INSERT OR REPLACE INTO asset (kind, name, version, definition, naming, hash, folder,"
                        + " bytes, created_at, archived) VALUES (:kind, :name, :version, :definition, :naming, :hash,"
                        + " :folder, :bytes, :created, :archived)")
                .bind("kind", asset.id().kind().name())
                .bind("name", asset.id().name())
                .bind("version", asset.id().version())
                .bind("definition", DefinitionEntry.write(asset.definition()))
                .bind("naming", asset.naming().name())
                .bind("hash", asset.content().hash())
                .bind("folder", asset.content().folder())
                .bind("bytes", asset.content().bytes())
                .bind("created", asset.created().toString())
                .bind("archived", asset.archived())
                .execute();
    }

    private static Asset asset(ResultSet row) throws SQLException {
        var id = id(row);
        return new Asset(
                id,
                DefinitionEntry.read(id, row.getString("definition")),
                Asset.Naming.valueOf(row.getString("naming")),
                new Asset.Content(row.getString("hash"), row.getString("folder"), row.getLong("bytes")),
                Instant.parse(row.getString("created_at")),
                row.getBoolean("archived"));
    }

    private static AssetId id(ResultSet row) throws SQLException {
        return new AssetId(AssetKind.valueOf(row.getString("kind")), row.getString("name"), row.getString("version"));
    }
}
