package dev.sluice.engine;

import dev.sluice.domain.ImageSubstitution;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the image substitutions are kept: a small text file, one {@code pattern = image} a line, that a person may edit
 * too. It is read anew for each environment. Safe from any thread; touches the disk.
 */
public final class SubstitutionFile {

    private static final String HEAD = """
            # Images that stand in for others, one a line: pattern = image. * is any text; the first that fits counts.
            # Example, for a computer that does not reach the cloud's registry:
            #   mcr.microsoft.com/azureml/* = my-local-image:1
            """;

    private static final int MOST_BYTES = 1 << 18;

    private final Path file;
    private final ImageSubstitutions given;

    /**
     * @param file need not exist; its folder must, to be written to
     * @param given at the start of the program; they come before those of the file and are not kept in it
     */
    public SubstitutionFile(Path file, ImageSubstitutions given) {
        this.file = file;
        this.given = given;
    }

    /** @throws EngineException with the line that cannot be understood */
    public ImageSubstitutions inForce() {
        return given.then(kept());
    }

    public ImageSubstitutions given() {
        return given;
    }

    /** Those of the file. */
    public ImageSubstitutions kept() {
        if (!Files.exists(file)) {
            return ImageSubstitutions.NONE;
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refused(1, "it is larger than any list of images");
            }
            return read(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw refused(1, "it cannot be read: " + e.getMessage());
        }
    }

    private ImageSubstitutions read(List<String> lines) {
        var read = new ArrayList<ImageSubstitution>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    read.add(parse(line));
                } catch (IllegalArgumentException e) {
                    throw refused(i + 1, String.valueOf(e.getMessage()));
                }
            }
        }
        return new ImageSubstitutions(read);
    }

    /**
     * Reads {@code pattern = image}.
     *
     * @throws IllegalArgumentException with what is wrong, for people
     */
    public static ImageSubstitution parse(String line) {
        int sign = line.indexOf('=');
        if (sign < 0) {
            throw new IllegalArgumentException("'" + line.strip() + "' has no '=' between a pattern and an image");
        }
        return new ImageSubstitution(
                line.substring(0, sign).strip(), line.substring(sign + 1).strip());
    }

    private EngineException refused(int line, String why) {
        return new EngineException(
                Problem.of(Problem.Code.BAD_VALUE, "", "the image substitutions: " + why, "write pattern = image there")
                        .at(new Place(file.toString(), line, 1)));
    }

    /** Written beside and put in place, so that a crash leaves the old or the new. */
    public synchronized void keep(ImageSubstitutions substitutions) {
        var text = substitutions.inOrder().stream()
                .map(substitution -> substitution + "\n")
                .collect(Collectors.joining("", HEAD, ""));
        try {
            var beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
