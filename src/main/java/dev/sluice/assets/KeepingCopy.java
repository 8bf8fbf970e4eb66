package dev.sluice.assets;

import dev.sluice.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.TreeMap;

/** Copies files that nobody shall write to again, and works out meanwhile by which hash their content is known. */
final class KeepingCopy implements TreeCopy.Step {

    /** So much is copied at once: little enough to be stopped within a moment on any disk. */
    private static final int CHUNK = 1 << 16;

    /**
     * All the same, so that the copy tells whether somebody has written to it. Not before 1980, which no ZIP file can say:
     * Python's packages are such.
     */
    private static final FileTime NEVER = FileTime.from(Instant.parse("2000-01-01T00:00:00Z"));

    private final Path root;
    private final Opening opening;
    private final Onlooker onlooker;
    private final TreeMap<String, String> entries = new TreeMap<>();
    private long bytes;

    /** @param root what paths are told from, so that the hash does not depend on where the copy is made */
    KeepingCopy(Path root, Opening opening, Onlooker onlooker) {
        this.root = root;
        this.opening = opening;
        this.onlooker = onlooker;
    }

    @Override
    public void folder(Path place) throws IOException {
        TreeCopy.Step.super.folder(place);
        add(place, "folder");
    }

    @Override
    public void file(Path from, Path to) throws IOException {
        var room = Room.at(root);
        room.mustHold(from, Files.size(from));
        var content = new Sha256();
        long before = bytes;
        try (var in = content.reading(opening.open(from));
                OutputStream out = Files.newOutputStream(to)) {
            transfer(in, out);
        } catch (FileSystemException e) {
            throw e; // It names the file already.
        } catch (IOException e) {
            throw room.meant(e, from);
        }
        boolean program = Files.isExecutable(from);
        Files.setLastModifiedTime(to, NEVER);
        TreeCopy.allow(to, program ? "r-xr-xr-x" : "r--r--r--");
        add(to, (program ? "program " : "file ") + content.digits());
        onlooker.whole(nameOf(to), bytes - before);
    }

    private void transfer(InputStream in, OutputStream out) throws IOException {
        var chunk = new byte[CHUNK];
        onlooker.mayGoOn();
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            out.write(chunk, 0, read);
            bytes += read;
            onlooker.copied(read);
            onlooker.mayGoOn();
        }
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

    private void add(Path path, String what) {
        entries.put(nameOf(path), what);
    }

    private String nameOf(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    String hash() {
        return Sha256.of(entries.entrySet().stream().map(entry -> entry.getKey() + "\0" + entry.getValue()));
    }

    long bytes() {
        return bytes;
    }
}
