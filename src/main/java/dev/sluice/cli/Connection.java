package dev.sluice.cli;

import dev.sluice.control.RolloutControl;
import java.util.function.Consumer;

/** How a command gets to a runtime. */
public interface Connection {

    /**
     * The runtime that is up, else one that is started in the background for it, of which {@code told} hears.
     *
     * @throws IllegalStateException if there is none and none can be started: why, and what to do
     */
    RolloutControl open(Consumer<String> told);
}
