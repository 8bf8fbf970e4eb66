package dev.sluice.app;

import dev.sluice.home.Home;
import java.nio.file.Path;

/** Another runtime has the state folder open. */
final class Taken extends IllegalStateException {

    Taken(Path folder) {
        super("the state folder " + folder + " is in use by another Sluice"
                + Home.holder(folder).map(pid -> " (process " + pid + ")").orElse("")
                + ". `./sluice` opens a window on that one, `./sluice status` tells about it and `./sluice stop` ends"
                + " it; or name another folder with --home");
    }
}
