package dev.sluice.app;

import dev.sluice.console.shell.Tie;
import dev.sluice.control.http.Doorway;
import dev.sluice.home.NoteFile;
import dev.sluice.home.RuntimeNote;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A window's hold on the runtime of a state folder, whichever process has it at the moment. Safe from any thread. */
final class Attachment {

    private static final Logger LOG = LoggerFactory.getLogger(Attachment.class);

    private final Path folder;
    private final Executor background;
    private volatile RuntimeNote last;

    /** @param background where a runtime is started, which takes seconds */
    Attachment(Path folder, RuntimeNote first, Executor background) {
        this.folder = folder;
        this.last = first;
        this.background = background;
    }

    /** Where the runtime can be spoken to now; empty if there is none. Reads a file. */
    Optional<Doorway> doorway() {
        var note = new NoteFile(folder).read();
        note.ifPresent(found -> last = found);
        return note.map(RuntimeNote::doorway);
    }

    Tie tie() {
        return new Tie.Guest(() -> last.pid(), this::another);
    }

    private CompletionStage<Void> another() {
        return CompletableFuture.runAsync(this::find, background);
    }

    private void find() {
        try {
            last = ServeProgram.in(folder, LOG::info).find().note();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the window was closed meanwhile", e);
        }
    }
}
