package dev.sluice.console.create;

import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.console.support.Messages;
import dev.sluice.domain.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Finds the endpoint and deployment files in folders. It looks neither deep nor into hidden folders nor at very many
 * files: whoever drops a home folder must not wait for it. Blocks: not for the UI thread.
 */
public final class FolderSearch {

    private static final int DEEPEST = 5;

    /** How many YAML files, and how many files of any kind, are looked at in one folder. */
    public record Limits(int yaml, int files) {}

    private static final Limits USUAL = new Limits(200, 20_000);

    /**
     * What a search has come to.
     *
     * @param files what was found, in the order in which it is to be opened
     * @param unfinished the folders that have more in them than is looked at
     * @param limits what the search kept to
     */
    public record Result(List<Found> files, List<Path> unfinished, Limits limits) {

        public Result {
            files = List.copyOf(files);
            unfinished = List.copyOf(unfinished);
        }

        /** That there may be more than was found; empty if there is not. */
        public String unfinishedText() {
            return unfinished.isEmpty()
                    ? ""
                    : Messages.of("found.unfinished", FileNames.of(unfinished), limits.yaml(), limits.files());
        }
    }

    /** A file that was found, and what it is. */
    public record Found(Path file, Read read) {

        public boolean isUsable() {
            return !(read instanceof Read.Bad);
        }

        /** YAML has many uses, so most folders have files of others: of these the reader knows nothing but that. */
        public boolean isOfAnotherKind() {
            return read instanceof Read.Bad bad
                    && bad.problems().stream()
                            .allMatch(problem -> problem.code() == Problem.Code.BAD_VALUE
                                    && problem.path().isEmpty());
        }
    }

    /** What deployments may refer to comes first, then endpoints before their deployments, what cannot be used at the end; by name among themselves. */
    private static final Comparator<Found> IN_ORDER =
            Comparator.comparingInt(FolderSearch::rank).thenComparing(Found::file);

    private final ManifestReader reader;
    private final Limits limits;

    public FolderSearch(ManifestReader reader) {
        this(reader, USUAL);
    }

    FolderSearch(ManifestReader reader, Limits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    /** Whether a folder is among them. */
    public static boolean hasFolder(List<Path> paths) {
        return paths.stream().anyMatch(Files::isDirectory);
    }

    /** A file that is none of the two is found as one that cannot be used. */
    public Result in(List<Path> paths) {
        return in(paths, file -> true);
    }

    /**
     * The same, as long as it is to go on; of one that is not, what it has come to is of no use.
     *
     * @param goesOn asked at each file, on this thread; more than once at those that are read
     */
    public Result in(List<Path> paths, Predicate<Path> goesOn) {
        var files = new ArrayList<Path>();
        var unfinished = new ArrayList<Path>();
        for (var path : paths) {
            if (Files.isDirectory(path)) {
                var walk = walk(path, goesOn);
                files.addAll(walk.found);
                if (walk.hasStopped) {
                    unfinished.add(path);
                }
            } else {
                files.add(path);
            }
        }
        var found = files.stream()
                .takeWhile(goesOn)
                .map(file -> new Found(file, reader.read(file)))
                .sorted(IN_ORDER)
                .toList();
        return new Result(found, unfinished, limits);
    }

    public static boolean isYaml(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    private Walk walk(Path folder, Predicate<Path> goesOn) {
        var walk = new Walk(folder, limits, goesOn);
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, walk);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be looked through", e);
        }
        return walk;
    }

    private static int rank(Found found) {
        if (found.read() instanceof Read.Asset) {
            return 0;
        } else if (found.read() instanceof Read.Endpoint) {
            return 1;
        }
        return found.read() instanceof Read.Deployment ? 2 : 3;
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path root;
        private final List<Path> found = new ArrayList<>();
        private final Limits limits;
        private final Predicate<Path> goesOn;
        private int lookedAt;
        private boolean hasStopped;

        Walk(Path root, Limits limits, Predicate<Path> goesOn) {
            this.root = root;
            this.limits = limits;
            this.goesOn = goesOn;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && folder.getFileName().toString().startsWith(".")
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean isWanted = attributes.isRegularFile() && isYaml(file);
            if (!goesOn.test(file) || lookedAt == limits.files() || isWanted && found.size() == limits.yaml()) {
                hasStopped = true;
                return FileVisitResult.TERMINATE;
            }
            lookedAt++;
            if (isWanted) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** What may not be read is passed over. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
