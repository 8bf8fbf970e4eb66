package dev.sluice.engine;

import dev.sluice.domain.Serving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;

/** The scoring server that each instance runs: one Python file of ours, and what it is told through its environment. */
public final class ScoringServer {

    /**
     * How long the server lets requests finish once it is told to stop. It is longer than any request may take, so that
     * the engine's grace decides, and there at all so that a server whose engine crashed meanwhile does not stay.
     */
    private static final Duration LONGEST_GRACE = Duration.ofMinutes(5);

    private ScoringServer() {}

    /**
     * Puts the server into the state folder, where instances find it for as long as they live. The name holds a hash of
     * the content: another version of this program puts its own server beside, and running instances keep theirs.
     */
    public static Path unpackInto(Path home) throws IOException {
        var content = content();
        var folder = Files.createDirectories(home.resolve("scoring"));
        var file = folder.resolve("scoring_server-" + hash(content) + ".py").toAbsolutePath();
        if (!Files.exists(file)) {
            var draft = Files.createTempFile(folder, "draft", ".py");
            Files.write(draft, content);
            // In a container it is read by a user who owns nothing here.
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    /**
     * The variables for server and code: the user's own, the cloud's, and the server's.
     *
     * @param app where the instance sees its code folder
     * @param models where the instance sees the model folder
     */
    public static Map<String, String> environment(InstanceSpec spec, String app, String models) {
        var variables = CloudVariables.of(spec, app, models);
        if (spec.serving() instanceof Serving.Mlflow) {
            variables.put("SLUICE_MODEL_FORMAT", "mlflow");
            variables.put("AML_APP_ROOT", app);
        }
        variables.put("SLUICE_GRACE_MS", Long.toString(LONGEST_GRACE.toMillis()));
        variables.putIfAbsent("PYTHONDONTWRITEBYTECODE", "1"); // the code folder is not the code's to write to
        return variables;
    }

    private static byte[] content() throws IOException {
        try (var resource = ScoringServer.class.getResourceAsStream("/scoring/scoring_server.py")) {
            if (resource == null) {
                throw new IOException("this program was built without its scoring server");
            }
            return resource.readAllBytes();
        }
    }

    private static String hash(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
