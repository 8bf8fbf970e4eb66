package dev.sluice.manifest;

import dev.sluice.domain.CodeSource;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.ModelType;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a deployment's environment by what is to answer: a scoring script, a model that is served without one, or an
 * image that serves by itself (reference 1.3, 1.4).
 */
final class ServedBy {

    private final Section file;
    private final Path folder;

    ServedBy(Section file, Path folder) {
        this.file = file;
        this.folder = folder;
    }

    /** Nothing more is said of an environment that is missing only because of another mistake. */
    Optional<EnvironmentSource> environment(Optional<ModelSource> model, Optional<CodeSource> code) {
        boolean scriptless = code.filter(CodeSource.None.class::isInstance).isPresent();
        boolean modelServes = scriptless && model.filter(ServedBy::mayServe).isPresent();
        var written = modelServes ? file.value("environment") : file.required("environment", remedy(scriptless));
        var environment = written.map(value -> EnvironmentReader.read(value, folder))
                .orElse(Optional.of(new EnvironmentSource.None()));
        if (scriptless && !modelServes) {
            environment.ifPresent(read -> written.ifPresent(
                    value -> value.notice("without 'code_configuration' the image must serve by itself, at port "
                            + read.routes().scoring().port() + ", "
                            + read.routes().scoring().path())));
        }
        return environment;
    }

    /** What a registered model is shows when it is looked up. */
    private static boolean mayServe(ModelSource model) {
        return model instanceof ModelSource.Registered
                || model instanceof ModelSource.Files files && files.type() != ModelType.CUSTOM;
    }

    private static String remedy(boolean scriptless) {
        return scriptless
                ? "add 'environment', and 'code_configuration' with the code folder and the scoring script unless its"
                        + " image serves by itself"
                : "add 'environment' with an image";
    }
}
