package dev.sluice.engine.docker;

import com.github.dockerjava.core.dockerfile.Dockerfile;
import dev.sluice.domain.EnvironmentSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The folder that an image is built from, without what its {@code .dockerignore} leaves out. */
record BuildContext(Path folder, Path dockerfile) {

    static BuildContext of(EnvironmentSource.Build build) {
        var folder = Path.of(build.folder()).toAbsolutePath().normalize();
        return new BuildContext(folder, folder.resolve(build.dockerfile()).normalize());
    }

    /** Whether there is a Dockerfile, inside the folder. */
    boolean isComplete() {
        return dockerfile.startsWith(folder) && Files.isRegularFile(dockerfile);
    }

    String dockerfileInside() {
        return folder.relativize(dockerfile).toString();
    }

    /** What is sent to Docker: a compressed tar file. */
    InputStream archive() throws IOException {
        return new Dockerfile(dockerfile.toFile(), folder.toFile()).parse().buildDockerFolderTar();
    }

    /**
     * The same for the same files, wherever they lie and whenever they were written. Taken from the very archive that
     * would be sent, so that it cannot disagree with it about what is left out.
     */
    String hash() throws IOException {
        var entries = new ArrayList<String>();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(archive()))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.add(fingerprint(entry, tar));
            }
        }
        entries.sort(null);
        entries.add(dockerfileInside());
        return HexFormat.of()
                .formatHex(sha256().digest(String.join("\n", entries).getBytes(StandardCharsets.UTF_8)), 0, 16);
    }

    private static String fingerprint(TarArchiveEntry entry, InputStream content) throws IOException {
        var digest = sha256();
        var buffer = new byte[64 * 1024];
        for (int got = content.read(buffer); got > 0; got = content.read(buffer)) {
            digest.update(buffer, 0, got);
        }
        return String.join(
                " ",
                List.of(
                        entry.getName(),
                        Integer.toOctalString(entry.getMode()),
                        entry.getLinkName(),
                        HexFormat.of().formatHex(digest.digest())));
    }

    /** The line of the Dockerfile on which its n-th step begins, both counted from 1; 1 if there are not as many. */
    int lineOfStep(int step) {
        try {
            var lines = Files.readAllLines(dockerfile);
            int seen = 0;
            boolean inside = false;
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i).strip();
                if (line.isEmpty() || line.startsWith("#")) {
                    continue;
                }
                if (!inside && ++seen == step) {
                    return i + 1;
                }
                inside = line.endsWith("\\");
            }
        } catch (IOException unreadable) {
            return 1;
        }
        return 1;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
