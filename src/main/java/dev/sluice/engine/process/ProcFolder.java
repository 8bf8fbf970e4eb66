package dev.sluice.engine.process;

import dev.sluice.engine.Consumption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What Linux tells of processes in files, as a rule under {@code /proc}. Other systems have none, and nothing is told. A
 * process that ends while it is read counts as one that was not there.
 */
record ProcFolder(Path root) {

    static final ProcFolder OF_THIS_COMPUTER = new ProcFolder(Path.of("/proc"));

    /** Of the kernel's clock for its users, which is the same on every Linux that there is a JDK for. */
    private static final long MILLIS_PER_TICK = 10;

    private static final long BYTES_PER_KIB = 1024;

    /** User and system time, the process's own and that of its children who have ended; counted from the state on. */
    private static final int FIRST_TIME = 11;

    private static final int LAST_TIME = 14;

    /** What the process and all who descend from it have taken; empty where this system does not tell. */
    Optional<Consumption> consumption(long pid, Instant now) {
        long ticks = 0;
        long bytes = 0;
        boolean found = false;
        for (long member : family(pid)) {
            try {
                ticks += ticks(member);
                bytes += bytes(member);
                found = true;
            } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException gone) {
                // It has ended meanwhile.
            }
        }
        return found
                ? Optional.of(new Consumption(now, Duration.ofMillis(ticks * MILLIS_PER_TICK), bytes))
                : Optional.empty();
    }

    /** The processor's time alone, which costs little to read. */
    Optional<Duration> processor(long pid) {
        long ticks = 0;
        boolean found = false;
        for (long member : family(pid)) {
            try {
                ticks += ticks(member);
                found = true;
            } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException gone) {
                // It has ended meanwhile.
            }
        }
        return found ? Optional.of(Duration.ofMillis(ticks * MILLIS_PER_TICK)) : Optional.empty();
    }

    /** How many processes the system has killed for want of memory since it was started; empty where it does not tell. */
    OptionalLong memoryKills() {
        try (var lines = Files.lines(root.resolve("vmstat"))) {
            return lines.filter(line -> line.startsWith("oom_kill "))
                    .mapToLong(line -> Long.parseLong(line.split(" ")[1]))
                    .findFirst();
        } catch (IOException | NumberFormatException untold) {
            return OptionalLong.empty();
        }
    }

    private List<Long> family(long pid) {
        var family = new ArrayList<Long>();
        var next = new ArrayDeque<>(List.of(pid));
        while (!next.isEmpty()) {
            long member = next.remove();
            family.add(member);
            next.addAll(children(member));
        }
        return family;
    }

    /** Each thread has its own. Much cheaper than to look at the parents of all processes, as the JDK does. */
    private List<Long> children(long pid) {
        var children = new ArrayList<Long>();
        try (var threads = Files.newDirectoryStream(root.resolve(pid + "/task"))) {
            for (var thread : threads) {
                words(thread.resolve("children")).map(Long::valueOf).forEach(children::add);
            }
        } catch (IOException | NumberFormatException gone) {
            return children;
        }
        return children;
    }

    private static Stream<String> words(Path file) throws IOException {
        return Arrays.stream(Files.readString(file).split("\\s+")).filter(word -> !word.isEmpty());
    }

    /** The name of the program comes first, in brackets, and may hold anything, brackets too. */
    private long ticks(long pid) throws IOException {
        var line = Files.readString(root.resolve(pid + "/stat"));
        var fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ");
        long ticks = 0;
        for (int field = FIRST_TIME; field <= LAST_TIME; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks;
    }

    /** Pages that several processes share, as a server and its workers do, are shared out among them: Pss, not Rss. */
    private long bytes(long pid) throws IOException {
        try (var lines = Files.lines(root.resolve(pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.split("\\s+")[1]))
                            .sum()
                    * BYTES_PER_KIB;
        }
    }
}
