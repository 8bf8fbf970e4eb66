package dev.sluice.router.http;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How much copies may hold, all of them together, and how many live answers are kept for them at once. Lock-free; safe from any thread. */
final class MirrorRoom {

    private final RouterSettings.Shadow limits;
    private final AtomicInteger copies = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    MirrorRoom(RouterSettings.Shadow limits) {
        this.limits = limits;
    }

    /** False if there are as many copies as there may be; else to be given back once. */
    boolean takeCopy() {
        return take(copies);
    }

    void giveBackCopy() {
        copies.decrementAndGet();
    }

    /** False if as many live answers are kept as there may be copies: one may take longer than its copy. */
    boolean takeAnswer() {
        return take(answers);
    }

    void giveBackAnswer() {
        answers.decrementAndGet();
    }

    private boolean take(AtomicInteger taken) {
        if (taken.incrementAndGet() > limits.inFlight() + limits.waiting()) {
            taken.decrementAndGet();
            return false;
        }
        return true;
    }

    /** False, and nothing taken, if that would be more than there may be. */
    boolean takeBytes(int more) {
        if (bytes.addAndGet(more) > limits.bytes()) {
            bytes.addAndGet(-more);
            return false;
        }
        return true;
    }

    void giveBackBytes(int fewer) {
        bytes.addAndGet(-fewer);
    }
}
