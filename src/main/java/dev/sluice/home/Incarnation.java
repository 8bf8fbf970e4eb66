package dev.sluice.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * One process, told from a later one that has its number by when it was born: in the system's own count where that can be
 * read, since it does not change when the clock is set.
 *
 * @param born empty if that is not known
 */
record Incarnation(long pid, String born) {

    private static final String ENDED = "ZX";

    static Incarnation of(long pid) {
        return new Incarnation(pid, birth(pid));
    }

    /** Whether it is there: neither has it ended, nor is its number another's now. */
    boolean isThere() {
        var there = ProcessHandle.of(pid).isPresent() && !hasEnded(pid);
        return there && (born.isEmpty() || born.equals(birth(pid)));
    }

    private static String birth(long pid) {
        try {
            return facts(pid)[19];
        } catch (IOException | RuntimeException notLinux) {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().startInstant())
                    .map(Instant::toString)
                    .orElse("");
        }
    }

    /** It is listed until its parent has taken note, which in a container may be never. */
    private static boolean hasEnded(long pid) {
        try {
            return ENDED.contains(facts(pid)[0]);
        } catch (IOException | RuntimeException notLinux) {
            return false;
        }
    }

    /** What Linux tells after the process's name, which may have anything in it: the state first, the birth as 20th. */
    private static String[] facts(long pid) throws IOException {
        var line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
    }
}
