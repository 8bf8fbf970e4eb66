package dev.sluice.reconcile;

import dev.sluice.domain.CondaFile;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Serving;
import dev.sluice.engine.InstanceSpec.UnpackedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The environment that a deployment runs in: the one it names, else the one that its model brings (reference 1.4). */
final class OwnEnvironment {

    /** The cloud's plain image with conda, to which it adds the packages of a model. */
    static final String BASE = "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:latest";

    /** The cloud's image for Triton's models. */
    static final String TRITON = "mcr.microsoft.com/azureml/tritonserver-inference:latest";

    private OwnEnvironment() {}

    /** Reads the disk. @throws dev.sluice.engine.EngineException if the model is not what its type says */
    static EnvironmentSource of(DeploymentSpec spec, UnpackedFiles files) {
        var serving = Serving.of(spec);
        boolean isSaid = !(spec.environment() instanceof EnvironmentSource.None);
        if (serving instanceof Serving.Mlflow) {
            var model = MlflowFolder.in(files.models());
            return isSaid ? spec.environment() : broughtBy(model);
        }
        return serving instanceof Serving.Triton && !isSaid ? new EnvironmentSource.Image(TRITON) : spec.environment();
    }

    /** As MLflow writes them beside each model; {@code requirements.txt} came later than {@code conda.yaml}. */
    private static EnvironmentSource broughtBy(Path model) {
        var conda = model.resolve("conda.yaml");
        if (Files.isRegularFile(conda)) {
            return new EnvironmentSource.Conda(
                    BASE, new CondaFile.At(conda.toAbsolutePath().toString()));
        }
        var requirements = model.resolve("requirements.txt");
        return Files.isRegularFile(requirements)
                ? new EnvironmentSource.Conda(BASE, new CondaFile.Inline(condaOf(requirements)))
                : new EnvironmentSource.Image(BASE);
    }

    /** The same for pip alone; quoted, so that no line can be anything but a requirement. */
    private static String condaOf(Path requirements) {
        try (var lines = Files.lines(requirements)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> "    - '" + line.replace("'", "''") + "'\n")
                    .collect(Collectors.joining("", "dependencies:\n  - python\n  - pip\n  - pip:\n", ""));
        } catch (IOException e) {
            throw new UncheckedIOException("the model's " + requirements.getFileName() + " cannot be read", e);
        }
    }
}
