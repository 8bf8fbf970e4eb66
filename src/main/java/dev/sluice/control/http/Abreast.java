package dev.sluice.control.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the answer to a command back until those who watch the fleet have been shown what it did, as it is in the
 * runtime's own process: who has been told "done" looks at the picture next. Those whose stream is broken are not waited
 * for. For the courier's thread only.
 */
final class Abreast {

    private record Held(long revision, Runnable answer) {}

    private final Map<Watch<?>, Long> shown = new HashMap<>();
    private final List<Held> held = new ArrayList<>();

    /** It is about to be shown the present picture. */
    void joins(Watch<?> watch) {
        shown.put(watch, Long.MIN_VALUE);
    }

    void shows(Watch<?> watch, long revision) {
        shown.put(watch, revision);
        release();
    }

    void leaves(Watch<?> watch) {
        shown.remove(watch);
        release();
    }

    /** Gives {@code answer} when everybody has seen {@code revision}, which may be at once. The result gives it now. */
    Runnable when(long revision, Runnable answer) {
        var waiting = new Held(revision, answer);
        held.add(waiting);
        release();
        return () -> {
            if (held.remove(waiting)) {
                answer.run();
            }
        };
    }

    private void release() {
        var due = held.stream().filter(one -> hasBeenSeen(one.revision())).toList();
        held.removeAll(due);
        due.forEach(one -> one.answer().run());
    }

    private boolean hasBeenSeen(long revision) {
        return shown.values().stream().allMatch(newest -> newest >= revision);
    }
}
