package dev.sluice.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be asked of the computer. Nothing here fails: what is not there, or may not be looked at, is empty. */
public interface Computer {

    /** A variable of the environment; one that is empty counts as none. */
    Optional<String> variable(String name);

    /** The program that a shell would run under this name. */
    Optional<Path> program(String name);

    /** Runs a program to its end; empty if it cannot be started, or has not ended in time and was ended. */
    Optional<Said> run(Duration patience, List<String> command);

    /** What a program said, on both its ways out, and its exit code. */
    record Said(int code, String text) {

        boolean isWell() {
            return code == 0;
        }

        String firstLine() {
            return text.lines().findFirst().orElse("");
        }
    }

    /** A file's text. */
    Optional<String> text(Path file);

    boolean exists(Path file);

    boolean mayWrite(Path file);

    /** Bytes that may still be written where this is or would be. */
    Optional<Long> room(Path folder);

    /** Who listens at this port of this computer. */
    Optional<Listener> listener(int port);

    /** @param program who it is, such as {@code nginx (pid 812)}; empty if that may not be seen */
    record Listener(Optional<String> program) {}

    /** The process that has a lock on this file. */
    Optional<Long> lockHolder(Path file);
}
