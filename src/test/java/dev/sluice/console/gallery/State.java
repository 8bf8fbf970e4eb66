package dev.sluice.console.gallery;

import java.util.function.Consumer;

/**
 * A state that a page can be in.
 *
 * @param name its picture's, {@code <page>-<what>}
 * @param setting what the window is opened upon
 * @param steps how a window that was just opened comes into it
 */
record State(String name, Setting setting, Consumer<Showcase> steps) {

    static State of(String name, Consumer<Showcase> steps) {
        return new State(name, Setting.USUAL, steps);
    }

    State upon(Setting other) {
        return new State(name, other, steps);
    }

    @Override
    public String toString() {
        return name;
    }
}
