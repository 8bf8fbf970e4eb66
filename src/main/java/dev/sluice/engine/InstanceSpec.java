package dev.sluice.engine;

import dev.sluice.domain.InstanceType;
import java.nio.file.Path;
import java.util.Map;

/**
 * What it takes to start one instance.
 *
 * @param files the deployment's own copy of its files, which the instance may read and never write
 * @param environment variables for the scoring server and the code; they may hold the user's secrets and must not
 *     appear in a process list or a log
 */
public record InstanceSpec(
        InstanceKey key,
        PreparedEnvironment runsIn,
        UnpackedFiles files,
        Map<String, String> environment,
        InstanceType size) {

    public InstanceSpec {
        environment = Map.copyOf(environment);
    }

    /**
     * A deployment's files where they were copied to.
     *
     * @param app the copy of the code folder
     * @param script the scoring script, relative to {@code app}
     * @param models the folder that becomes {@code AZUREML_MODEL_DIR}, with the model's file or folder under its own name
     */
    public record UnpackedFiles(Path app, String script, Path models) {}
}
