package dev.sluice.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits for a runtime that is on its way to say where it can be spoken to. */
final class NoteWatch implements AutoCloseable {

    private final NoteFile file;
    private final WatchService changes;

    private NoteWatch(NoteFile file, WatchService changes) {
        this.file = file;
        this.changes = changes;
    }

    /** What is written from now on is not missed. */
    static NoteWatch of(NoteFile file) {
        try {
            var changes = file.folder().getFileSystem().newWatchService();
            file.folder().register(changes, StandardWatchEventKinds.ENTRY_CREATE);
            return new NoteWatch(file, changes);
        } catch (IOException e) {
            throw new UncheckedIOException(file.folder() + " cannot be watched: " + e.getMessage(), e);
        }
    }

    /** Empty once the patience is over, or {@link #close} is called. Blocks. */
    Optional<RuntimeNote> await(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            var note = file.read();
            while (note.isEmpty()) {
                WatchKey key = changes.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (key == null) {
                    return Optional.empty();
                }
                key.pollEvents();
                key.reset();
                note = file.read();
            }
            return note;
        } catch (ClosedWatchServiceException noLonger) {
            return file.read();
        }
    }

    /** From any thread; who waits stops waiting. */
    @Override
    public void close() {
        try {
            changes.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the watch of " + file.folder() + " cannot be ended", e);
        }
    }
}
