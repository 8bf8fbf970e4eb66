package dev.sluice.store;

import dev.sluice.domain.Activity;

/** What a save has made: a revision, and in the same transaction an entry of the journal. */
public record Saved(long revision, Activity activity) {}
