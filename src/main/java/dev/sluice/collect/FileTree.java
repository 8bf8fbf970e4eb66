package dev.sluice.collect;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files under a folder, as they were when it was looked at. Follows no links. */
final class FileTree {

    private record Entry(Path file, long bytes, FileTime changed) {}

    private final Path folder;
    private final List<Entry> entries;

    private FileTree(Path folder, List<Entry> entries) {
        this.folder = folder;
        this.entries = entries;
    }

    static FileTree of(Path folder) throws IOException {
        var entries = new ArrayList<Entry>();
        if (Files.isDirectory(folder)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                    entries.add(new Entry(file, about.size(), about.lastModifiedTime()));
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return new FileTree(folder, entries);
    }

    int files() {
        return entries.size();
    }

    long bytes() {
        return entries.stream().mapToLong(Entry::bytes).sum();
    }

    /** With the folder itself. */
    void delete() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Deletes the oldest until no more than {@code most} bytes are left, but never {@code kept}; says how many. */
    int deleteOldest(long most, Path kept) throws IOException {
        var oldestFirst = entries.stream()
                .filter(entry -> !entry.file().equals(kept))
                .sorted(Comparator.comparing(Entry::changed).thenComparing(Entry::file))
                .iterator();
        long left = bytes();
        int deleted = 0;
        while (left > most && oldestFirst.hasNext()) {
            var oldest = oldestFirst.next();
            Files.deleteIfExists(oldest.file());
            dropEmpty(oldest.file().getParent());
            left -= oldest.bytes();
            deleted++;
        }
        return deleted;
    }

    private void dropEmpty(Path emptied) throws IOException {
        try {
            for (var each = emptied; !each.equals(folder); each = each.getParent()) {
                Files.delete(each);
            }
        } catch (DirectoryNotEmptyException others) {
            // Newer files are there.
        }
    }
}
