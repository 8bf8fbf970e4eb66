package dev.sluice.manifest;

import dev.sluice.domain.CondaFile;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what the scoring code runs in (reference 1.5). */
final class EnvironmentReader {

    /** Where our scoring server answers, as the cloud's does when no routes are given. */
    private static final SortedMap<String, String> SERVED =
            new TreeMap<>(Map.of("liveness_route", "/", "readiness_route", "/", "scoring_route", "/score"));

    private static final int SERVED_PORT = 5001;

    private final Section keys;
    private final Path folder;

    private EnvironmentReader(Section keys, Path folder) {
        this.keys = keys;
        this.folder = folder;
    }

    static Optional<EnvironmentSource> read(Value value, Path folder) {
        return value.isSection()
                ? value.section().flatMap(keys -> new EnvironmentReader(keys, folder).inline())
                : AssetReference.read(value, "environment", "image:").map(EnvironmentSource.Registered::new);
    }

    private Optional<EnvironmentSource> inline() {
        var source = source();
        keys.value("os_type")
                .ifPresent(system -> system.choice(CloudOnly.words("linux", "windows"))
                        .filter("windows"::equals)
                        .ifPresent(windows -> system.refuse(
                                Problem.Code.NOT_SUPPORTED, "Windows images do not run here", "use a Linux image")));
        keys.value("inference_config").flatMap(Value::section).ifPresent(this::routes);
        withoutEffect();
        for (var stray : List.of("channels", "dependencies")) {
            keys.misplaced(
                    stray,
                    "'" + stray + "' belongs into a conda file; one seems to have been pasted here",
                    "save it as a file of its own and name that with 'conda_file:'");
        }
        keys.finish();
        return source;
    }

    private Optional<EnvironmentSource> source() {
        var image = keys.value("image");
        var build = keys.value("build");
        var conda = keys.value("conda_file");
        if (image.isPresent() && build.isPresent()) {
            keys.refuse(Problem.Code.BAD_VALUE, "it has both 'image' and 'build'", "remove one of the two");
        } else if (image.isEmpty() && build.isEmpty()) {
            keys.refuse(
                    Problem.Code.MISSING_KEY,
                    "it has neither 'image' nor 'build'",
                    "add 'image:' with an image's name");
        }
        if (image.isEmpty()) {
            conda.ifPresent(file -> file.refuse(
                    Problem.Code.BAD_VALUE, "a conda file is added to an image, and there is none", "add 'image:'"));
        }
        var built = build.flatMap(Value::section).flatMap(this::built);
        var name = image.flatMap(Value::word);
        var packages = conda.flatMap(this::condaFile);
        if (image.isEmpty()) {
            return built;
        }
        return conda.isEmpty()
                ? name.map(EnvironmentSource.Image::new)
                : name.flatMap(text -> packages.map(file -> new EnvironmentSource.Conda(text, file)));
    }

    private Optional<CondaFile> condaFile(Value value) {
        if (value.isSection()) {
            value.refuse(
                    Problem.Code.NOT_SUPPORTED,
                    "packages written into this file are not read yet",
                    "save them as conda.yml beside this file and write 'conda_file: conda.yml'");
            return Optional.empty();
        }
        return LocalFile.named(value, folder, LocalFile.Kind.FILE).map(path -> new CondaFile.At(path.toString()));
    }

    private Optional<EnvironmentSource> built(Section build) {
        var path = build.required("path");
        var context = path.flatMap(value -> LocalFile.named(value, folder, LocalFile.Kind.FOLDER));
        var named = build.value("dockerfile_path");
        build.finish();
        return context.flatMap(base -> named.isPresent()
                        ? named.flatMap(value -> LocalFile.inside(value, base))
                        : path.map(value -> usualDockerfile(value, base)))
                .flatMap(file -> context.map(base -> new EnvironmentSource.Build(base.toString(), file)));
    }

    private static String usualDockerfile(Value context, Path base) {
        LocalFile.relyOn(context, base.resolve("Dockerfile"), LocalFile.Kind.FILE);
        return "Dockerfile";
    }

    /** An image that serves by itself may answer anywhere; our scoring server answers at the cloud's default routes. */
    private void routes(Section config) {
        SERVED.forEach((name, path) -> config.required(name)
                .flatMap(Value::section)
                .ifPresent(route -> {
                    route.required("port")
                            .ifPresent(port -> port.integer(1, 65535)
                                    .filter(number -> number != SERVED_PORT)
                                    .ifPresent(number -> elsewhere(port)));
                    route.required("path")
                            .ifPresent(value -> value.text()
                                    .filter(text -> !text.equals(path))
                                    .ifPresent(text -> elsewhere(value)));
                    route.finish();
                }));
        config.finish();
    }

    private static void elsewhere(Value value) {
        value.refuse(
                Problem.Code.NOT_SUPPORTED,
                "images that serve by themselves come in a later version; the scoring script is served at port 5001,"
                        + " / and /score",
                "remove 'inference_config', or set it to those routes");
    }

    private void withoutEffect() {
        var sentence = "an inline environment has no name; an identical one is reused";
        keys.withoutEffect("name", Value::text, sentence);
        keys.withoutEffect("version", Value::scalar, sentence);
        keys.withoutEffect("datastore", Value::text, "there are no datastores here");
        CloudOnly.assetLabels(keys);
    }
}
