package dev.sluice.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The real program with its window on a {@link Display}, which does what it is told; closing ends it in order. */
final class OpenWindow implements AutoCloseable {

    private static final Duration TIME_TO_END = Duration.ofSeconds(60);

    private final Puppet puppet;
    private final Duration start;

    private OpenWindow(Puppet puppet, Duration start) {
        this.puppet = puppet;
        this.start = start;
    }

    /**
     * Returns when the window can be used.
     *
     * @param program opens the window and obeys
     * @param home its state folder
     */
    static OpenWindow open(Class<?> program, Display display, Path folder, Path home) throws IOException {
        var command = new ArrayList<>(List.of("env", "-u", "WAYLAND_DISPLAY", "DISPLAY=" + display.name()));
        command.addAll(Recipes.java("-Dprism.order=sw", sharing()));
        command.addAll(List.of(program.getName(), home.toString()));
        long begun = System.nanoTime();
        var puppet = Puppet.start(new Recipe(command, folder.resolve("console.log")));
        try {
            puppet.tell("usable");
            return new OpenWindow(puppet, Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException failed) {
            puppet.close();
            throw failed;
        }
    }

    /** As the launcher does it: the first window that closes leaves an archive of classes for those that follow. */
    private static String sharing() {
        var archive = Path.of(System.getProperty("sluice.archive", "target/sluice-bench.jsa"));
        return (Files.exists(archive)
                        ? System.getProperty("sluice.archive.take", "-XX:SharedArchiveFile")
                        : System.getProperty("sluice.archive.make", "-XX:ArchiveClassesAtExit"))
                + "=" + archive;
    }

    /** From the start of the process to the first picture of a window that can be used. */
    Duration start() {
        return start;
    }

    ProcessFacts process() {
        return new ProcessFacts(puppet.program().pid());
    }

    /** Returns when it is done. */
    void tell(String order) throws IOException {
        puppet.tell(order);
    }

    /** What it answers, in words such as {@code port=8410}. */
    Map<String, String> ask(String order) throws IOException {
        var answer = new HashMap<String, String>();
        for (var word : puppet.tell(order).split(" ")) {
            int sign = word.indexOf('=');
            answer.put(word.substring(0, sign), word.substring(sign + 1));
        }
        return answer;
    }

    @Override
    public void close() {
        puppet.dismiss(TIME_TO_END);
    }
}
