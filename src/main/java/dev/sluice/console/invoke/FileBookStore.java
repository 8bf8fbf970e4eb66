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
import java.util.Comparator;
import java.util.List;

/**
 * Two JSON files in a folder, which other windows may write too: what they have changed since is taken over before a file
 * is written. It is written beside and renamed when it is complete, so that a crash leaves the one before; one that cannot
 * be read is set aside under another name and never overwritten.
 */
final class FileBookStore implements BookStore {

    private static final long LARGEST = 64L << 20;

    /** The lock of a file is the process's: among its own threads this one counts. */
    private static final Object OWN_TURN = new Object();

    private static final Merging<Exchange> EXCHANGES =
            new Merging<>(answer -> List.of(answer.at(), answer.endpoint()), Exchange::at);
    private static final Merging<SavedRequest> REQUESTS = new Merging<>(
            request -> List.of(request.endpoint(), request.name()),
            request -> request.draft().withoutSecrets());

    private final Path folder;
    private final Clock clock;
    private List<Exchange> knownHistory = List.of();
    private List<SavedRequest> knownRequests = List.of();

    FileBookStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public synchronized Contents load() {
        var troubles = new ArrayList<String>();
        knownHistory = read(history(), BookJson::readHistory, troubles);
        knownRequests = read(requests(), BookJson::readSaved, troubles);
        return new Contents(knownHistory, knownRequests, troubles);
    }

    @Override
    public synchronized List<String> saveHistory(List<Exchange> newestFirst) throws IOException {
        var troubles = new ArrayList<String>();
        inTurn(() -> {
            var theirs = found(history(), BookJson::readHistory, knownHistory, troubles);
            var all = EXCHANGES.merge(knownHistory, newestFirst, theirs).stream()
                    .sorted(Comparator.comparing(Exchange::at).reversed())
                    .limit(RequestBook.MOST_ANSWERS)
                    .toList();
            write(history(), BookJson.history(all));
        });
        knownHistory = List.copyOf(newestFirst);
        return troubles;
    }

    @Override
    public synchronized List<String> saveRequests(List<SavedRequest> requests) throws IOException {
        var troubles = new ArrayList<String>();
        inTurn(() -> {
            var theirs = found(requests(), BookJson::readSaved, knownRequests, troubles);
            var all = REQUESTS.merge(knownRequests, requests, theirs).stream()
                    .limit(RequestBook.MOST_SAVED)
                    .toList();
            write(requests(), BookJson.saved(all));
        });
        knownRequests = List.copyOf(requests);
        return troubles;
    }

    private interface Writing {
        void write() throws IOException;
    }

    /** No other window writes meanwhile. */
    private void inTurn(Writing writing) throws IOException {
        Files.createDirectories(folder);
        synchronized (OWN_TURN) {
            try (var turn =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                turn.lock();
                writing.write();
            }
        }
    }

    /** What others have left there; if it is gone or broken, there is nothing to be learnt from it. */
    private <T> List<T> found(Path file, Format<T> format, List<T> known, List<String> troubles) {
        boolean isThere = Files.exists(file);
        var entries = read(file, format, troubles);
        return isThere && troubles.isEmpty() ? entries : known;
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
