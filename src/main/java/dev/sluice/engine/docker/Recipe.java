package dev.sluice.engine.docker;

import dev.sluice.engine.PreparedEnvironment;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** How an environment comes to be. */
interface Recipe {

    /** The same for environments of which one will do for both; for people too. */
    String key();

    /** Finds the environment, or makes it; nothing is left over if that fails or is stopped. */
    CompletableFuture<PreparedEnvironment> make(Consumer<String> progress, StopSignal stop);
}
