package dev.sluice.reconcile;

import java.time.Instant;
import java.util.List;

/** An instance that ended by itself, or was given up: why, and with which last lines of its log. */
public record Exit(String instance, Instant at, String reason, List<String> lastLines) {
    public Exit {
        lastLines = List.copyOf(lastLines);
    }
}
