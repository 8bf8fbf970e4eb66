package dev.sluice.assets;

import dev.sluice.domain.ByteSize;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** The room on the disk that holds the registry's copies. */
record Room(FileStore disk) {

    /** Room that is left on the disk for what else the program must write. */
    private static final long RESERVE = 256L << 20;

    /** On a disk with less than that the next write fails. */
    private static final long AS_GOOD_AS_NONE = 1L << 20;

    /** @param place a folder on that disk */
    static Room at(Path place) throws IOException {
        return new Room(Files.getFileStore(place));
    }

    /** @throws NoRoom if there is none for so many bytes more */
    void mustHold(Path what, long bytes) throws IOException {
        long free = disk.getUsableSpace();
        if (bytes > free - RESERVE) {
            throw new NoRoom("the disk has no room for a copy of " + what + " ("
                    + ByteSize.of(bytes).text() + "): " + ByteSize.of(free).text() + " are free, of which "
                    + ByteSize.of(RESERVE).text() + " are kept for Sluice's own files");
        }
    }

    /** What a failure to write means: without room it has no other cause. */
    IOException meant(IOException failure, Path file) throws IOException {
        if (disk.getUsableSpace() < AS_GOOD_AS_NONE) {
            var full = new NoRoom("the disk became full while " + file + " was copied");
            full.initCause(failure);
            return full;
        }
        return new IOException(file + ": " + failure.getMessage(), failure);
    }

    /** The disk is full, or would be. */
    static final class NoRoom extends IOException {

        NoRoom(String message) {
            super(message);
        }
    }
}
