package dev.sluice.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What Linux tells of a process: processor time, by thread too, and memory. Nothing in the process is asked. */
final class ProcessFacts {

    private static final double TICKS_PER_SECOND = 100;
    private static final long PAGE = 4096;

    /** In what follows the name in {@code stat}, which may hold blanks. */
    private static final int USER_TICKS = 11;

    private static final int SYSTEM_TICKS = 12;

    private final Path folder;

    ProcessFacts(long pid) {
        folder = Path.of("/proc", Long.toString(pid));
    }

    /** Of all threads, those that have ended too. */
    double cpuSeconds() throws IOException {
        return seconds(Files.readString(folder.resolve("stat")));
    }

    /** Of the threads that run now; Linux keeps the first 15 letters of a thread's name. */
    double cpuSeconds(Predicate<String> thread) throws IOException {
        try (var threads = Files.list(folder.resolve("task"))) {
            return threads.flatMap(ProcessFacts::stat)
                    .filter(stat -> thread.test(stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'))))
                    .mapToDouble(ProcessFacts::seconds)
                    .sum();
        }
    }

    long residentBytes() throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("statm")).split(" ")[1]) * PAGE;
    }

    private static Stream<String> stat(Path thread) {
        try {
            return Stream.of(Files.readString(thread.resolve("stat")));
        } catch (NoSuchFileException ended) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(String stat) {
        List<String> fields =
                Arrays.asList(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        return (Long.parseLong(fields.get(USER_TICKS)) + Long.parseLong(fields.get(SYSTEM_TICKS))) / TICKS_PER_SECOND;
    }
}
