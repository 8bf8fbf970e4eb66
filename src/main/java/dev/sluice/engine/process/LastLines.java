package dev.sluice.engine.process;

import java.util.ArrayDeque;
import java.util.List;

/** Keeps the last few of the lines that come by. For one thread. */
final class LastLines {

    /** Nobody reads more at once, and no caller can make us hold more: half an hour of 25 lines a second. */
    private static final int MOST = 50_000;

    private final ArrayDeque<String> kept = new ArrayDeque<>();
    private final int most;

    LastLines(int most) {
        this.most = Math.min(MOST, most);
    }

    void add(String line) {
        kept.addLast(line);
        if (kept.size() > most) {
            kept.removeFirst();
        }
    }

    /** How many more there is room for. */
    int missing() {
        return most - kept.size();
    }

    /** Oldest first. */
    List<String> lines() {
        return List.copyOf(kept);
    }
}
