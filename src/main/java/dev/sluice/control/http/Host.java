package dev.sluice.control.http;

import java.util.concurrent.CompletionStage;

/** What a runtime's process can be asked for besides the runtime itself. Safe from any thread. */
public interface Host {

    /**
     * Shows its window again, on {@code display} (an X display such as {@code :0}; empty if the caller has none). False if
     * there is none that could be shown there.
     */
    CompletionStage<Boolean> showWindow(String display);

    /** Ends the process in an orderly way. Whoever asked has been answered already. */
    void stop();
}
