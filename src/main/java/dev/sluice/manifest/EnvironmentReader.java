package dev.sluice.manifest;

import dev.sluice.domain.CondaFile;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Problem;
import dev.sluice.domain.ServingRoutes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads what the scoring code runs in (reference 1.5). */
final class EnvironmentReader {

    private final Section keys;
    private final Path folder;

    private EnvironmentReader(Section keys, Path folder) {
        this.keys = keys;
        this.folder = folder;
    }

    static Optional<EnvironmentSource> read(Value value, Path folder) {
        return value.isSection()
                ? value.section().flatMap(keys -> inline(keys, folder))
                : ReferenceReader.read(value, "environment", "define the environment with 'image:'")
                        .map(EnvironmentSource.Registered::new);
    }

    /** One that is written into a deployment's file; the name that it may have there is for the registry. */
    private static Optional<EnvironmentSource> inline(Section keys, Path folder) {
        keys.value("name").filter(value -> value.text().isPresent()).ifPresent(Value::keep);
        keys.value("version").filter(value -> value.scalar().isPresent()).ifPresent(Value::keep);
        CloudOnly.assetLabels(keys);
        return file(keys, folder);
    }

    /** All the other keys, which a file of its own has too. */
    static Optional<EnvironmentSource> file(Section keys, Path folder) {
        return new EnvironmentReader(keys, folder).read();
    }

    private Optional<EnvironmentSource> read() {
        var source = source(RoutesReader.read(keys));
        operatingSystem();
        keys.withoutEffect("datastore", Value::text, "there are no datastores here");
        for (var stray : List.of("channels", "dependencies")) {
            keys.misplaced(
                    stray,
                    "'" + stray + "' belongs into a conda file; one seems to have been pasted here",
                    "put it below 'conda_file:', or save it as a file of its own and name that with 'conda_file:'");
        }
        keys.finish();
        return source;
    }

    private void operatingSystem() {
        keys.value("os_type").ifPresent(system -> {
            system.keep();
            system.choice(CloudOnly.words("linux", "windows"))
                    .filter("windows"::equals)
                    .ifPresent(windows -> system.refuse(
                            Problem.Code.NOT_SUPPORTED, "Windows images do not run here", "use a Linux image"));
        });
    }

    private Optional<EnvironmentSource> source(ServingRoutes routes) {
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
        var built = build.flatMap(Value::section).flatMap(section -> built(section, routes));
        var name = image.flatMap(Value::word);
        var packages = conda.flatMap(this::condaFile);
        if (image.isEmpty()) {
            return built;
        }
        return conda.isEmpty()
                ? name.map(text -> new EnvironmentSource.Image(text, routes))
                : name.flatMap(text -> packages.map(file -> new EnvironmentSource.Conda(text, file, routes)));
    }

    private Optional<CondaFile> condaFile(Value value) {
        return value.isSection()
                ? Optional.of(new CondaFile.Inline(value.yaml()))
                : LocalFile.named(value, folder, LocalFile.Kind.FILE).map(path -> new CondaFile.At(path.toString()));
    }

    private Optional<EnvironmentSource> built(Section build, ServingRoutes routes) {
        var path = build.required("path");
        var context = path.flatMap(value -> LocalFile.named(value, folder, LocalFile.Kind.FOLDER));
        var named = build.value("dockerfile_path");
        build.finish();
        return context.flatMap(base -> named.isPresent()
                        ? named.flatMap(value -> LocalFile.inside(value, base))
                        : path.map(value -> usualDockerfile(value, base)))
                .flatMap(file -> context.map(base -> new EnvironmentSource.Build(base.toString(), file, routes)));
    }

    private static String usualDockerfile(Value context, Path base) {
        LocalFile.relyOn(context, base.resolve("Dockerfile"), LocalFile.Kind.FILE);
        return "Dockerfile";
    }
}
