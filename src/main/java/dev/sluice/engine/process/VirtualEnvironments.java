package dev.sluice.engine.process;

import dev.sluice.engine.conda.CondaRequest;
import dev.sluice.engine.process.HostPython.Interpreter;
import dev.sluice.hash.Sha256;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The virtual environments of one state folder, {@code <home>/environments/<hash>}: one for each content, whichever
 * deployments use it. Each is made where it stays, since the programs in it know their own place; a file that is
 * written last tells a complete one from what a crash or a failure has left. Safe from any thread.
 */
final class VirtualEnvironments {

    private static final int DIGITS = 16;
    private static final String COMPLETE = "complete";
    private static final String GONE = ".gone";

    private final Path root;
    private final Set<String> inUse = new HashSet<>();
    private final Map<String, Object> beingMade = new ConcurrentHashMap<>();

    private VirtualEnvironments(Path root) {
        this.root = root;
    }

    /** Opens them, and removes what an earlier run has left half made or half removed. */
    static VirtualEnvironments in(Path home) throws IOException {
        var root = Files.createDirectories(home.resolve("environments").toAbsolutePath());
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        var environments = new VirtualEnvironments(root);
        for (var folder : environments.present()) {
            if (!Files.exists(folder.resolve(COMPLETE))) {
                deleteTree(folder);
            }
        }
        return environments;
    }

    /** The same for files that ask for the same, under the same Python. */
    static String fingerprint(CondaRequest request, Interpreter interpreter) {
        return hash(interpreter + "\n" + request.normalised());
    }

    static String hash(String content) {
        return Sha256.of(content).substring(0, DIGITS);
    }

    /** What fills an empty folder with a virtual environment. */
    @FunctionalInterface
    interface Recipe {
        void into(Path folder) throws IOException;
    }

    /** The Python of a complete one, which is in use from now on. */
    synchronized Optional<Path> find(String fingerprint) {
        var folder = root.resolve(fingerprint);
        return isComplete(folder) ? Optional.of(used(folder)) : Optional.empty();
    }

    private Path used(Path folder) {
        var python = pythonOf(folder);
        inUse.add(python.toString());
        return python;
    }

    private static boolean isComplete(Path folder) {
        return Files.exists(folder.resolve(COMPLETE));
    }

    static Path pythonOf(Path folder) {
        return folder.resolve("bin").resolve("python");
    }

    /** Makes one, which is in use from now on; if that fails, nothing is left of it. Waits while another makes the same. */
    Path make(String fingerprint, Recipe recipe) throws IOException {
        synchronized (beingMade.computeIfAbsent(fingerprint, unknown -> new Object())) {
            var folder = root.resolve(fingerprint);
            deleteTree(folder);
            Files.createDirectory(folder);
            try {
                recipe.into(folder);
                return completed(folder);
            } finally {
                if (!isComplete(folder)) {
                    deleteTree(folder);
                }
            }
        }
    }

    private synchronized Path completed(Path folder) throws IOException {
        Files.createFile(folder.resolve(COMPLETE));
        return used(folder);
    }

    /** Only those with these Pythons are in use; others are as soon as they are found or made. Quick: deletes nothing. */
    synchronized void keepOnly(Set<String> pythons) {
        inUse.clear();
        inUse.addAll(pythons);
    }

    /** Deletes those that are not in use. */
    void sweep() throws IOException {
        for (var folder : setAside()) {
            deleteTree(folder);
        }
    }

    /** Under another name none of them is found again. */
    private synchronized List<Path> setAside() throws IOException {
        var aside = new ArrayList<Path>();
        for (var folder : present()) {
            if (isComplete(folder) && !inUse.contains(pythonOf(folder).toString())) {
                Files.delete(folder.resolve(COMPLETE));
                aside.add(Files.move(folder, folder.resolveSibling(folder.getFileName() + GONE)));
            }
        }
        return aside;
    }

    private List<Path> present() throws IOException {
        try (var folders = Files.list(root)) {
            return folders.toList();
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // what wrote there was just ended and has cleaned up itself
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
