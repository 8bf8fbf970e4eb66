package dev.sluice.app;

import dev.sluice.console.desktop.EngineCheck;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.engine.docker.DockerEngine;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Looks for a Docker engine as a start of the program does, and lets go of it again.
 *
 * @param home the state folder
 * @param background where the looking, which takes seconds, is done
 */
record DockerCheck(Path home, Optional<String> whyNoDocker, Executor background) implements EngineCheck {

    @Override
    public CompletionStage<Finding> again() {
        return CompletableFuture.supplyAsync(this::look, background);
    }

    private Finding look() {
        var connection = DockerEngine.connect(home, System.getenv(), () -> ImageSubstitutions.NONE);
        if (connection instanceof DockerEngine.Connection.Connected connected) {
            try (var engine = connected.engine()) {
                return new Finding.Answers(engine.info().title());
            }
        }
        return new Finding.StillNone(((DockerEngine.Connection.Unavailable) connection).reason());
    }
}
