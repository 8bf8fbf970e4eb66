package dev.sluice.control.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the answer to a command back until those who watch the fleet, or what is registered, have been shown what it did,
 * as it is in the runtime's own process: who has been told "done" looks at the picture next. What they have been shown is
 * known by the numbers of {@link Milestones}. Those whose stream is broken are not waited for. For the courier's thread only.
 */
final class Abreast {

    private record Held(long number, Runnable answer) {}

    private final Map<Object, Long> shown = new HashMap<>();
    private final List<Held> held = new ArrayList<>();

    /** @param watch is about to be shown the present picture */
    void joins(Object watch) {
        shown.put(watch, Long.MIN_VALUE);
    }

    void shows(Object watch, long number) {
        shown.put(watch, number);
        release();
    }

    void leaves(Object watch) {
        shown.remove(watch);
        release();
    }

    /** Gives {@code answer} when everybody has been shown {@code number}, which may be at once. The result gives it now. */
    Runnable when(long number, Runnable answer) {
        var waiting = new Held(number, answer);
        held.add(waiting);
        release();
        return () -> {
            if (held.remove(waiting)) {
                answer.run();
            }
        };
    }

    private void release() {
        var due = held.stream().filter(one -> hasBeenShown(one.number())).toList();
        held.removeAll(due);
        due.forEach(one -> one.answer().run());
    }

    private boolean hasBeenShown(long number) {
        return shown.values().stream().allMatch(newest -> newest >= number);
    }
}
