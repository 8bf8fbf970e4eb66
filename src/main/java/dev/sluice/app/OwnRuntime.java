package dev.sluice.app;

import dev.sluice.cli.Connection;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.http.RemoteControl;
import dev.sluice.domain.Actor.Face;
import dev.sluice.home.Home;
import dev.sluice.home.RuntimeNote;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The runtime of a state folder of this user, for the command line: the one that is up, else one in the background. To be
 * closed before the process ends: the JVM waits a third of a second for a thread that still listens to the system.
 */
final class OwnRuntime implements AutoCloseable {

    private final Map<String, String> environment;
    private Optional<RemoteControl> opened = Optional.empty();

    /** @param environment says which folder is the usual one */
    OwnRuntime(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @param named the state folder, if it is not the usual one */
    Connection in(Optional<Path> named) {
        var end = named.map(folder -> "`./sluice stop --home '" + folder + "'`").orElse("`./sluice stop`");
        var folder = named.map(FolderOption::fromHere).orElseGet(() -> Home.usual(environment));
        return told -> open(folder, end, told);
    }

    private RolloutControl open(Path folder, String end, Consumer<String> told) {
        try {
            var found = ServeProgram.in(folder, told).find();
            if (found.isNew()) {
                told.accept("No runtime was up: started one in the background (pid "
                        + found.note().pid() + "). " + end + " ends it.");
            } else {
                tellIfOfAnotherVersion(found.note(), end, told);
            }
            var control = RemoteControl.at(found.note().doorway());
            opened = Optional.of(control);
            return control.by(Actors.of(Face.CLI));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the command was ended while it waited for a runtime", e);
        }
    }

    private static void tellIfOfAnotherVersion(RuntimeNote up, String end, Consumer<String> told) {
        if (!up.version().equals(Version.OWN)) {
            told.accept("WARNING: the runtime that is up (process " + up.pid() + ") " + Version.beside(up.version())
                    + ": they may misunderstand each other. " + end + " ends it, and the next command starts one of its"
                    + " own version.");
        }
    }

    @Override
    public void close() {
        opened.ifPresent(RemoteControl::close);
    }
}
