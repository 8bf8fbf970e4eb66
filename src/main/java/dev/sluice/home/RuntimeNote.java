package dev.sluice.home;

import dev.sluice.control.http.Doorway;
import java.util.List;
import java.util.Optional;

/**
 * What a runtime tells other programs of its user about itself.
 *
 * @param version of the program
 * @param whyNoDocker why models run as plain processes although Docker would have been taken; empty in every other case
 * @param substitutions the images that it was started with to stand in for others, a {@code pattern = image} each
 */
public record RuntimeNote(
        Doorway doorway,
        long pid,
        String version,
        Kind kind,
        Optional<String> whyNoDocker,
        List<String> substitutions) {

    /** Which process a runtime lives in. */
    public enum Kind {
        /** One with the console's window, or that has had it. */
        CONSOLE,

        /** One of its own, without a window. */
        SERVE
    }

    public RuntimeNote {
        substitutions = List.copyOf(substitutions);
    }
}
