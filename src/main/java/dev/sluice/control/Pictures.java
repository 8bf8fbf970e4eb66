package dev.sluice.control;

import java.util.function.Consumer;

/**
 * Shows each newer picture to those who watch, unless nothing has changed: a console that redraws for nothing costs its
 * user's battery. For the runtime's thread only.
 */
final class Pictures<T> {

    private final Audience<T> watchers = new Audience<>();
    private T shown;

    /** @param shown what a picture is compared with that nobody has seen yet */
    Pictures(T shown) {
        this.shown = shown;
    }

    void show(T picture) {
        if (!picture.equals(shown)) {
            shown = picture;
            watchers.tell(picture);
        }
    }

    /** The others see {@code present} too: otherwise it would be news for them only, and old for who has just come. */
    void watch(Consumer<T> watcher, T present) {
        show(present);
        watchers.add(watcher);
        watchers.tell(watcher, present);
    }

    void unwatch(Consumer<T> watcher) {
        watchers.remove(watcher);
    }
}
