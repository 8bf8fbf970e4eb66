package dev.sluice.console.support;

import dev.sluice.control.Fleet.Condition;

/** How an instance's condition looks: an icon, a style class and a word. */
public enum ConditionMark {
    STARTING("mdi2p-progress-clock", "state-busy", "condition.starting"),
    UNREADY("mdi2a-alert-circle-outline", "state-failed", "condition.unready"),
    READY("mdi2c-check-circle-outline", "state-ready", "condition.ready"),
    DRAINING("mdi2t-timer-sand", "state-leaving", "condition.draining"),
    ENDED("mdi2c-circle-off-outline", "state-failed", "condition.ended");

    private final String icon;
    private final String styleClass;
    private final String key;

    ConditionMark(String icon, String styleClass, String key) {
        this.icon = icon;
        this.styleClass = styleClass;
        this.key = key;
    }

    public static ConditionMark of(Condition condition) {
        return switch (condition) {
            case STARTING -> STARTING;
            case UNREADY -> UNREADY;
            case READY -> READY;
            case DRAINING -> DRAINING;
            case ENDED -> ENDED;
        };
    }

    /** An Ikonli literal. */
    public String icon() {
        return icon;
    }

    public String styleClass() {
        return styleClass;
    }

    public String text() {
        return Messages.of(key);
    }
}
