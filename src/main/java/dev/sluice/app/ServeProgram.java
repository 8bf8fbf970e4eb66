package dev.sluice.app;

import dev.sluice.home.BackgroundStart;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How this program starts itself as {@code serve}. */
final class ServeProgram {

    /** The launcher may have to build first. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private ServeProgram() {}

    /** @param told what is waited for, in sentences */
    static BackgroundStart in(Path folder, Consumer<String> told) {
        return new BackgroundStart(folder, command(folder), PATIENCE, told);
    }

    /** By the launcher, which knows what a router needs of the JVM; without one, from an IDE, as this JVM was started. */
    private static List<String> command(Path folder) {
        var command = new ArrayList<String>();
        var launcher = Path.of(System.getProperty("sluice.root", "."), "sluice").toAbsolutePath();
        if (System.getProperty("sluice.root") != null && Files.isExecutable(launcher)) {
            command.add(launcher.toString());
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path")), Main.class.getName()));
        }
        command.addAll(List.of("serve", "--home", folder.toString()));
        return command;
    }

    /** It starts in another folder than this one. */
    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
