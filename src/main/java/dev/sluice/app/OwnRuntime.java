package dev.sluice.app;

import dev.sluice.cli.Connection;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.http.RemoteControl;
import dev.sluice.domain.Actor.Face;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * The runtime of this user's state folder, for the command line: the one that is up, else one in the background.
 *
 * @param told where the user is told that one was started
 */
record OwnRuntime(Path folder, PrintWriter told) implements Connection {

    @Override
    public RolloutControl open() {
        try {
            var found = ServeProgram.in(folder).find();
            if (found.isNew()) {
                told.println("No runtime was up: started one in the background (pid "
                        + found.note().pid() + "). `./sluice stop` ends it.");
                told.flush();
            }
            return RemoteControl.at(found.note().doorway()).by(Actors.of(Face.CLI));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the command was ended while it waited for a runtime", e);
        }
    }
}
