package dev.sluice.console.traffic;

import dev.sluice.domain.Routing;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * The changes of one endpoint's routing that were made here, to be taken back and made again. Each knows the whole
 * routing before and after it, so that taking it back restores what was, whatever others have done meanwhile. The
 * oldest beyond {@value #MOST} are forgotten.
 */
final class RoutingHistory {

    static final int MOST = 100;

    /** One step: the whole routing before and after it. */
    record Change(Routing before, Routing after) {}

    private final ArrayDeque<Change> done = new ArrayDeque<>();
    private final ArrayDeque<Change> undone = new ArrayDeque<>();

    /** A new change; what was taken back before it cannot be made again any more. */
    void did(Change change) {
        undone.clear();
        done.push(change);
        if (done.size() > MOST) {
            done.removeLast();
        }
    }

    Optional<Change> toUndo() {
        return Optional.ofNullable(done.peek());
    }

    Optional<Change> toRedo() {
        return Optional.ofNullable(undone.peek());
    }

    /** What {@link #toUndo} handed out has been taken back. */
    void undid() {
        undone.push(done.pop());
    }

    /** What {@link #toRedo} handed out has been made again. */
    void redid() {
        done.push(undone.pop());
    }
}
