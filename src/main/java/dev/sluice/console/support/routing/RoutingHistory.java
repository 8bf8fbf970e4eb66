package dev.sluice.console.support.routing;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * The changes of one endpoint's routing that were made here, to be taken back and made again. Each knows the whole
 * routing before and after it, so that it can be told whether others have changed it meanwhile. The oldest beyond
 * {@value #MOST} are forgotten.
 */
final class RoutingHistory {

    static final int MOST = 100;

    private final ArrayDeque<RoutingChange> done = new ArrayDeque<>();
    private final ArrayDeque<RoutingChange> undone = new ArrayDeque<>();

    /** A new change; what was taken back before it cannot be made again any more. */
    void did(RoutingChange change) {
        undone.clear();
        done.push(change);
        if (done.size() > MOST) {
            done.removeLast();
        }
    }

    Optional<RoutingChange> toUndo() {
        return Optional.ofNullable(done.peek());
    }

    Optional<RoutingChange> toRedo() {
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
