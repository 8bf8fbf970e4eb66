package dev.sluice.manifest;

import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file or folder that a manifest relies on, and where it says so. Looking for it is apart from reading the manifest.
 *
 * @param root the folder that it must not lead out of, by a link either
 */
record LocalFile(String path, Place place, Path target, Kind kind, Path root) {

    /** {@code https:}, {@code azureml:} and the like, but not a drive letter. */
    private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:.*", Pattern.DOTALL);

    enum Kind {
        FILE("file"),
        FOLDER("folder"),
        FILE_OR_FOLDER("file or folder");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** The absolute path that {@code value} means when paths start from {@code folder}. */
    static Optional<Path> named(Value value, Path folder, Kind kind) {
        return value.text().flatMap(text -> {
            if (isAddress(text)) {
                value.refuse(
                        Problem.Code.NOT_SUPPORTED,
                        "'" + Spelling.abridged(text) + "' is an address in the cloud, which cannot be reached offline",
                        "fetch it and give the path of the " + kind.words + " on this machine");
                return Optional.empty();
            }
            var target = resolved(value, folder, text);
            target.ifPresent(path -> relyOn(value, path, kind));
            return target;
        });
    }

    /** Whether {@code text} is no path but an address in the cloud. */
    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** The path, as seen from {@code folder}, of the file in it that {@code value} names. */
    static Optional<String> inside(Value value, Path folder) {
        var inside = spelledInside(value, folder);
        inside.ifPresent(path -> relyOn(value, folder.resolve(path), Kind.FILE, folder));
        return inside;
    }

    /** The same where nobody can look into the folder. */
    static Optional<String> spelledInside(Value value, Path folder) {
        return value.text()
                .flatMap(text -> resolved(value, folder, text))
                .filter(file -> isInside(value, file, folder))
                .map(file -> folder.relativize(file).toString());
    }

    /** Notes that {@code value} needs {@code target} to be there. */
    static void relyOn(Value value, Path target, Kind kind) {
        relyOn(value, target, kind, target.getRoot());
    }

    private static void relyOn(Value value, Path target, Kind kind, Path root) {
        var findings = value.findings();
        findings.relyOn(new LocalFile(value.path(), findings.placeOf(value.node()), target, kind, root));
    }

    private static boolean isInside(Value value, Path file, Path folder) {
        boolean inside = file.startsWith(folder) && !file.equals(folder);
        if (!inside) {
            value.refuse(
                    Problem.Code.BAD_VALUE,
                    "the file must be inside the folder " + folder + "; this is " + file,
                    "write its path as seen from that folder, and put it there");
        }
        return inside;
    }

    private static Optional<Path> resolved(Value value, Path folder, String text) {
        if (text.isBlank()) {
            value.refuse(Problem.Code.BAD_VALUE, "the path is empty", "write a path");
            return Optional.empty();
        }
        try {
            return Optional.of(folder.toAbsolutePath().resolve(text).normalize());
        } catch (InvalidPathException e) {
            value.refuse(Problem.Code.BAD_VALUE, "this cannot be a path: " + e.getReason(), "correct the path");
            return Optional.empty();
        }
    }

    /** That it is not there, or is somewhere else in truth, if so. */
    Optional<Problem> problem() {
        if (!isThere()) {
            return Optional.of(problem(
                    Problem.Code.NOT_FOUND,
                    "there is no " + kind.words + " at " + target,
                    "put it there, or correct the path; relative paths start from this file's folder"));
        }
        try {
            return target.toRealPath().startsWith(root.toRealPath())
                    ? Optional.empty()
                    : Optional.of(problem(
                            Problem.Code.BAD_VALUE,
                            "it is a link that leads out of the folder " + root,
                            "put the file itself there; only the folder is taken along"));
        } catch (IOException e) {
            return Optional.of(problem(Problem.Code.NOT_FOUND, "it cannot be read: " + target, "make it readable"));
        }
    }

    private Problem problem(Problem.Code code, String message, String remedy) {
        return new Problem(code, path, message, remedy, place);
    }

    private boolean isThere() {
        return switch (kind) {
            case FILE -> Files.isRegularFile(target);
            case FOLDER -> Files.isDirectory(target);
            case FILE_OR_FOLDER -> Files.isRegularFile(target) || Files.isDirectory(target);
        };
    }
}
