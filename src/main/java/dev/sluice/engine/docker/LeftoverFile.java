package dev.sluice.engine.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be removed from Docker, a line each, so that the next start knows after a crash. A label would not do: those of
 * a build come only onto its last image, and one in the Dockerfile would be on the user's own containers too.
 */
record LeftoverFile(Path path) {

    static final String NAME = "docker-leftovers.txt";

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverFile.class);

    /** Empty if there is none, or none that can be read: then the next that is written takes its place. */
    List<Leftover> read() {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (var lines = Files.lines(path)) {
            return lines.map(Leftover::of).flatMap(Optional::stream).toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} cannot be read: what builds have left in Docker before stays there", path, e);
            return List.of();
        }
    }

    /** A build does not fail for it: the file matters only if this program crashes. */
    void write(Collection<Leftover> all) {
        try {
            if (all.isEmpty()) {
                Files.deleteIfExists(path);
                return;
            }
            var beside = path.resolveSibling(path.getFileName() + ".new");
            Files.write(beside, all.stream().map(Leftover::line).toList());
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} cannot be written: after a crash, what a build has begun would stay in Docker", path, e);
        }
    }
}
