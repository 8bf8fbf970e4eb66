package dev.sluice.console.logs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.animation.AnimationTimer;

/** Measures the time from each frame of the toolkit to the next. For the UI thread only. */
final class LongestFrame extends AnimationTimer {

    private final List<Long> millis = new ArrayList<>();
    private long last;

    @Override
    public void handle(long now) {
        if (last > 0) {
            millis.add((now - last) / 1_000_000);
        }
        last = now;
    }

    @Override
    public String toString() {
        var sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return millis.size() + " frames, median " + sorted.get(sorted.size() / 2) + " ms, 99th percentile "
                + sorted.get(sorted.size() * 99 / 100) + " ms, longest " + sorted.get(sorted.size() - 1) + " ms";
    }
}
