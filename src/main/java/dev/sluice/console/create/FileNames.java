package dev.sluice.console.create;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;

/** Files as a sentence names them. Pure. */
public final class FileNames {

    private FileNames() {}

    /** Without their folders, one after the other. */
    public static String of(List<Path> paths) {
        return paths.stream().map(path -> String.valueOf(path.getFileName())).collect(joining(", "));
    }
}
