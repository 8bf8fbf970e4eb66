package dev.sluice.console.overview;

import dev.sluice.control.Fleet;

/**
 * One thing as the overview shows it. Built when the thing is first looked at and kept for the next time, since building is
 * what takes long; a text that is being edited stays in it. For the UI thread only.
 */
interface Picture {

    Sheets sheets();

    /** What its rates are taken from, while it is seen. */
    Rates rates();

    /** Takes in a newer state of things. */
    void show(Fleet fleet);

    /** It is no longer seen: what was uncovered is covered again. */
    void rest();

    /** Time has passed. */
    default void tick() {}

    /** Whether something in it takes longer and longer. */
    default boolean isUnderWay() {
        return false;
    }
}
