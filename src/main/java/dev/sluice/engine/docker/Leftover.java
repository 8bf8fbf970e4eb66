package dev.sluice.engine.docker;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Something that a build has made in Docker on its way to an image, and that nobody wants by itself. */
record Leftover(Kind kind, String id) {

    private static final Pattern LINE = Pattern.compile("(container|image) ([0-9a-f]{12,64})");

    enum Kind {
        /** In which a step was run. */
        CONTAINER,
        /** Of a step. */
        IMAGE
    }

    static Leftover container(String id) {
        return new Leftover(Kind.CONTAINER, id);
    }

    static Leftover image(String id) {
        return new Leftover(Kind.IMAGE, id);
    }

    /** Empty if the line was not written by {@link #line}. */
    static Optional<Leftover> of(String line) {
        var found = LINE.matcher(line);
        return found.matches()
                ? Optional.of(new Leftover(Kind.valueOf(found.group(1).toUpperCase(Locale.ROOT)), found.group(2)))
                : Optional.empty();
    }

    String line() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + id;
    }
}
