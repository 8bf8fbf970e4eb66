package dev.sluice.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * The state folder: all that a runtime keeps. Only its user can look into it, and only one runtime can have it open: the
 * lock is the operating system's, so that it ends with the process however that ends.
 */
final class Home implements AutoCloseable {

    private final Path folder;
    private final FileLock lock;

    private Home(Path folder, FileLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Where the state is kept when nobody says otherwise: {@code SLUICE_HOME}, or the XDG state folder. */
    static Path usual(Map<String, String> environment) {
        var named = environment.getOrDefault("SLUICE_HOME", "");
        if (!named.isEmpty()) {
            return Path.of(named).toAbsolutePath();
        }
        var xdg = environment.getOrDefault("XDG_STATE_HOME", "");
        var state = xdg.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(xdg);
        return state.resolve("sluice").toAbsolutePath();
    }

    /** Opens the folder, making it if need be; empty if another runtime has it open. */
    static Optional<Home> open(Path folder) {
        try {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
            }
            return lock.map(held -> new Home(folder, held));
        } catch (IOException e) {
            throw new UncheckedIOException("the state folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldInThisProcess) {
            return Optional.empty();
        }
    }

    Path folder() {
        return folder;
    }

    Path database() {
        return folder.resolve("sluice.db");
    }

    Path deployments() {
        return folder.resolve("deployments");
    }

    /** What the data collector keeps, laid out as in the cloud's storage. */
    Path collected() {
        return folder.resolve("modelDataCollector");
    }

    /** The registry's copies of models and environments. */
    Path assets() {
        return folder.resolve("assets");
    }

    /** Which images stand in for others. */
    Path imageSubstitutions() {
        return folder.resolve("image-substitutions.txt");
    }

    /** Keeps the router's port across runs. */
    Path routerPort() {
        return folder.resolve("router.port");
    }

    /** Keeps the port of {@code /metrics} across runs. */
    Path metricsPort() {
        return folder.resolve("metrics.port");
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException("the lock of " + folder + " cannot be given back", e);
        }
    }
}
