package dev.sluice.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Disk where the state is kept, and memory for models. */
record RoomCheck(Computer computer, Path folder) implements Check {

    private static final long MIB = 1L << 20;
    private static final long LEAST_DISK = 200 * MIB;
    private static final long GOOD_DISK = 2048 * MIB;
    private static final long GOOD_MEMORY = 1024 * MIB;
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB");

    @Override
    public List<Finding> look() {
        return List.of(disk(), memory());
    }

    private Finding disk() {
        return computer.room(folder)
                .map(this::disk)
                .orElseGet(() -> Finding.hint(
                        "Disk",
                        "the room at " + folder + " cannot be told",
                        "see with df -h " + folder + " that there are some GiB"));
    }

    private Finding disk(long bytes) {
        var left = gib(bytes) + " left at " + folder;
        var fix = "make room there, or name a folder on another disk with --home or SLUICE_HOME";
        if (bytes < LEAST_DISK) {
            return Finding.missing("Disk", left + ": too little to keep state and models", fix);
        }
        return bytes < GOOD_DISK
                ? Finding.hint("Disk", left + ": little for models and their environments", fix)
                : Finding.ok("Disk", left);
    }

    private Finding memory() {
        return available()
                .map(RoomCheck::memory)
                .orElseGet(() -> Finding.ok("Memory", "this system does not tell how much is available"));
    }

    private static Finding memory(long bytes) {
        var left = gib(bytes) + " available";
        return bytes < GOOD_MEMORY
                ? Finding.hint("Memory", left, "end what is not needed: each instance of a model takes its own memory")
                : Finding.ok("Memory", left);
    }

    private Optional<Long> available() {
        return computer.text(Path.of("/proc/meminfo"))
                .map(AVAILABLE::matcher)
                .filter(matcher -> matcher.find())
                .map(found -> Long.parseLong(found.group(1)) * 1024);
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
    }
}
