package dev.sluice.engine;

import dev.sluice.domain.Serving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;

/** The scoring server that each instance runs: a Python program of ours, and what it is told through its environment. */
public final class ScoringServer {

    /**
     * How long the server lets requests finish once it is told to stop. It is longer than any request may take, so that
     * the engine's grace decides, and there at all so that a server whose engine crashed meanwhile does not stay.
     */
    private static final Duration LONGEST_GRACE = Duration.ofMinutes(5);

    /** Serves a model as MLflow saves it, in place of a script of the user's. */
    private static final String MLFLOW_SCRIPT = "/mlflow_serving/mlflow_score.py";

    private ScoringServer() {}

    /**
     * Puts the server into the state folder, where instances find it for as long as they live. The name holds a hash of
     * the content: another version of this program puts its own server beside, and running instances keep theirs.
     *
     * @return the folder, which {@code python3} runs
     */
    public static Path unpackInto(Path home) throws IOException {
        var files = ServerFiles.packed();
        var folder = Files.createDirectories(home.resolve("scoring"));
        var server = folder.resolve("server-" + files.hash()).toAbsolutePath();
        if (!Files.exists(server)) {
            var draft = Files.createTempDirectory(folder, "draft");
            files.writeInto(draft);
            moveUnlessThere(draft, server);
        }
        return server;
    }

    private static void moveUnlessThere(Path draft, Path server) throws IOException {
        try {
            Files.move(draft, server, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another Sluice may have been quicker, with the same content.
            if (!Files.isDirectory(server)) {
                throw e;
            }
        }
    }

    /** Where an instance sees what it was given: the server's folder, the code's, and the model's. */
    public record Layout(String server, String app, String models) {}

    /** The variables for server and code: the user's own, the cloud's, and the server's. */
    public static Map<String, String> environment(InstanceSpec spec, Layout seen) {
        var variables = CloudVariables.of(spec, seen.app(), seen.models());
        if (spec.serving() instanceof Serving.Mlflow) {
            variables.put("AML_APP_ROOT", seen.app());
            variables.put("AZUREML_ENTRY_SCRIPT", seen.server() + MLFLOW_SCRIPT);
        }
        variables.put("SLUICE_GRACE_MS", Long.toString(LONGEST_GRACE.toMillis()));
        variables.putIfAbsent("PYTHONDONTWRITEBYTECODE", "1"); // the code folder is not the code's to write to
        return variables;
    }
}
