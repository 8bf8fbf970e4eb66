package dev.sluice.reconcile;

import dev.sluice.domain.CodeSource;
import dev.sluice.domain.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A deployment's code as its instances see it: a copy, whose folder says nothing to the person who wrote it.
 *
 * @param folders where instances see the copy, by engine
 * @param source what was copied
 */
record CodeCopy(List<String> folders, CodeSource source) {

    /** In a container (reference 4.1). */
    private static final List<String> IN_CONTAINERS = List.of("/var/azureml-app/code", "/var/azureml-app");

    CodeCopy {
        folders = List.copyOf(folders);
    }

    /** @param folder the copy on this computer, as far as that is known */
    static CodeCopy of(Optional<Path> folder, CodeSource source) {
        var here = folder.map(path -> path.toAbsolutePath().toString());
        return new CodeCopy(Stream.concat(here.stream(), IN_CONTAINERS.stream()).toList(), source);
    }

    /** The text with the paths of the code's files as they are inside of its folder. */
    String shortened(String text) {
        var shorter = text;
        for (var folder : folders) {
            shorter = shorter.replace(folder + "/", "");
        }
        return shorter;
    }

    /** The line in the user's own file, which an editor can open; nowhere if it is none of the code's. */
    Place original(String file, int line) {
        var inside = shortened(file);
        return source instanceof CodeSource.Folder code && line > 0 && !inside.equals(file)
                ? new Place(Path.of(code.folder()).resolve(inside).toString(), line, 1)
                : Place.NOWHERE;
    }
}
