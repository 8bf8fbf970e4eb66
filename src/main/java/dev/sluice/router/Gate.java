package dev.sluice.router;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts requests in flight through a deployment or an instance, up to a limit, until it is closed for draining. Gates
 * outlive route tables, so that the count holds when tables are swapped. Lock-free; safe from any thread.
 */
public final class Gate {

    /** The sign bit means draining; the rest counts. */
    private static final int DRAINING = Integer.MIN_VALUE;

    private final AtomicInteger state = new AtomicInteger();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private final WaitingLine line = new WaitingLine();

    /** Those that a deployment's gate has let in and that wait for one of its instances. It lives as long as the gate. */
    public WaitingLine line() {
        return line;
    }

    public int inFlight() {
        return state.get() & Integer.MAX_VALUE;
    }

    public boolean isDraining() {
        return state.get() < 0;
    }

    /** Lets one request in unless {@code most} are in already or the gate is draining. */
    public boolean enter(int most) {
        while (true) {
            int before = state.get();
            if (before < 0 || before >= most) {
                return false;
            }
            if (state.compareAndSet(before, before + 1)) {
                return true;
            }
        }
    }

    /** Lets one out; exactly once for each {@link #enter} that succeeded. */
    public void leave() {
        if (state.decrementAndGet() == DRAINING) {
            drained.complete(null);
        }
    }

    /** Lets no more in from now on; completes when the last one is out. May be called again. */
    public CompletionStage<Void> drain() {
        if (state.updateAndGet(now -> now | DRAINING) == DRAINING) {
            drained.complete(null);
        }
        return drained;
    }
}
