package dev.sluice.app;

import dev.sluice.cli.Connection;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.http.RemoteControl;
import dev.sluice.domain.Actor.Face;
import dev.sluice.home.RuntimeNote;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The runtime of this user's state folder, for the command line: the one that is up, else one in the background. To be
 * closed before the process ends: the JVM waits a third of a second for a thread that still listens to the system.
 */
final class OwnRuntime implements Connection, AutoCloseable {

    private final Path folder;
    private Optional<RemoteControl> opened = Optional.empty();

    OwnRuntime(Path folder) {
        this.folder = folder;
    }

    @Override
    public RolloutControl open(Consumer<String> told) {
        try {
            var found = ServeProgram.in(folder, told).find();
            if (found.isNew()) {
                told.accept("No runtime was up: started one in the background (pid "
                        + found.note().pid() + "). `./sluice stop` ends it.");
            } else {
                tellIfOfAnotherVersion(found.note(), told);
            }
            var control = RemoteControl.at(found.note().doorway());
            opened = Optional.of(control);
            return control.by(Actors.of(Face.CLI));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the command was ended while it waited for a runtime", e);
        }
    }

    private static void tellIfOfAnotherVersion(RuntimeNote up, Consumer<String> told) {
        if (!up.version().equals(Version.OWN)) {
            told.accept("WARNING: the runtime that is up (process " + up.pid() + ") " + Version.beside(up.version())
                    + ": they may misunderstand each other. `./sluice stop` ends it, and the next command starts one"
                    + " of its own version.");
        }
    }

    @Override
    public void close() {
        opened.ifPresent(RemoteControl::close);
    }
}
