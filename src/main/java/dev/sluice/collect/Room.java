package dev.sluice.collect;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes may wait to be written, of all deployments together. Lock-free; safe from any thread. */
final class Room {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    Room(long most) {
        this.most = most;
    }

    /** False, and nothing taken, if that would be more than there may be. */
    boolean take(int bytes) {
        if (taken.addAndGet(bytes) > most) {
            taken.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void giveBack(int bytes) {
        taken.addAndGet(-bytes);
    }
}
