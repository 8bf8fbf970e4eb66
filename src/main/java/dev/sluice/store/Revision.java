package dev.sluice.store;

import java.time.Instant;

/** One change of the desired state: its number, when it was written, and what it did in a few words. */
public record Revision(long number, Instant at, String summary) {}
