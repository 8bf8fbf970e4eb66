package dev.sluice.console.support;

import java.time.Instant;

/** A line of what a job of the runtime's or an errand of the window's own has told while it was in that step. */
public record JobLine(Instant at, String step, String text) {}
