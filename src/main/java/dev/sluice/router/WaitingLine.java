package dev.sluice.router;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The admitted requests that wait for a place at an instance of one deployment, first come, first served. Lock-free;
 * safe from any thread.
 *
 * <p>No wake-up is lost because both sides look after they act: who gives a place back leaves the instance's gate and
 * then looks into the line, who joins the line does so and then looks at the gates. Whichever comes second sees the
 * other.
 */
public final class WaitingLine {

    /** One that waits. Called from any thread, at most once in all. */
    public interface Waiter {

        /** It has entered {@code place}'s gate and must give the place back when done. */
        void placeGiven(Upstream place);

        /** There is no instance left to wait for. */
        void turnedAway();
    }

    private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();

    public boolean isEmpty() {
        return waiters.isEmpty();
    }

    /** How many wait, counted one by one. */
    public int size() {
        return waiters.size();
    }

    public void join(Waiter waiter) {
        waiters.add(waiter);
    }

    /** True if it was still waiting; false if it was given a place or turned away already. */
    public boolean quit(Waiter waiter) {
        return waiters.remove(waiter);
    }

    /** Gives those first in line what places {@code upstream} has free, at {@code most} in all. */
    public void serve(Upstream upstream, int most) {
        while (!waiters.isEmpty() && upstream.gate().enter(most)) {
            var first = waiters.poll();
            if (first != null) {
                first.placeGiven(upstream);
            } else {
                // Another thread served the last one. Someone may have joined since: look again after leaving.
                upstream.gate().leave();
            }
        }
    }

    public void turnAllAway() {
        for (var waiter = waiters.poll(); waiter != null; waiter = waiters.poll()) {
            waiter.turnedAway();
        }
    }
}
