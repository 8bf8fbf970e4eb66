package dev.sluice.app;

import dev.sluice.control.RolloutControl;
import dev.sluice.control.http.ControlServer;
import dev.sluice.control.http.Doorway;
import dev.sluice.control.http.Host;
import dev.sluice.domain.ImageSubstitution;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.domain.Secret;
import dev.sluice.home.Home;
import dev.sluice.home.NoteFile;
import dev.sluice.home.RuntimeNote;
import dev.sluice.home.RuntimeNote.Kind;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Lets other programs of the same user in to a runtime: serves it, and says where in the state folder. */
final class Door implements AutoCloseable {

    private final ControlServer server;
    private final NoteFile note;

    private Door(ControlServer server, NoteFile note) {
        this.server = server;
        this.note = note;
    }

    /** What the note says besides where the door is. */
    record Sign(Kind kind, Optional<String> whyNoDocker, ImageSubstitutions substitutions) {}

    /**
     * @param port the one asked for, which must be free; 0 for the one of last time, or any if that is taken
     * @throws UncheckedIOException if {@code port} is taken
     */
    static Door open(Home home, int port, RolloutControl control, Host host, Sign sign) {
        var secret = new Secret(Random.key());
        var server = new KeptPort(home.controlPort(), "clients of the control API")
                .open(
                        port,
                        free -> ControlServer.open(control, secret, free, host),
                        opened -> opened.doorway().address().getPort());
        var note = new NoteFile(home.folder());
        note.write(new RuntimeNote(
                server.doorway(),
                ProcessHandle.current().pid(),
                Version.OWN,
                sign.kind(),
                sign.whyNoDocker(),
                sign.substitutions().inOrder().stream()
                        .map(ImageSubstitution::toString)
                        .toList()));
        return new Door(server, note);
    }

    Doorway doorway() {
        return server.doorway();
    }

    @Override
    public void close() {
        try {
            note.remove();
        } finally {
            server.close();
        }
    }
}
