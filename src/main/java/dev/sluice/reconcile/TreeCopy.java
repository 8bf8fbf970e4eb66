package dev.sluice.reconcile;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Copies a file or a folder. Links are followed as long as they stay inside, so that the copy needs nothing from
 * elsewhere; the copy can be read by everybody, since containers run as another user, and written by its owner.
 */
final class TreeCopy extends SimpleFileVisitor<Path> {

    private static final Set<String> LEFT_OUT = Set.of(".git", "__pycache__", ".ipynb_checkpoints");

    private final Path source;
    private final Path target;

    private TreeCopy(Path source, Path target) {
        this.source = source;
        this.target = target;
    }

    /** @throws IOException naming what cannot be copied, and why: a link that leads out, a pipe, an unreadable file */
    static void copy(Path source, Path target) throws IOException {
        var real = source.toRealPath();
        Files.walkFileTree(
                real, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new TreeCopy(real, target));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (!folder.equals(source) && LEFT_OUT.contains(folder.getFileName().toString())) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        mustBeInside(folder);
        Files.createDirectories(placeOf(folder));
        allow(placeOf(folder), "rwxr-xr-x");
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        mustBeInside(file);
        if (attributes.isOther()) {
            throw new IOException(file + " is no file that can be copied");
        }
        Files.createDirectories(placeOf(file).getParent());
        Files.copy(file, placeOf(file));
        allow(placeOf(file), Files.isExecutable(file) ? "rwxr-xr-x" : "rw-r--r--");
        return FileVisitResult.CONTINUE;
    }

    private void mustBeInside(Path path) throws IOException {
        if (!path.toRealPath().startsWith(source)) {
            throw new IOException(path + " is a link to a place outside of " + source);
        }
    }

    private static void allow(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private Path placeOf(Path path) {
        return path.equals(source)
                ? target
                : target.resolve(source.relativize(path).toString());
    }
}
