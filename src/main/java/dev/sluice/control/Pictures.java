package dev.sluice.control;

import java.util.List;
import java.util.function.Consumer;

/**
 * Shows each newer picture of the fleet to those who watch, unless nothing has changed: a console that redraws for nothing
 * costs its user's battery. For the runtime's thread only.
 */
final class Pictures {

    private final Audience<Fleet> watchers = new Audience<>();
    private Fleet shown = new Fleet(-1, new Fleet.Runtime("", "", "", 0, 0), List.of(), List.of());

    void show(Fleet fleet) {
        if (!fleet.equals(shown)) {
            shown = fleet;
            watchers.tell(fleet);
        }
    }

    void watch(Consumer<Fleet> watcher, Fleet present) {
        watchers.add(watcher);
        watchers.tell(watcher, present);
    }

    void unwatch(Consumer<Fleet> watcher) {
        watchers.remove(watcher);
    }
}
