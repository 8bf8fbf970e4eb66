package dev.sluice.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A folder like a user's, with the files that deployment files name. */
final class Workplace {

    static final String DEPLOYMENT = """
            name: blue
            endpoint_name: diabetes
            model:
              path: model.pkl
            code_configuration:
              code: onlinescoring
              scoring_script: score.py
            environment:
              image: python:3.10
              conda_file: conda.yml
            instance_type: Standard_DS3_v2
            instance_count: 1
            """;

    private final Path folder;

    Workplace(Path folder) {
        this.folder = folder;
        for (var file : List.of("model.pkl", "conda.yml", "onlinescoring/score.py", "docker/Dockerfile")) {
            write(file, "");
        }
    }

    Path write(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path at(String name) {
        return folder.resolve(name);
    }

    Decoded<Manifest> read(String yaml) {
        return Manifests.read(yaml, folder, "file.yml");
    }

    Manifest.DeploymentFile deployment(String yaml) {
        return (Manifest.DeploymentFile) value(read(yaml));
    }

    Manifest.EndpointFile endpoint(String yaml) {
        return (Manifest.EndpointFile) value(read(yaml));
    }

    /** What a person would read about the file, one line a problem. */
    String complaints(String yaml) {
        return complaints(read(yaml));
    }

    static String complaints(Decoded<?> decoded) {
        return decoded.problems().stream()
                .map(problem -> problem.code() + " " + problem.sentence())
                .collect(Collectors.joining("\n"));
    }

    static <T> T value(Decoded<T> decoded) {
        if (decoded instanceof Decoded.Value<T> value) {
            return value.value();
        }
        throw new AssertionError(complaints(decoded));
    }
}
