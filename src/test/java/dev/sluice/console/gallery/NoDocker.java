package dev.sluice.console.gallery;

import dev.sluice.console.desktop.EngineCheck;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** No Docker engine answers, now and later. */
final class NoDocker implements EngineCheck {

    private static final String REASON =
            "no Docker engine answers at unix:///var/run/docker.sock: No such file or directory";

    @Override
    public Optional<String> whyNoDocker() {
        return Optional.of(REASON);
    }

    @Override
    public CompletionStage<Finding> again() {
        return CompletableFuture.completedFuture(new Finding.StillNone(REASON));
    }
}
