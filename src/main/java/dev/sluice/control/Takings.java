package dev.sluice.control;

import dev.sluice.control.Job.Line;
import dev.sluice.domain.AssetDefinition;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The registrations that run, and the newest that ended. For the runtime's thread only. */
final class Takings {

    private static final int KEPT = 20;

    private final Clock clock;
    private final LongSupplier ids;
    private final Deque<Taking> newestFirst = new ArrayDeque<>();

    /** @param ids which no job has */
    Takings(Clock clock, LongSupplier ids) {
        this.clock = clock;
        this.ids = ids;
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

    /** Newest first. */
    List<Registering> seen() {
        return newestFirst.stream().map(Taking::seen).toList();
    }

    /** The newest lines of what it has told, oldest first; none of one that is not known. */
    List<Line> log(long id) {
        return find(id).map(Taking::log).orElse(List.of());
    }
}
