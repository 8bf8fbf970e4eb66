package dev.sluice.control;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.sluice.assets.AssetException;
import dev.sluice.assets.Catalog;
import dev.sluice.assets.Draft;
import dev.sluice.assets.Library;
import dev.sluice.assets.Registration;
import dev.sluice.assets.Settlement;
import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.Pins;
import dev.sluice.store.AssetBook;
import dev.sluice.store.StoreException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is registered, and which version of which deployment is made of it. A version of a deployment, known by its
 * generation, is pinned to its assets when its files are unpacked, and so they stay. For the runtime's thread only.
 */
final class Registry {

    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);

    /** So much code that no deployment has stays: a file that was written by {@code show} shall bring it back. */
    static final int UNUSED_CODES = 20;

    private final AssetBook book;
    private final Library library;
    private final Clock clock;
    private final Deletions deletions;
    private final Map<Long, Pins> pins;
    private Catalog catalog;

    Registry(AssetBook book, Library library, Clock clock, Deletions deletions) {
        this.book = book;
        this.library = library;
        this.clock = clock;
        this.deletions = deletions;
        this.catalog = Catalog.of(book.assets(), book.substitutions());
        this.pins = new HashMap<>(book.pins());
    }

    /** Throws away what nobody names any more, or what a crash has left. */
    void tidy(DesiredState desired) {
        forgetAllBut(desired);
        forgetOldCode(desired);
        for (var kind : AssetKind.values()) {
            var wanted = catalog.of(kind).map(asset -> asset.content().folder()).collect(toUnmodifiableSet());
            deletions.delete(library.retireAllBut(kind, wanted));
        }
    }

    /** Nobody registers code by hand, or could delete it: of what no deployment has, the oldest goes. */
    private void forgetOldCode(DesiredState desired) {
        var uses = uses(desired);
        var old = catalog.of(AssetKind.CODE)
                .filter(code -> uses.of(code.id()).isEmpty())
                .sorted(Comparator.comparing(Asset::created).reversed())
                .skip(UNUSED_CODES)
                .toList();
        if (!old.isEmpty()) {
            forget(old);
        }
    }

    /** If that cannot be stored now, the next look tries again. */
    private void forget(List<Asset> old) {
        try {
            book.forget(old.stream().map(Asset::id).toList());
            old.forEach(code -> catalog = catalog.without(code.id()));
            old.forEach(this::discard);
        } catch (StoreException e) {
            LOG.warn("not forgotten yet: {}", old, e);
        }
    }

    Catalog catalog() {
        return catalog;
    }

    /** It is in the book already. */
    void now(Catalog changed) {
        catalog = changed;
    }

    Settlement settle(DeploymentSpec spec) {
        return Settlement.of(catalog, spec);
    }

    Optional<Pins> pinsOf(long generation) {
        return Optional.ofNullable(pins.get(generation));
    }

    List<Asset> pinned(Pins to) {
        return to.ids().stream().flatMap(id -> catalog.asset(id).stream()).toList();
    }

    /**
     * Registers what a deployment's version defines inline, and pins it to that and to what it refers to.
     *
     * @throws AssetException if one of them stands for something else already
     */
    Pins pin(long generation, Pins referred, List<Draft> drafts) {
        var next = catalog;
        var ids = new HashSet<>(referred.ids());
        var assets = new ArrayList<Asset>();
        for (var draft : drafts) {
            var asset = Registration.of(next, draft, clock.instant());
            ids.add(asset.id());
            if (next.asset(asset.id()).isEmpty()) {
                assets.add(asset);
                next = next.with(asset);
            }
        }
        var made = Pins.of(ids);
        book.pin(generation, made, assets);
        catalog = next;
        pins.put(generation, made);
        return made;
    }

    /** Forgets the versions of deployments that are wanted no more. */
    void forgetAllBut(DesiredState desired) {
        var wanted = Uses.generations(desired);
        Set<Long> gone = pins.keySet().stream()
                .filter(generation -> !wanted.contains(generation))
                .collect(toUnmodifiableSet());
        if (!gone.isEmpty()) {
            forget(gone);
            forgetOldCode(desired);
        }
    }

    /** If it cannot be stored now, the next look tries again. */
    private void forget(Set<Long> gone) {
        try {
            book.unpin(gone);
            pins.keySet().removeAll(gone);
        } catch (StoreException e) {
            LOG.warn("not forgotten yet what versions {} were made of", gone, e);
        }
    }

    Uses uses(DesiredState desired) {
        return Uses.of(desired, pins, catalog);
    }

    Inventory inventory(DesiredState desired) {
        var uses = uses(desired);
        return new Inventory(
                catalog.assets().values().stream()
                        .map(asset -> new Inventory.Held(asset, uses.of(asset.id())))
                        .toList(),
                catalog.substitutions());
    }

    /** The asset is registered no more: its files go, unless another one has the same. */
    void discard(Asset asset) {
        var kind = asset.id().kind();
        var folder = asset.content().folder();
        if (!folder.isEmpty() && !catalog.needs(kind, folder)) {
            retire(kind, folder);
        }
    }

    private CompletionStage<Void> retire(AssetKind kind, String folder) {
        return deletions.delete(library.retire(kind, folder).stream().toList());
    }

    /**
     * Whoever has had them copied needs them no more: the files go, unless an asset has the same. Completes when they are
     * gone, and fails, with a sentence for people, if that cannot be: the next start tries again.
     */
    CompletionStage<Void> giveBack(List<Draft> drafts) {
        return CompletableFuture.allOf(drafts.stream()
                .flatMap(draft -> draft.kept().stream())
                .map(this::giveBack)
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture<?>[]::new));
    }

    private CompletionStage<Void> giveBack(Library.Kept kept) {
        library.release(kept);
        try {
            return catalog.needs(kept.kind(), kept.folder())
                    ? CompletableFuture.completedFuture(null)
                    : retire(kept.kind(), kept.folder());
        } catch (UncheckedIOException e) {
            LOG.warn("a copy that nobody needs stays until the next start", e);
            return CompletableFuture.failedFuture(e);
        }
    }
}
