package dev.sluice.store;

import dev.sluice.domain.DesiredState;

/** The desired state as it is on disk. Revision 0 is the empty state before anything was saved. */
public record Stored(DesiredState state, long revision) {}
