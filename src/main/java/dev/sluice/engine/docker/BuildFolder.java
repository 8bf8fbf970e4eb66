package dev.sluice.engine.docker;

import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import dev.sluice.engine.EngineException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A user's folder with a Dockerfile, without what its {@code .dockerignore} leaves out. */
final class BuildFolder {

    /** More than any environment needs, and little enough to be sent within a minute. */
    static final long MOST_BYTES = 2L << 30;

    private static final String IGNORE_FILE = ".dockerignore";
    private static final int LARGEST_TOLD = 3;

    private final Path folder;
    private final Path dockerfile;
    private final long mostBytes;

    /** @param mostBytes that it may have without what is left out */
    BuildFolder(EnvironmentSource.Build build, long mostBytes) {
        this.folder = Path.of(build.folder()).toAbsolutePath().normalize();
        this.dockerfile = folder.resolve(build.dockerfile()).normalize();
        this.mostBytes = mostBytes;
    }

    Path dockerfilePath() {
        return dockerfile;
    }

    /** @throws EngineException if there is no Dockerfile inside the folder, or it is no text */
    Dockerfile dockerfile() throws IOException {
        if (!dockerfile.startsWith(folder) || !Files.isRegularFile(dockerfile)) {
            throw refused(
                    "there is no file " + dockerfile + " inside " + folder,
                    "correct build.path or build.dockerfile_path",
                    Place.NOWHERE);
        }
        try {
            return Dockerfile.parse(Files.readString(dockerfile));
        } catch (CharacterCodingException e) {
            throw refused(
                    "the Dockerfile is not UTF-8 text", "save it as UTF-8", new Place(dockerfile.toString(), 1, 1));
        }
    }

    /** @param image what stands in for an image of the Dockerfile's; the same if nothing does */
    BuildContext context(UnaryOperator<String> image) throws IOException {
        var text = dockerfile().withImages(image);
        var ignored = ignoreFile();
        var files = new TreeMap<String, ContextFile>();
        Files.walkFileTree(folder, new Collector(ignored, files));
        refuseTooMuch(files);
        var inside = folder.relativize(dockerfile).toString();
        files.put(inside, ContextFile.text(inside, text));
        return new BuildContext(
                inside,
                List.copyOf(files.values()),
                files.keySet().stream().filter(ignored::leavesOut).collect(Collectors.toSet()));
    }

    private IgnoreFile ignoreFile() throws IOException {
        var file = folder.resolve(IGNORE_FILE);
        try {
            return IgnoreFile.parse(
                    Files.isRegularFile(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of());
        } catch (IgnoreFile.BadPattern e) {
            throw refused(String.valueOf(e.getMessage()), "correct the line", new Place(file.toString(), e.line(), 1));
        } catch (CharacterCodingException e) {
            throw refused(".dockerignore is not UTF-8 text", "save it as UTF-8", new Place(file.toString(), 1, 1));
        }
    }

    /** Takes in what is not left out. Dockerfile and ignore file are always sent: Docker reads them. */
    private final class Collector extends SimpleFileVisitor<Path> {

        private final IgnoreFile ignored;
        private final Map<String, ContextFile> files;

        private Collector(IgnoreFile ignored, Map<String, ContextFile> files) {
            this.ignored = ignored;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            var name = name(path);
            if (name.isEmpty()) {
                return FileVisitResult.CONTINUE;
            }
            if (ignored.leavesOutAllOf(name) && !dockerfile.startsWith(path)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (!ignored.leavesOut(name)) {
                files.put(name, ContextFile.folder(name));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
            var name = name(path);
            boolean needed = path.equals(dockerfile) || name.equals(IGNORE_FILE);
            if (needed || !ignored.leavesOut(name)) {
                add(path, name, attributes);
            }
            return FileVisitResult.CONTINUE;
        }

        /** Sockets and pipes are nothing that could be sent. */
        private void add(Path path, String name, BasicFileAttributes attributes) throws IOException {
            if (attributes.isSymbolicLink()) {
                files.put(
                        name,
                        ContextFile.link(name, Files.readSymbolicLink(path).toString()));
            } else if (attributes.isRegularFile()) {
                if (!Files.isReadable(path)) {
                    throw unreadable(path);
                }
                files.put(
                        name,
                        Files.isExecutable(path)
                                ? ContextFile.executable(name, path, attributes.size())
                                : ContextFile.plain(name, path, attributes.size()));
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException failure) {
            if (ignored.leavesOut(name(path))) {
                return FileVisitResult.CONTINUE;
            }
            throw unreadable(path);
        }

        private String name(Path path) {
            return folder.relativize(path).toString();
        }
    }

    private static EngineException unreadable(Path path) {
        return refused(
                "this user may not read " + path,
                "let this user read it, or leave it out by .dockerignore",
                Place.NOWHERE);
    }

    private void refuseTooMuch(Map<String, ContextFile> files) {
        long bytes = files.values().stream().mapToLong(ContextFile::bytes).sum();
        if (bytes > mostBytes) {
            throw refused(
                    "the folder " + folder + " has " + size(bytes) + " to be sent to Docker, more than "
                            + size(mostBytes) + "; largest are " + largest(files),
                    "leave out by .dockerignore what the image does not need",
                    Place.NOWHERE);
        }
    }

    private static String largest(Map<String, ContextFile> files) {
        var byTop = files.values().stream()
                .collect(Collectors.groupingBy(
                        file -> file.name().split("/", 2)[0], Collectors.summingLong(ContextFile::bytes)));
        return byTop.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(LARGEST_TOLD)
                .map(top -> top.getKey() + " (" + size(top.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String size(long bytes) {
        return bytes < 1L << 20 ? bytes + " bytes" : (bytes >> 20) + " MiB";
    }

    private static EngineException refused(String what, String remedy, Place place) {
        return new EngineException(Problem.of(Problem.Code.IMAGE_BUILD_FAILURE, "environment.build", what, remedy)
                .at(place));
    }
}
