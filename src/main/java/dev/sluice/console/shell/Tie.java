package dev.sluice.console.shell;

import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What binds a window and the runtime that it shows. */
public sealed interface Tie {

    /** The runtime lives in the window's process, and may outlive the window: closing it is a question. */
    record Host() implements Tie {}

    /** The runtime lives in the window's process and is there for the window only: both end together, unasked. */
    record Companion() implements Tie {}

    /**
     * The runtime lives in another process, and goes on whatever becomes of the window.
     *
     * @param pid that process, as it was known last
     * @param another starts a runtime in the background if that one has gone; completes when it is up
     */
    record Guest(LongSupplier pid, Supplier<CompletionStage<Void>> another) implements Tie {}
}
