package dev.sluice.router;

import dev.sluice.domain.Mirror;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Says of each next live request whether it is copied to the shadow, exactly: of any 100 requests in a row as many as
 * the mirror's percentage, evenly spread. Lock-free; safe from any thread.
 */
public final class MirrorRule {

    private final Mirror mirror;
    private final AtomicLong ticket = new AtomicLong();

    public MirrorRule(Mirror mirror) {
        this.mirror = mirror;
    }

    public Mirror mirror() {
        return mirror;
    }

    /** Takes the next live request into account; true if it is one of those to copy. */
    public boolean samplesNext() {
        if (!(mirror instanceof Mirror.To to)) {
            return false;
        }
        long before = ticket.getAndIncrement() * to.share().value();
        return (before + to.share().value()) / 100 > before / 100;
    }
}
