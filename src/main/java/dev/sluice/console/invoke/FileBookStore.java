package dev.sluice.console.invoke;

import dev.sluice.console.support.Messages;
import dev.sluice.control.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Two JSON files in a folder. A file is written beside and renamed when it is complete, so that a crash leaves the one
 * before; one that cannot be read is set aside under another name and never overwritten.
 */
final class FileBookStore implements BookStore {

    private static final long LARGEST = 64L << 20;

    private final Path folder;
    private final Clock clock;

    FileBookStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Contents load() {
        var troubles = new ArrayList<String>();
        return new Contents(
                read(history(), BookJson::readHistory, troubles),
                read(requests(), BookJson::readSaved, troubles),
                troubles);
    }

    @Override
    public synchronized void saveHistory(List<Exchange> newestFirst) throws IOException {
        write(history(), BookJson.history(newestFirst));
    }

    @Override
    public synchronized void saveRequests(List<SavedRequest> requests) throws IOException {
        write(requests(), BookJson.saved(requests));
    }

    private Path history() {
        return folder.resolve("history.json");
    }

    private Path requests() {
        return folder.resolve("requests.json");
    }

    private interface Format<T> {
        List<T> read(byte[] json) throws IOException;
    }

    private <T> List<T> read(Path file, Format<T> format, List<String> troubles) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException("it is larger than " + (LARGEST >> 20) + " MiB");
            }
            return format.read(Files.readAllBytes(file));
        } catch (IOException broken) {
            troubles.add(setAside(file, Reason.of(broken)));
            return List.of();
        }
    }

    private String setAside(Path file, String why) {
        var aside = file.resolveSibling(file.getFileName() + ".broken-" + clock.millis());
        try {
            Files.move(file, aside);
            return Messages.of("invoke.book.set-aside", file.getFileName(), aside, why);
        } catch (IOException e) {
            return Messages.of("invoke.book.unreadable", file, why);
        }
    }

    private void write(Path file, byte[] json) throws IOException {
        Files.createDirectories(folder);
        var beside = file.resolveSibling(file.getFileName() + ".new");
        try (var out = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (var rest = ByteBuffer.wrap(json); rest.hasRemaining(); ) {
                out.write(rest);
            }
            out.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
