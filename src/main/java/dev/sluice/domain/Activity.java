package dev.sluice.domain;

import java.time.Instant;

/** One entry of the journal. Numbers grow with time and are never used again. */
public record Activity(long number, Instant at, Happening happening) {

    public Actor actor() {
        return happening.actor();
    }

    public Deed deed() {
        return happening.deed();
    }

    public Happening.Verdict verdict() {
        return happening.verdict();
    }

    public String why() {
        return happening.why();
    }
}
