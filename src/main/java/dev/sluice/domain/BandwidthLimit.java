package dev.sluice.domain;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many bytes a second may pass through each managed endpoint, all its deployments and copies together (reference 2.1).
 * Whatever comes above it is held up, not refused.
 */
public sealed interface BandwidthLimit {

    /** Bytes pass as fast as they come. */
    record None() implements BandwidthLimit {
        @Override
        public String toString() {
            return "off";
        }
    }

    /** @param bytes from 1 to {@value #MOST_BYTES} */
    record PerSecond(long bytes) implements BandwidthLimit {

        static final long MOST_BYTES = 1_000_000_000_000L;

        public PerSecond {
            if (bytes < 1 || bytes > MOST_BYTES) {
                throw new IllegalArgumentException(
                        "a bandwidth runs from 1 to " + MOST_BYTES + " bytes a second, not " + bytes);
            }
        }

        @Override
        public String toString() {
            return bytes + "B";
        }
    }

    /** A number of decimal units, such as {@code 5MB}; twelve digits are the most that is allowed. */
    Pattern SPELLING = Pattern.compile("(\\d{1,12})(|[kKMG])B(?:/s)?");

    Map<String, Long> UNITS = Map.of("", 1L, "k", 1_000L, "K", 1_000L, "M", 1_000_000L, "G", 1_000_000_000L);

    static BandwidthLimit none() {
        return new None();
    }

    static BandwidthLimit perSecond(long bytes) {
        return new PerSecond(bytes);
    }

    /** Reads {@code off}, or bytes a second such as {@code 5MB} or {@code 300kB/s}; empty if it is neither. */
    static Optional<BandwidthLimit> parse(String text) {
        if (text.equals("off")) {
            return Optional.of(none());
        }
        var spelled = SPELLING.matcher(text);
        if (!spelled.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(spelled.group(1));
        long unit = UNITS.getOrDefault(spelled.group(2), 1L);
        return number < 1 || number > PerSecond.MOST_BYTES / unit
                ? Optional.empty()
                : Optional.of(perSecond(number * unit));
    }
}
