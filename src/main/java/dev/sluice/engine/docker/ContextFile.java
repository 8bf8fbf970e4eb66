package dev.sluice.engine.docker;

import java.nio.file.Path;

/**
 * Something that is sent to Docker for a build.
 *
 * @param name relative to the context's root, with {@code /} between its parts
 * @param mode the permissions that it has in the image
 */
record ContextFile(String name, int mode, Content content) {

    /** Who wrote it, when, and for whom counts for nothing: only whether it may be executed. */
    private static final int PLAIN = 0644;

    private static final int EXECUTABLE = 0755;

    sealed interface Content {

        record OnDisk(Path file, long bytes) implements Content {}

        record Text(String text) implements Content {}

        record Link(String target) implements Content {}

        record Folder() implements Content {}
    }

    static ContextFile text(String name, String text) {
        return new ContextFile(name, PLAIN, new Content.Text(text));
    }

    static ContextFile folder(String name) {
        return new ContextFile(name, EXECUTABLE, new Content.Folder());
    }

    static ContextFile link(String name, String target) {
        return new ContextFile(name, EXECUTABLE, new Content.Link(target));
    }

    static ContextFile plain(String name, Path file, long bytes) {
        return new ContextFile(name, PLAIN, new Content.OnDisk(file, bytes));
    }

    static ContextFile executable(String name, Path file, long bytes) {
        return new ContextFile(name, EXECUTABLE, new Content.OnDisk(file, bytes));
    }

    long bytes() {
        return content instanceof Content.OnDisk file ? file.bytes() : 0;
    }
}
