package dev.sluice.bench;

import java.nio.file.Path;
import java.util.List;

/** How to start a program in the foreground, and where what it says goes. */
record Recipe(List<String> command, Path log) {

    Recipe {
        command = List.copyOf(command);
    }
}
