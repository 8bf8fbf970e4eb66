package dev.sluice.engine.docker;

import java.util.ArrayList;
import java.util.List;

/**
 * The wish to stop, which reaches whatever is going on at that moment and keeps the next from beginning. Safe from any
 * thread.
 */
final class StopSignal {

    private final List<Runnable> hearers = new ArrayList<>();
    private boolean given;

    /** Is told once, at once if the signal was given already. */
    void whenGiven(Runnable stop) {
        synchronized (this) {
            if (!given) {
                hearers.add(stop);
                return;
            }
        }
        stop.run();
    }

    void give() {
        List<Runnable> told;
        synchronized (this) {
            if (given) {
                return;
            }
            given = true;
            told = List.copyOf(hearers);
        }
        told.forEach(Runnable::run);
    }

    synchronized boolean isGiven() {
        return given;
    }
}
