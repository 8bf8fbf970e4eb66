package dev.sluice.control;

import dev.sluice.assets.Intake;
import dev.sluice.assets.TreeRemoval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what was put away, on another thread. What cannot be deleted is logged here; the next start tries again. */
final class Deletions {

    private static final Logger LOG = LoggerFactory.getLogger(Deletions.class);

    private final Executor deleting;

    Deletions(Executor deleting) {
        this.deleting = deleting;
    }

    /** Completes when all of them are gone, and fails, with a sentence for people, if one of them cannot be deleted. */
    CompletionStage<Void> delete(Collection<Path> folders) {
        return CompletableFuture.allOf(folders.stream().map(this::delete).toArray(CompletableFuture<?>[]::new));
    }

    private CompletableFuture<Void> delete(Path folder) {
        return CompletableFuture.runAsync(() -> remove(folder), deleting).whenComplete((gone, failure) -> {
            if (failure != null) {
                LOG.warn("{} could not be deleted; the next start tries again", folder, failure);
            }
        });
    }

    private static void remove(Path folder) {
        try {
            TreeRemoval.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be deleted: " + Intake.why(e), e);
        }
    }
}
