package dev.sluice.console.overview;

import dev.sluice.console.support.Messages;
import dev.sluice.control.Fleet.Health;

/** How a probe's outcome looks: a style class and a word. */
enum HealthMark {
    SILENT("probe-silent", "probe.health.silent"),
    NOT_READY("probe-not-ready", "probe.health.not-ready"),
    READY("probe-ready", "probe.health.ready");

    private final String styleClass;
    private final String key;

    HealthMark(String styleClass, String key) {
        this.styleClass = styleClass;
        this.key = key;
    }

    static HealthMark of(Health health) {
        return switch (health) {
            case SILENT -> SILENT;
            case NOT_READY -> NOT_READY;
            case READY -> READY;
        };
    }

    String styleClass() {
        return styleClass;
    }

    String text() {
        return Messages.of(key);
    }
}
