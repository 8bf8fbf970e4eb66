package dev.sluice.assets;

import dev.sluice.hash.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.TreeMap;

/** Copies files that nobody shall write to again, and works out meanwhile by which hash their content is known. */
final class KeepingCopy implements TreeCopy.Step {

    /** More files than any model has; it keeps a wrong path, such as a home folder, from filling the disk's index. */
    static final int MOST_FILES = 100_000;

    /** Room that is left on the disk for what else the program must write. */
    private static final long RESERVE = 256L << 20;

    /**
     * All the same, so that the copy tells whether somebody has written to it. Not before 1980, which no ZIP file can say:
     * Python's packages are such.
     */
    private static final FileTime NEVER = FileTime.from(Instant.parse("2000-01-01T00:00:00Z"));

    private final Path root;
    private final TreeMap<String, String> entries = new TreeMap<>();
    private long bytes;

    /** @param root what paths are told from, so that the hash does not depend on where the copy is made */
    KeepingCopy(Path root) {
        this.root = root;
    }

    @Override
    public void folder(Path made) throws IOException {
        add(made, "folder");
    }

    @Override
    public void file(Path from, Path to) throws IOException {
        mustFit(from);
        var content = new Sha256();
        try (var in = content.reading(Files.newInputStream(from));
                OutputStream out = Files.newOutputStream(to)) {
            bytes += in.transferTo(out);
        }
        boolean program = Files.isExecutable(from);
        Files.setLastModifiedTime(to, NEVER);
        TreeCopy.allow(to, program ? "r-xr-xr-x" : "r--r--r--");
        add(to, (program ? "program " : "file ") + content.digits());
    }

    /** Whether nobody has written to the files below {@code kept} since they were copied. */
    static boolean isUntouched(Path kept) throws IOException {
        try (var all = Files.walk(kept)) {
            for (var path : (Iterable<Path>) all::iterator) {
                if (Files.isRegularFile(path)
                        && !Files.getLastModifiedTime(path).equals(NEVER)) {
                    return false;
                }
            }
            return true;
        }
    }

    private void add(Path path, String what) throws IOException {
        entries.put(root.relativize(path).toString().replace('\\', '/'), what);
        if (entries.size() > MOST_FILES) {
            throw new IOException("there are more than " + MOST_FILES + " files");
        }
    }

    private void mustFit(Path file) throws IOException {
        long size = Files.size(file);
        long room = Files.getFileStore(root).getUsableSpace() - RESERVE;
        if (size > room) {
            throw new IOException("the disk has no room for a copy of " + file + " (" + (size >> 20) + " MiB)");
        }
    }

    String hash() {
        return Sha256.of(entries.entrySet().stream().map(entry -> entry.getKey() + "\0" + entry.getValue()));
    }

    long bytes() {
        return bytes;
    }
}
