package dev.sluice.engine.docker;

import dev.sluice.engine.docker.ContextFile.Content;
import dev.sluice.hash.Sha256;
import java.io.IOException;
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

    private static final int DIGITS = 32;

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
        var whole = new Sha256();
        for (var file : files) {
            boolean counts = file.name().equals(dockerfile) || !hidden.contains(file.name());
            if (counts) {
                whole.add(fingerprint(file));
            }
        }
        return whole.add(dockerfile).digits().substring(0, DIGITS);
    }

    private static String fingerprint(ContextFile file) throws IOException {
        var kind = file.content().getClass().getSimpleName().charAt(0);
        return String.join(" ", file.name(), Integer.toOctalString(file.mode()), kind + contentOf(file)) + "\n";
    }

    private static String contentOf(ContextFile file) throws IOException {
        if (file.content() instanceof Content.OnDisk onDisk) {
            return Sha256.of(onDisk.file());
        }
        if (file.content() instanceof Content.Text text) {
            return Sha256.of(text.text());
        }
        return file.content() instanceof Content.Link link ? link.target() : "";
    }
}
