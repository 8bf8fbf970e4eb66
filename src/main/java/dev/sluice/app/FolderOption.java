package dev.sluice.app;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** Reads {@code --home}: what stands there is meant from where the user is, also for programs started elsewhere. */
final class FolderOption implements ITypeConverter<Path> {

    @Override
    public Path convert(String text) {
        return fromHere(Path.of(text));
    }

    static Path fromHere(Path folder) {
        return folder.toAbsolutePath().normalize();
    }
}
