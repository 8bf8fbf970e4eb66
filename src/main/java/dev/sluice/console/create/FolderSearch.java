package dev.sluice.console.create;

import dev.sluice.console.create.ManifestReader.Read;
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

/**
 * Finds the endpoint and deployment files in folders. It looks neither deep nor into hidden folders nor at very many
 * files: whoever drops a home folder must not wait for it. Blocks: not for the UI thread.
 */
public final class FolderSearch {

    private static final int DEEPEST = 5;
    private static final int MOST_FILES = 200;
    private static final int MOST_LOOKED_AT = 20_000;

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

    public FolderSearch(ManifestReader reader) {
        this.reader = reader;
    }

    /** Whether a folder is among them. */
    public static boolean hasFolder(List<Path> paths) {
        return paths.stream().anyMatch(Files::isDirectory);
    }

    /** A file that is none of the two is found as one that cannot be used. */
    public List<Found> in(List<Path> paths) {
        return paths.stream()
                .flatMap(path -> (Files.isDirectory(path) ? yamlIn(path) : List.of(path)).stream())
                .map(file -> new Found(file, reader.read(file)))
                .sorted(IN_ORDER)
                .toList();
    }

    public static boolean isYaml(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    private static List<Path> yamlIn(Path folder) {
        var walk = new Walk(folder);
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, walk);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be looked through", e);
        }
        return walk.found;
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
        private int lookedAt;

        Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && folder.getFileName().toString().startsWith(".")
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            lookedAt++;
            if (attributes.isRegularFile() && isYaml(file)) {
                found.add(file);
            }
            return found.size() < MOST_FILES && lookedAt < MOST_LOOKED_AT
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.TERMINATE;
        }

        /** What may not be read is passed over. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
