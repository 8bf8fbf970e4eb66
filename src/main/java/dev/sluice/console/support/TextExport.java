package dev.sluice.console.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes a text to a file that the user chooses, and tells what came of it. For the UI thread only. */
public record TextExport(Workbench bench) {

    /** {@code suggestedName} with its ending, such as {@code activity.csv}. */
    public void save(String title, String suggestedName, String text) {
        save(title, suggestedName, () -> CompletableFuture.completedFuture(text));
    }

    /** A text that is made only once there is a file for it, and may take a while. */
    public void save(String title, String suggestedName, Supplier<CompletionStage<String>> text) {
        bench.files()
                .saveFile(title, suggestedName)
                .ifPresent(file -> text.get()
                        .thenAcceptAsync(made -> write(file, made), bench.background())
                        .whenCompleteAsync((done, failure) -> tell(file, failure), bench.ui()));
    }

    private void tell(Path file, @Nullable Throwable failure) {
        if (failure == null) {
            bench.notices().done(Messages.of("export.done", file));
        } else {
            bench.notices().failed(Messages.of("export.not-done", file), failure);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
