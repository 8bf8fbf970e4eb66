package dev.sluice.bench;

import java.util.Locale;

/** What the benchmark's shadow does to the copies that it gets. */
enum Fault {
    HEALTHY("answers"),
    KILLED("its port is closed"),
    BLACK_HOLED("accepts connections, reads nothing, never answers"),
    SLOWED("answers after 30 s"),
    FAILING("answers 500"),
    RESETTING("resets in the middle of its answer's body"),
    TRICKLING("sends a byte of its answer's body a second");

    private final String meaning;

    Fault(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
