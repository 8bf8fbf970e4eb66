package dev.sluice.engine;

import dev.sluice.domain.InstanceProfile;
import dev.sluice.domain.InstanceProfiles;
import java.nio.file.Path;

/**
 * Where the instance profiles are kept: a small text file, one {@code name = cores,GiB} a line, that a person may edit too. It
 * is read when the runtime starts. Touches the disk.
 */
public final class ProfileFile {

    private static final String HEAD = """
            # What machine sizes of the cloud, or a cluster's instance types, stand for on this computer, one a line:
            #   name = cores,GiB
            # Read when Sluice starts. Example: Standard_DS5_v2 = 2,4
            """;

    private final LineFile<InstanceProfile> lines;

    /** @param file need not exist; its folder must, to be written to */
    public ProfileFile(Path file) {
        lines = new LineFile<>(file, HEAD, InstanceProfile::parse, ProfileFile::refused);
    }

    /** @throws IllegalArgumentException with the line that cannot be understood, and what to write there */
    public InstanceProfiles kept() {
        return new InstanceProfiles(lines.kept());
    }

    /** Hands out what makes the file as it was before. */
    public Runnable keep(InstanceProfiles profiles) {
        return lines.keep(profiles.inOrder());
    }

    private static IllegalArgumentException refused(Path file, int line, String why) {
        return new IllegalArgumentException(
                file + ":" + line + ": " + why + ". Write " + InstanceProfile.FORM + ", or remove the line");
    }
}
