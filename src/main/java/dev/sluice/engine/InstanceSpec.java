package dev.sluice.engine;

import dev.sluice.domain.LocalSize;
import dev.sluice.domain.Serving;
import java.nio.file.Path;
import java.util.Map;

/**
 * What it takes to start one instance.
 *
 * @param files the deployment's own copy of its files, which the instance may read and never write
 * @param serving who answers in it
 * @param environment variables for the scoring server and the code; they may hold the user's secrets and must not
 *     appear in a process list or a log
 */
public record InstanceSpec(
        InstanceKey key,
        PreparedEnvironment runsIn,
        UnpackedFiles files,
        Serving serving,
        Map<String, String> environment,
        LocalSize size) {

    /** One that serves by its script. */
    public InstanceSpec(
            InstanceKey key,
            PreparedEnvironment runsIn,
            UnpackedFiles files,
            Map<String, String> environment,
            LocalSize size) {
        this(key, runsIn, files, new Serving.Script(), environment, size);
    }

    public InstanceSpec {
        environment = Map.copyOf(environment);
    }

    /**
     * A deployment's files where they were copied to.
     *
     * @param app the copy of the code folder
     * @param script the scoring script, relative to {@code app}; empty if there is none
     * @param models the folder that becomes {@code AZUREML_MODEL_DIR}, with the model's file or folder under its own name;
     *     its own last two names are the model's name and version
     */
    public record UnpackedFiles(Path app, String script, Path models) {}
}
