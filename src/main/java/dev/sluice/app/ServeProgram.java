package dev.sluice.app;

import dev.sluice.home.BackgroundStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How this program starts itself as {@code serve}. */
final class ServeProgram {

    /** The launcher may have to build first. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private ServeProgram() {}

    static BackgroundStart in(Path folder) {
        return new BackgroundStart(folder, command(folder), PATIENCE);
    }

    /** By the launcher, which knows what a router needs of the JVM; without one, from an IDE, as this JVM was started. */
    private static List<String> command(Path folder) {
        var command = new ArrayList<String>();
        var launcher = Path.of(System.getProperty("sluice.root", "."), "sluice").toAbsolutePath();
        if (System.getProperty("sluice.root") != null && Files.isExecutable(launcher)) {
            command.add(launcher.toString());
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        }
        command.addAll(List.of("serve", "--home", folder.toString()));
        return command;
    }
}
