package dev.sluice.console.gallery;

import java.util.function.Consumer;

/**
 * A state that a page can be in.
 *
 * @param name its picture's, {@code <page>-<what>}
 * @param steps how a window that was just opened comes into it
 */
record State(String name, Consumer<Showcase> steps) {

    static State of(String name, Consumer<Showcase> steps) {
        return new State(name, steps);
    }

    @Override
    public String toString() {
        return name;
    }
}
