package dev.sluice.control;

import dev.sluice.assets.Catalog;
import dev.sluice.control.Job.Line;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetKind;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The registrations that run, and the newest that ended. For the runtime's thread only. */
final class Takings {

    private static final int KEPT = 20;

    private final Clock clock;
    private final LongSupplier ids;
    private final Supplier<Catalog> catalog;
    private final Deque<Taking> newestFirst = new ArrayDeque<>();

    /**
     * @param ids which no job has
     * @param catalog what is registered now
     */
    Takings(Clock clock, LongSupplier ids, Supplier<Catalog> catalog) {
        this.clock = clock;
        this.ids = ids;
        this.catalog = catalog;
    }

    Taking begin(AssetDefinition definition) {
        var taking = new Taking(ids.getAsLong(), definition, clock);
        newestFirst.addFirst(taking);
        forgetOldest();
        return taking;
    }

    /** Only of those that have ended. */
    private void forgetOldest() {
        int surplus = newestFirst.size() - KEPT;
        for (var oldest = newestFirst.descendingIterator(); surplus > 0 && oldest.hasNext(); ) {
            if (!oldest.next().isRunning()) {
                oldest.remove();
                surplus--;
            }
        }
    }

    Optional<Taking> find(long id) {
        return newestFirst.stream().filter(taking -> taking.id() == id).findFirst();
    }

    /** Newest first, with what can be tried again marked: what was followed by another try has been overtaken by it. */
    List<Registering> seen() {
        var seen = new ArrayList<Registering>();
        var followed = new HashSet<Named>();
        for (var taking : newestFirst) {
            var now = taking.seen();
            boolean isNewest = followed.add(new Named(now.kind(), now.name()));
            seen.add(isNewest && taking.mayPass() && !isRegistered(taking.definition()) ? now.retryable() : now);
        }
        return List.copyOf(seen);
    }

    /** Somebody else may have registered it since, or a deployment that defines it inline. */
    private boolean isRegistered(AssetDefinition definition) {
        return catalog.get()
                .versions(definition.kind(), definition.name())
                .anyMatch(asset -> asset.id().version().equals(definition.version()));
    }

    private record Named(AssetKind kind, String name) {}

    /** What is registered if that is tried again; empty if it cannot be. */
    Optional<AssetDefinition> retryable(long id) {
        return seen().stream()
                .filter(registering -> registering.id() == id && registering.canRetry())
                .flatMap(registering -> find(id).stream())
                .map(Taking::definition)
                .findFirst();
    }

    /** The newest lines of what it has told, oldest first; none of one that is not known. */
    List<Line> log(long id) {
        return find(id).map(Taking::log).orElse(List.of());
    }
}
