package dev.sluice.console.logs;

import dev.sluice.console.support.Messages;

/** One instance whose lines can be shown alone; with an empty name, all of them. */
record InstanceChoice(String name, boolean ended) {

    static final InstanceChoice ALL = new InstanceChoice("", false);

    String text() {
        if (name.isEmpty()) {
            return Messages.of("logs.instance.all");
        }
        return ended ? Messages.of("logs.instance.ended", name) : name;
    }
}
