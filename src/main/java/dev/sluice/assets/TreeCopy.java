package dev.sluice.assets;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Copies a file or a folder. Links are followed as long as they stay inside, so that the copy needs nothing from
 * elsewhere; the copy can be read by everybody, since containers run as another user.
 */
public final class TreeCopy extends SimpleFileVisitor<Path> {

    private static final Set<String> LEFT_OUT = Set.of(".git", "__pycache__", ".ipynb_checkpoints");

    private final Path source;
    private final Path target;
    private final Step step;

    private TreeCopy(Path source, Path target, Step step) {
        this.source = source;
        this.target = target;
        this.step = step;
    }

    /**
     * Makes a copy that its owner may write to.
     *
     * @throws IOException naming what cannot be copied, and why: a link that leads out, a pipe, an unreadable file
     */
    public static void copy(Path source, Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        walk(source, target, new WritableCopy());
    }

    /**
     * Gives each file that nobody may write to a second name, without a copy of what is in it. Other files are copied, and
     * all where the disk cannot do that.
     *
     * @throws IOException as {@link #copy} does
     */
    public static void link(Path source, Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        walk(source, target, new SecondName());
    }

    /** @param target where the copy is to be; the folder that it is to stand in is there */
    static void walk(Path source, Path target, Step step) throws IOException {
        var real = source.toRealPath();
        Files.walkFileTree(
                real, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new TreeCopy(real, target, step));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (!folder.equals(source) && LEFT_OUT.contains(folder.getFileName().toString())) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        mustBeInside(folder);
        step.folder(placeOf(folder));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        mustBeInside(file);
        if (attributes.isOther()) {
            throw new IOException(file + " is no file that can be copied");
        }
        step.file(file, placeOf(file));
        return FileVisitResult.CONTINUE;
    }

    private void mustBeInside(Path path) throws IOException {
        if (!path.toRealPath().startsWith(source)) {
            throw new IOException(path + " is a link to a place outside of " + source);
        }
    }

    static void allow(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private Path placeOf(Path path) {
        return path.equals(source)
                ? target
                : target.resolve(source.relativize(path).toString());
    }

    /** What is done with each folder and each file. */
    interface Step {

        /** Makes it, unless the step says otherwise. */
        default void folder(Path place) throws IOException {
            Files.createDirectories(place);
            allow(place, "rwxr-xr-x");
        }

        void file(Path from, Path to) throws IOException;
    }

    private static final class WritableCopy implements Step {

        @Override
        public void file(Path from, Path to) throws IOException {
            Files.copy(from, to);
            allow(to, Files.isExecutable(from) ? "rwxr-xr-x" : "rw-r--r--");
        }
    }

    private static final class SecondName implements Step {

        @Override
        public void file(Path from, Path to) throws IOException {
            if (isWritable(from)) {
                new WritableCopy().file(from, to);
                return;
            }
            try {
                Files.createLink(to, from);
            } catch (IOException | UnsupportedOperationException onAnotherDisk) {
                Files.copy(from, to);
                allow(to, Files.isExecutable(from) ? "r-xr-xr-x" : "r--r--r--");
            }
        }

        /** Asks for the permission itself: the superuser may write to everything. */
        private static boolean isWritable(Path file) throws IOException {
            return !file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    || Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_WRITE);
        }
    }
}
