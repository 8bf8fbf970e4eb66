package dev.sluice.home;

import dev.sluice.domain.InstanceProfile;
import dev.sluice.domain.InstanceProfiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.stream.Collectors;

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

    private static final int MOST_BYTES = 1 << 18;

    private final Path file;

    /** @param file need not exist */
    public ProfileFile(Path file) {
        this.file = file;
    }

    /** @throws IllegalArgumentException with the line that cannot be understood, and what to write there */
    public InstanceProfiles kept() {
        if (!Files.exists(file)) {
            return InstanceProfiles.NONE;
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refused(1, "it is larger than any list of sizes");
            }
            return read();
        } catch (IOException e) {
            throw refused(1, "it cannot be read: " + e.getMessage());
        }
    }

    private InstanceProfiles read() throws IOException {
        var read = new ArrayList<InstanceProfile>();
        int number = 0;
        for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                try {
                    read.add(InstanceProfile.parse(line));
                } catch (IllegalArgumentException e) {
                    throw refused(number, String.valueOf(e.getMessage()));
                }
            }
        }
        return new InstanceProfiles(read);
    }

    /** Written beside and put in place, so that a crash leaves the old or the new. Its folder must be there. */
    public synchronized void keep(InstanceProfiles profiles) {
        var text = profiles.inOrder().stream().map(profile -> profile + "\n").collect(Collectors.joining("", HEAD, ""));
        try {
            var beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private IllegalArgumentException refused(int line, String why) {
        return new IllegalArgumentException(
                file + ":" + line + ": " + why + ". Write " + InstanceProfile.FORM + ", or remove the line");
    }
}
