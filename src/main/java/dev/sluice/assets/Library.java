package dev.sluice.assets;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.sluice.domain.AssetKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The registry's own copies of assets' files, each kept once by the hash of its content: {@code <kind>s/<hash>/<name>}.
 * They are copied beside and renamed when complete, and nobody writes to them again. Safe from any thread.
 */
public final class Library {

    private static final String UNFINISHED = "unfinished-";
    private static final String RETIRED = "retired-";

    private final Path root;
    private final Opening opening;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Path, Integer> claims = new HashMap<>();

    /** @param root the folder of all copies; made when first needed */
    public Library(Path root) {
        this(root, Opening.PLAIN);
    }

    /** @param opening how what is copied is read */
    public Library(Path root, Opening opening) {
        this.root = root;
        this.opening = opening;
    }

    /** A copy that is there: its folder's name, which is the content's hash, and its size. */
    public record Kept(AssetKind kind, String folder, long bytes) {}

    /**
     * Copies a file or folder, or finds the copy of the same content. It is not thrown away before
     * {@link #release}. Of a copy that fails, or that the onlooker does not want, nothing stays. Blocks on the disk.
     *
     * @param name what the file or folder is called in the copy
     * @throws IOException naming what cannot be copied, and why
     * @throws java.util.concurrent.CancellationException if the onlooker wants it no more
     */
    Kept keep(AssetKind kind, Path source, String name, Onlooker onlooker) throws IOException {
        try {
            return copied(kind, source, name, onlooker);
        } catch (FileSystemException e) {
            throw e.getFile() != null && Path.of(e.getFile()).startsWith(root) ? new Unwritable(e) : e;
        }
    }

    private Kept copied(AssetKind kind, Path source, String name, Onlooker onlooker) throws IOException {
        var all = Measuring.of(source, onlooker);
        var unfinished = Files.createDirectories(unused(kind, UNFINISHED));
        try {
            Room.at(unfinished).mustHold(source, all.bytes());
            onlooker.found(all);
            var copy = new KeepingCopy(unfinished, opening, onlooker);
            TreeCopy.walk(source, unfinished.resolve(name), copy);
            var kept = new Kept(kind, copy.hash(), copy.bytes());
            putInPlace(unfinished, kept);
            return kept;
        } finally {
            TreeRemoval.remove(unfinished);
        }
    }

    private synchronized void putInPlace(Path unfinished, Kept kept) throws IOException {
        var folder = folderOf(kept.kind(), kept.folder());
        if (Files.isDirectory(folder) && !KeepingCopy.isUntouched(folder)) {
            Files.move(folder, unused(kept.kind(), RETIRED), StandardCopyOption.ATOMIC_MOVE);
        }
        if (!Files.isDirectory(folder)) {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        claims.merge(folder, 1, Integer::sum);
    }

    /** Whoever has kept a copy has registered it, or does not need it after all. */
    public synchronized void release(Kept kept) {
        claims.computeIfPresent(folderOf(kept.kind(), kept.folder()), (folder, times) -> times == 1 ? null : times - 1);
    }

    /**
     * The file or folder that was copied, under its own name. Blocks on the disk.
     *
     * @throws IOException if it is gone, or somebody has written to it
     */
    public Path files(AssetKind kind, String folder) throws IOException {
        var place = folderOf(kind, folder);
        if (!KeepingCopy.isUntouched(place)) {
            throw new IOException("the registry's copy in " + place + " was written to");
        }
        try (var all = Files.list(place)) {
            return all.findFirst().orElseThrow(() -> new IOException("the registry's copy in " + place + " is gone"));
        }
    }

    /**
     * Takes a copy that nobody names any more off the shelf.
     *
     * @return what is left to be deleted; empty if there is nothing, or someone has just asked for the same content
     */
    public synchronized Optional<Path> retire(AssetKind kind, String folder) {
        var place = folderOf(kind, folder);
        if (claims.containsKey(place) || !Files.isDirectory(place)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.move(place, unused(kind, RETIRED), StandardCopyOption.ATOMIC_MOVE));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the registry's copy in " + place + " cannot be removed: " + Intake.why(e), e);
        }
    }

    /** Retires all but these copies, and whatever a crash has left: what is left to be deleted. Only at the start. */
    public List<Path> retireAllBut(AssetKind kind, Set<String> wanted) {
        var leaving = new ArrayList<Path>();
        for (var name : names(kind)) {
            boolean rest = name.startsWith(UNFINISHED) || name.startsWith(RETIRED);
            if (rest) {
                leaving.add(shelf(kind).resolve(name));
            } else if (!wanted.contains(name)) {
                retire(kind, name).ifPresent(leaving::add);
            }
        }
        return leaving;
    }

    private Set<String> names(AssetKind kind) {
        if (!Files.isDirectory(shelf(kind))) {
            return Set.of();
        }
        try (Stream<Path> all = Files.list(shelf(kind))) {
            return all.map(path -> path.getFileName().toString()).collect(toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("the registry's folder cannot be read: " + shelf(kind), e);
        }
    }

    /** A name that nothing on the shelf has, not even what is being deleted since the last run. */
    private Path unused(AssetKind kind, String prefix) {
        return Stream.generate(() -> shelf(kind).resolve(prefix + numbers.incrementAndGet()))
                .filter(path -> !Files.exists(path))
                .findFirst()
                .orElseThrow();
    }

    private Path folderOf(AssetKind kind, String folder) {
        return shelf(kind).resolve(folder);
    }

    private Path shelf(AssetKind kind) {
        return root.resolve(kind.word() + "s");
    }
}
