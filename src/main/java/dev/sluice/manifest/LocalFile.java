package dev.sluice.manifest;

import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file or folder that a manifest relies on, and where it says so. Looking for it is apart from reading the manifest. */
record LocalFile(String path, Place place, Path target, Kind kind) {

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
            if (ADDRESS.matcher(text).matches()) {
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

    /** The path, as seen from {@code folder}, of the file in it that {@code value} names. */
    static Optional<String> inside(Value value, Path folder) {
        return value.text()
                .flatMap(text -> resolved(value, folder, text))
                .filter(file -> isInside(value, file, folder))
                .map(file -> {
                    relyOn(value, file, Kind.FILE);
                    return folder.relativize(file).toString();
                });
    }

    /** Notes that {@code value} needs {@code target} to be there. */
    static void relyOn(Value value, Path target, Kind kind) {
        var findings = value.findings();
        findings.relyOn(new LocalFile(value.path(), findings.placeOf(value.node()), target, kind));
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

    /** That it is not there, if so. */
    Optional<Problem> problem() {
        return isThere()
                ? Optional.empty()
                : Optional.of(new Problem(
                        Problem.Code.NOT_FOUND,
                        path,
                        "there is no " + kind.words + " at " + target,
                        "put it there, or correct the path; relative paths start from this file's folder",
                        place));
    }

    private boolean isThere() {
        return switch (kind) {
            case FILE -> Files.isRegularFile(target);
            case FOLDER -> Files.isDirectory(target);
            case FILE_OR_FOLDER -> Files.exists(target);
        };
    }
}
