package dev.sluice.console.support;

import dev.sluice.domain.AssetKind;
import java.util.HashMap;
import java.util.Map;

/**
 * The registrations that this window has begun, and which of them it has cancelled itself: their end is told to whoever
 * began them, unless the same person has just been told so by the cancelling. For the UI thread only.
 */
public final class OwnRegistrations {

    private record Named(AssetKind kind, String name) {}

    private final Map<Named, Boolean> cancelledHere = new HashMap<>();

    /** @param name with the version, if there is one */
    public void begun(AssetKind kind, String name) {
        cancelledHere.put(new Named(kind, name), false);
    }

    /** Means nothing for what another window has begun. */
    public void cancelledHere(AssetKind kind, String name) {
        cancelledHere.computeIfPresent(new Named(kind, name), (named, before) -> true);
    }

    /** Whether it was cancelled here; nobody is asked for it again. */
    public boolean ended(AssetKind kind, String name) {
        return Boolean.TRUE.equals(cancelledHere.remove(new Named(kind, name)));
    }
}
