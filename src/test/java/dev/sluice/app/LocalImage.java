package dev.sluice.app;

import dev.sluice.app.RuntimeOptions.EngineChoice;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.engine.SubstitutionFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** Images for tests to let stand in for those that only the cloud has. */
final class LocalImage {

    private LocalImage() {}

    /**
     * Builds one, or finds the one that was built before.
     *
     * @param context one of the folders of {@code src/test/resources/engine}
     * @param home a state folder of its own
     */
    static String of(String context, Path home) throws Exception {
        var options = new RuntimeOptions();
        options.engine = EngineChoice.docker;
        Files.createDirectories(home);
        var none = new SubstitutionFile(home.resolve("image-substitutions.txt"), ImageSubstitutions.NONE);
        try (var engine = Engines.choose(options, home, none, Clock.systemUTC()).engine()) {
            var folder = Path.of("src/test/resources/engine", context).toAbsolutePath();
            return engine.prepare(new EnvironmentSource.Build(folder.toString(), "Dockerfile"), line -> {})
                    .toCompletableFuture()
                    .get(5, TimeUnit.MINUTES)
                    .reference();
        }
    }
}
