package dev.sluice.console.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Writes a text to a file that the user chooses, and tells what came of it. For the UI thread only. */
public record TextExport(Workbench bench) {

    /** {@code suggestedName} with its ending, such as {@code activity.csv}. */
    public void save(String title, String suggestedName, String text) {
        bench.files()
                .saveFile(title, suggestedName)
                .ifPresent(file -> CompletableFuture.runAsync(() -> write(file, text), bench.background())
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
