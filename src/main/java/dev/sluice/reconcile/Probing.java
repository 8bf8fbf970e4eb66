package dev.sluice.reconcile;

import dev.sluice.reconcile.Prober.Finding;
import java.time.Duration;
import java.time.Instant;

/** One look at an instance's health: which probe, when it was asked, what was found, and how long the answer took. */
public record Probing(Kind kind, Instant at, Finding finding, Duration took) {

    /** Which of the two probes. */
    public enum Kind {
        READINESS,
        LIVENESS
    }
}
