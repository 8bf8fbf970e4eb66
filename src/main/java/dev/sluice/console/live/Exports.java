package dev.sluice.console.live;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import dev.sluice.domain.EndpointName;
import io.fair_acc.chartfx.utils.WriteFxImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** Writes what the live page shows to files of the user's choice, in the background. For the UI thread only. */
final class Exports {

    private final Workbench bench;
    private final ClockText clock;

    Exports(Workbench bench, ClockText clock) {
        this.bench = bench;
        this.clock = clock;
    }

    /** What happens when a file is written. */
    private interface Writing {
        void to(Path file) throws IOException;
    }

    /** The numbers. */
    void csv(EndpointName endpoint, LiveFrame frame) {
        save(endpoint, frame, ".csv", file -> Files.writeString(file, CsvText.of(frame, clock)));
    }

    /** The picture. */
    void png(EndpointName endpoint, LiveFrame frame, Image picture) {
        save(endpoint, frame, ".png", file -> WriteFxImage.savePng(picture, file.toFile()));
    }

    private void save(EndpointName endpoint, LiveFrame frame, String ending, Writing writing) {
        var name = endpoint + "-" + clock.file(frame.to()) + ending;
        bench.files()
                .saveFile(Messages.of("live.export.title"), name)
                .ifPresent(file -> CompletableFuture.runAsync(() -> write(writing, file), bench.background())
                        .whenCompleteAsync((written, failure) -> tell(file, failure), bench.ui()));
    }

    private static void write(Writing writing, Path file) {
        try {
            writing.to(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(Path file, @Nullable Throwable failure) {
        if (failure == null) {
            bench.notices().done(Messages.of("live.export.done", file));
        } else {
            bench.notices().failed(Messages.of("live.export.failed", file), failure);
        }
    }
}
