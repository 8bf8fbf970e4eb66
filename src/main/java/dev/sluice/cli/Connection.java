package dev.sluice.cli;

import dev.sluice.control.RolloutControl;

/** How a command gets to a runtime. */
public interface Connection {

    /**
     * The runtime that is up, else one that is started in the background for it, which is said on standard error.
     *
     * @throws IllegalStateException if there is none and none can be started: why, and what to do
     */
    RolloutControl open();
}
