package dev.sluice.console.desktop;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Why models run without Docker, and whether they would still if Sluice were started now. A running Sluice stays with the
 * engine it has started with: the instances there are belong to it.
 */
public interface EngineCheck {

    /** Why no Docker engine is in use although it would have been; empty if one is, or if nobody wanted one. */
    Optional<String> whyNoDocker();

    /** Looks for a Docker engine again. Completes on a thread of its own. */
    CompletionStage<Finding> again();

    /** What a new start would find. */
    sealed interface Finding {

        /** @param title of the engine that answers now, such as {@code Docker 20.10.24} */
        record Answers(String title) implements Finding {}

        record StillNone(String reason) implements Finding {}
    }

    /** Nothing is amiss. */
    static EngineCheck settled() {
        return new EngineCheck() {
            @Override
            public Optional<String> whyNoDocker() {
                return Optional.empty();
            }

            @Override
            public CompletionStage<Finding> again() {
                return CompletableFuture.failedFuture(new IllegalStateException("there is nothing to look for"));
            }
        };
    }
}
