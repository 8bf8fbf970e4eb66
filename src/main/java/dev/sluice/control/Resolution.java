package dev.sluice.control;

import java.time.Duration;
import java.util.Optional;

/** How finely an endpoint's past is kept: the older, the coarser. */
public enum Resolution {
    SECOND(Duration.ofSeconds(1), 3600),
    FIVE_SECONDS(Duration.ofSeconds(5), 720),
    TEN_SECONDS(Duration.ofSeconds(10), 360),
    MINUTE(Duration.ofMinutes(1), 360),
    FIVE_MINUTES(Duration.ofMinutes(5), 576);

    private final Duration length;
    private final int kept;

    Resolution(Duration length, int kept) {
        this.length = length;
        this.kept = kept;
    }

    /** What one sample covers, unless the runtime did not run all the while. */
    public Duration length() {
        return length;
    }

    /** How many of the newest samples there are at most. */
    public int kept() {
        return kept;
    }

    /** How far back it reaches. */
    public Duration reach() {
        return length.multipliedBy(kept);
    }

    public Optional<Resolution> coarser() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }
}
