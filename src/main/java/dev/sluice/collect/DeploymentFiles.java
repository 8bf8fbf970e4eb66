package dev.sluice.collect;

import dev.sluice.domain.CollectedData.Wiped;
import dev.sluice.domain.DataCollection.Rolling;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The files of one deployment, laid out as in the cloud: {@code <collection>/<year>/<month>/<day>/<hour>/<run>.jsonl}.
 * They are opened for each record and closed again, so that they can be read, moved and removed at any time. For the
 * collector's thread only.
 */
final class DeploymentFiles {

    private final Path folder;
    private final String run;
    private final Limits limits;
    private final Map<String, Newest> newest = new HashMap<>();
    private long bytes;
    private long removed;

    /** The file of a collection that was written to last. */
    private record Newest(Path folder, int number) {}

    /** @param run tells the files of this run from those of others */
    DeploymentFiles(Path folder, String run, Limits limits) {
        this.folder = folder;
        this.run = run;
        this.limits = limits;
    }

    /** Looks at what earlier runs have left. */
    void open() throws IOException {
        bytes = FileTree.of(folder).bytes();
    }

    long bytes() {
        return bytes;
    }

    /** How many files had to make room for newer ones. */
    long removed() {
        return removed;
    }

    /** Where the records of that time go. */
    Path folderOf(String collection, Rolling rolling, Instant time) {
        return folder.resolve(collection).resolve(Roll.folder(rolling, time));
    }

    /** Adds a line to the collection's newest file, or begins another: all of it or, if that fails, nothing. */
    long append(String collection, Path into, String line) throws IOException {
        var content = (line + "\n").getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(into);
        var file = fileFor(collection, into, content.length);
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long end = channel.size();
            channel.position(end);
            write(channel, content, end);
        }
        grown(content.length, file);
        return content.length;
    }

    /** Puts a body that is no text into a file of its own. */
    void put(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(channel, content, 0);
        }
        grown(content.length, file);
    }

    Wiped wipe() throws IOException {
        var all = FileTree.of(folder);
        all.delete();
        newest.clear();
        bytes = 0;
        return new Wiped(all.files(), all.bytes());
    }

    /** A disk that is full takes a part: half a record would spoil the file for whoever reads it. */
    private static void write(FileChannel channel, byte[] content, long end) throws IOException {
        try {
            var rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } catch (IOException e) {
            channel.truncate(end);
            throw e;
        }
    }

    private Path fileFor(String collection, Path into, int more) throws IOException {
        var last = newest.get(collection);
        var current = last != null && last.folder().equals(into) ? last : new Newest(into, 1);
        while (sizeOf(path(current)) > 0 && sizeOf(path(current)) + more > limits.fileBytes()) {
            current = new Newest(into, current.number() + 1);
        }
        newest.put(collection, current);
        return path(current);
    }

    private Path path(Newest place) {
        return place.folder().resolve(place.number() == 1 ? run + ".jsonl" : run + "-" + place.number() + ".jsonl");
    }

    private static long sizeOf(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private void grown(long more, Path justWritten) throws IOException {
        bytes += more;
        if (bytes > limits.diskBytes()) {
            var all = FileTree.of(folder);
            removed += all.deleteOldest(limits.diskBytes(), justWritten);
            bytes = FileTree.of(folder).bytes();
        }
    }
}
