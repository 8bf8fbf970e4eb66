package dev.sluice.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The state folder: all that a runtime keeps. Only its user can look into it, and only one runtime can have it open: the
 * lock is the operating system's, so that it ends with the process however that ends.
 */
public final class Home implements AutoCloseable {

    /**
     * Those that this process has open. A second look at a lock file of its own would cost it the lock: to the operating
     * system it is the process's, and gone with the first of its descriptors that is closed.
     */
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path known;
    private final FileLock lock;

    private Home(Path folder, Path known, FileLock lock) {
        this.folder = folder;
        this.known = known;
        this.lock = lock;
    }

    /** Where the state is kept when nobody says otherwise: {@code SLUICE_HOME}, or the XDG state folder. */
    public static Path usual(Map<String, String> environment) {
        var named = environment.getOrDefault("SLUICE_HOME", "");
        if (!named.isEmpty()) {
            return Path.of(named).toAbsolutePath();
        }
        var xdg = environment.getOrDefault("XDG_STATE_HOME", "");
        var state = xdg.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(xdg);
        return state.resolve("sluice").toAbsolutePath();
    }

    /** Opens the folder, making it if need be; empty if another runtime has it open. */
    public static Optional<Home> open(Path folder) {
        prepare(folder);
        try {
            var known = folder.toRealPath();
            if (!OPEN_HERE.add(known)) {
                return Optional.empty();
            }
            var home = lock(folder).map(held -> new Home(folder, known, held));
            if (home.isPresent()) {
                var own = Incarnation.of(ProcessHandle.current().pid());
                Files.writeString(pidFile(folder), own.pid() + "\n" + own.born() + "\n");
            } else {
                OPEN_HERE.remove(known);
            }
            return home;
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /** Makes the folder, for its user's eyes only. */
    static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static Optional<FileLock> lock(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = Optional.ofNullable(channel.tryLock());
        if (lock.isEmpty()) {
            channel.close();
        }
        return lock;
    }

    /** The process that has the folder open, or had it last if it is still there; empty if none has. */
    public static Optional<Long> holder(Path folder) {
        try {
            var lines = Files.readAllLines(pidFile(folder));
            var born = lines.size() > 1 ? lines.get(1) : "";
            return Optional.of(new Incarnation(Long.parseLong(lines.get(0).strip()), born))
                    .filter(Incarnation::isThere)
                    .map(Incarnation::pid);
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException noneWasThere) {
            return Optional.empty();
        }
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("runtime.pid");
    }

    private static UncheckedIOException unusable(Path folder, IOException why) {
        return new UncheckedIOException("the state folder " + folder + " cannot be used: " + why.getMessage(), why);
    }

    public Path folder() {
        return folder;
    }

    public Path database() {
        return folder.resolve("sluice.db");
    }

    public Path deployments() {
        return folder.resolve("deployments");
    }

    /** What the data collector keeps, laid out as in the cloud's storage. */
    public Path collected() {
        return folder.resolve("modelDataCollector");
    }

    /** The registry's copies of models and environments. */
    public Path assets() {
        return folder.resolve("assets");
    }

    /** Which images stand in for others. */
    public Path imageSubstitutions() {
        return imageSubstitutions(folder);
    }

    /** Which images stand in for others, in a folder that another process has open. */
    public static Path imageSubstitutions(Path folder) {
        return folder.resolve("image-substitutions.txt");
    }

    /** What machine sizes stand for on this computer. */
    public Path instanceProfiles() {
        return instanceProfiles(folder);
    }

    /** What machine sizes stand for on this computer, in a folder that another process has open. */
    public static Path instanceProfiles(Path folder) {
        return folder.resolve("instance-profiles.txt");
    }

    /** Keeps the router's port across runs. */
    public Path routerPort() {
        return folder.resolve("router.port");
    }

    /** Keeps the port of {@code /metrics} across runs. */
    public Path metricsPort() {
        return folder.resolve("metrics.port");
    }

    /** Keeps the port of the control API across runs. */
    public Path controlPort() {
        return folder.resolve("control.port");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(pidFile(folder));
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException("the lock of " + folder + " cannot be given back", e);
        } finally {
            OPEN_HERE.remove(known);
        }
    }
}
