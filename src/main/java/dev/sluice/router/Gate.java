package dev.sluice.router;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts requests in flight through a deployment or an instance, up to a limit, until it is closed: for good, to be
 * drained, or until it is opened again. Gates outlive route tables, so that the count holds when tables are swapped.
 * Lock-free; safe from any thread.
 */
public final class Gate {

    /** The sign bit means draining, the next one closed for now; the rest counts. */
    private static final int DRAINING = Integer.MIN_VALUE;

    private static final int CLOSED = 1 << 30;
    private static final int COUNT = CLOSED - 1;

    private final AtomicInteger state = new AtomicInteger();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private final WaitingLine line = new WaitingLine();

    /** Those that a deployment's gate has let in and that wait for one of its instances. It lives as long as the gate. */
    public WaitingLine line() {
        return line;
    }

    public int inFlight() {
        return state.get() & COUNT;
    }

    public boolean isDraining() {
        return state.get() < 0;
    }

    public boolean isOpen() {
        return (state.get() & ~COUNT) == 0;
    }

    /** Lets no more in until it is opened again; those that are in stay. */
    public void close() {
        state.updateAndGet(now -> now | CLOSED);
    }

    /** Lets requests in again, unless it is draining. */
    public void open() {
        state.updateAndGet(now -> now & ~CLOSED);
    }

    /** Lets one request in unless {@code most} are in already or the gate is not open. */
    public boolean enter(int most) {
        while (true) {
            int before = state.get();
            // A gate that is closed, in either way, reads as negative or as more than any limit.
            if (before < 0 || before >= Math.min(most, CLOSED)) {
                return false;
            }
            if (state.compareAndSet(before, before + 1)) {
                return true;
            }
        }
    }

    /** Lets one out; exactly once for each {@link #enter} that succeeded. */
    public void leave() {
        completeIfDrained(state.decrementAndGet());
    }

    /** Lets no more in from now on; completes when the last one is out. May be called again. */
    public CompletionStage<Void> drain() {
        completeIfDrained(state.updateAndGet(now -> now | DRAINING));
        return drained;
    }

    private void completeIfDrained(int now) {
        if ((now & ~CLOSED) == DRAINING) {
            drained.complete(null);
        }
    }
}
