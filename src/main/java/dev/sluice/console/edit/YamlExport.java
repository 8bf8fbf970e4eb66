package dev.sluice.console.edit;

import static java.util.stream.Collectors.joining;

import dev.sluice.console.support.ManifestText.Portable;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Writes an edited text into a file, so that it can be used from there. For the UI thread only. */
record YamlExport(Workbench bench, Subject subject, Fleet fleet) {

    /** Into a file that the user chooses. */
    void save(String text) {
        bench.files()
                .saveFile(Messages.of("yaml.save"), subject.fileName())
                .map(Path::toAbsolutePath)
                .ifPresent(
                        file -> save(file, bench.manifests().portable(text, subject.folder(fleet), file.getParent())));
    }

    private void save(Path file, Portable content) {
        CompletableFuture.runAsync(() -> write(file, content.text()), bench.background())
                .whenCompleteAsync(
                        (done, failure) -> {
                            if (failure == null) {
                                bench.notices().done(saved(file, content.outside()));
                            } else {
                                bench.notices().failed(Messages.of("yaml.not-saved", file), failure);
                            }
                        },
                        bench.ui());
    }

    /** What the file needs and does not have beside it is named, since another computer lacks it. */
    private static String saved(Path file, List<Path> outside) {
        return outside.isEmpty()
                ? Messages.of("yaml.saved", file.getFileName())
                : Messages.of(
                        "yaml.saved.outside",
                        file.getFileName(),
                        outside.stream().map(Path::toString).collect(joining(", ")));
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
