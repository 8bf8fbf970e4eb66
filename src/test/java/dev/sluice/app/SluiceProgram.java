package dev.sluice.app;

import dev.sluice.control.http.RemoteControl;
import dev.sluice.home.BackgroundStart;
import dev.sluice.home.RuntimeNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Sluice as a program of its own, on a state folder of a test; it ends with the test. */
final class SluiceProgram implements AutoCloseable {

    private static final List<String> HEADLESS =
            List.of("-Dglass.platform=Monocle", "-Dmonocle.platform=Headless", "-Dprism.text=t2k");

    private final Process process;
    private final Path said;

    private SluiceProgram(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    static SluiceProgram start(Path home, String... words) throws IOException {
        return start(home, jar -> true, words);
    }

    /** @param jars which of the class path it gets */
    static SluiceProgram start(Path home, Predicate<String> jars, String... words) throws IOException {
        return start(home, HEADLESS, ":7", jars, words);
    }

    /** With the console's window on a display that is there. */
    static SluiceProgram on(String display, Path home) throws IOException {
        return start(home, List.of(), display, jar -> true, "--engine", "process");
    }

    private static SluiceProgram start(
            Path home, List<String> toolkit, String display, Predicate<String> jars, String... words)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dprism.order=sw"));
        command.addAll(toolkit);
        command.add("-cp");
        command.add(Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(jars)
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(":")));
        command.add(Main.class.getName());
        command.addAll(List.of(words));
        var said = Files.createTempFile("sluice-said", ".txt");
        var how = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        how.environment().put("SLUICE_HOME", home.toString());
        how.environment().put("DISPLAY", display);
        how.environment().remove("WAYLAND_DISPLAY");
        return new SluiceProgram(how.start(), said);
    }

    long pid() {
        return process.pid();
    }

    /** What it has said so far. */
    String said() throws IOException {
        return Files.readString(said, StandardCharsets.UTF_8);
    }

    /** What it ends with. */
    int exit() throws InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end");
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: nothing is told to anybody. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM. */
    void end() {
        process.destroy();
    }

    /** The runtime of the folder, once it is up, whichever program it is in. */
    static RuntimeNote up(Path home) throws InterruptedException {
        return BackgroundStart.onItsWay(home).orElseThrow(() -> new AssertionError("no runtime comes up"));
    }

    static RemoteControl control(RuntimeNote note) {
        return RemoteControl.at(note.doorway());
    }

    @Override
    public void close() throws IOException {
        end();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(said);
    }
}
