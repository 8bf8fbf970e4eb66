package dev.sluice.reconcile;

import dev.sluice.reconcile.Prober.Finding;
import java.time.Duration;
import java.time.Instant;

/** One look at an instance's health: when it was asked, what was found, and how long the answer took. */
public record Probing(Instant at, Finding finding, Duration took) {}
