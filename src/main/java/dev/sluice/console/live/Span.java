package dev.sluice.console.live;

import java.time.Duration;
import java.util.Optional;

/** How much time the charts show. */
enum Span {
    ONE_MINUTE("1", Duration.ofMinutes(1)),
    FIVE_MINUTES("5", Duration.ofMinutes(5)),
    QUARTER("15", Duration.ofMinutes(15)),
    HOUR("60", Duration.ofHours(1)),
    ALL("all");

    private final String id;
    private final Optional<Duration> length;

    Span(String id) {
        this.id = id;
        length = Optional.empty();
    }

    Span(String id, Duration length) {
        this.id = id;
        this.length = Optional.of(length);
    }

    /** Short, for ids: minutes, or {@code all}. */
    String id() {
        return id;
    }

    /** Empty for all there is. */
    Optional<Duration> length() {
        return length;
    }

    String textKey() {
        return switch (this) {
            case ONE_MINUTE -> "live.window.1";
            case FIVE_MINUTES -> "live.window.5";
            case QUARTER -> "live.window.15";
            case HOUR -> "live.window.60";
            case ALL -> "live.window.all";
        };
    }
}
