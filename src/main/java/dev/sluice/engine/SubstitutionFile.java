package dev.sluice.engine;

import dev.sluice.domain.ImageSubstitution;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.nio.file.Path;

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

    private final LineFile<ImageSubstitution> lines;
    private final ImageSubstitutions given;

    /**
     * @param file need not exist; its folder must, to be written to
     * @param given at the start of the program; they come before those of the file and are not kept in it
     */
    public SubstitutionFile(Path file, ImageSubstitutions given) {
        this.lines = new LineFile<>(file, HEAD, SubstitutionFile::parse, SubstitutionFile::refused);
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
        return new ImageSubstitutions(lines.kept());
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

    private static EngineException refused(Path file, int line, String why) {
        return new EngineException(
                Problem.of(Problem.Code.BAD_VALUE, "", "the image substitutions: " + why, "write pattern = image there")
                        .at(new Place(file.toString(), line, 1)));
    }

    /** Hands out what makes the file as it was before. */
    public Runnable keep(ImageSubstitutions substitutions) {
        return lines.keep(substitutions.inOrder());
    }
}
