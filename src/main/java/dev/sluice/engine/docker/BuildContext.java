package dev.sluice.engine.docker;

import dev.sluice.engine.docker.ContextFile.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * All that an image is built from.
 *
 * @param dockerfile its name among the files
 * @param files what is sent to Docker, by name
 * @param hidden of these, what the image cannot copy because {@code .dockerignore} leaves it out
 */
record BuildContext(String dockerfile, List<ContextFile> files, Set<String> hidden) {

    private static final int PIECE = 64 * 1024;

    BuildContext {
        files = List.copyOf(files);
        hidden = Set.copyOf(hidden);
    }

    /** One that is written by this program. */
    static BuildContext of(List<ContextFile> files) {
        return new BuildContext("Dockerfile", files, Set.of());
    }

    TarStream archive() {
        return new TarStream(files);
    }

    /** The same for the same files, wherever they lie and whenever they were written. */
    String hash() throws IOException {
        var whole = sha256();
        for (var file : files) {
            boolean counts = file.name().equals(dockerfile) || !hidden.contains(file.name());
            if (counts) {
                whole.update(fingerprint(file).getBytes(StandardCharsets.UTF_8));
            }
        }
        whole.update(dockerfile.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(whole.digest(), 0, 16);
    }

    private static String fingerprint(ContextFile file) throws IOException {
        var kind = file.content().getClass().getSimpleName().charAt(0);
        return String.join(" ", file.name(), Integer.toOctalString(file.mode()), kind + contentOf(file)) + "\n";
    }

    private static String contentOf(ContextFile file) throws IOException {
        if (file.content() instanceof Content.OnDisk onDisk) {
            return HexFormat.of().formatHex(digest(onDisk.file()));
        }
        if (file.content() instanceof Content.Text text) {
            return HexFormat.of().formatHex(sha256().digest(text.text().getBytes(StandardCharsets.UTF_8)));
        }
        return file.content() instanceof Content.Link link ? link.target() : "";
    }

    private static byte[] digest(Path file) throws IOException {
        var digest = sha256();
        var buffer = new byte[PIECE];
        try (var in = Files.newInputStream(file)) {
            for (int got = in.read(buffer); got > 0; got = in.read(buffer)) {
                digest.update(buffer, 0, got);
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
