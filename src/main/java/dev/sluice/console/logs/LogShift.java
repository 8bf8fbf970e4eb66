package dev.sluice.console.logs;

import java.util.List;

/**
 * Where the lines of a list went to when others came.
 *
 * @param forgotten how many went at the beginning
 * @param untouched how many after them have kept their order
 * @param again those after these
 * @param added what stands there now
 */
record LogShift(int forgotten, int untouched, List<LogEntry> again, List<LogEntry> added) {

    static final LogShift NONE = new LogShift(0, 0, List.of(), List.of());

    /** The place of the line that stood at this one; the first, if it has gone. */
    int of(int place) {
        int left = Math.max(0, place - forgotten);
        int moved = left - untouched;
        return moved < 0 || moved >= again.size() ? left : untouched + placeInAdded(again.get(moved));
    }

    /** By identity: two lines may say the same at the same time. */
    private int placeInAdded(LogEntry line) {
        int place = 0;
        while (added.get(place) != line) {
            place++;
        }
        return place;
    }
}
