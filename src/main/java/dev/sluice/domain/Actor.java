package dev.sluice.domain;

/**
 * Who asks for something: through which face of the program, as which user of the operating system, and why, if they
 * said so. Both texts are one line, and a reason of more than {@value #LONGEST_REASON} characters is cut.
 */
public record Actor(Face face, String user, String reason) {

    public static final int LONGEST_REASON = 500;

    /** The runtime itself: what happens without being asked for. */
    public static final Actor SYSTEM = new Actor(Face.SYSTEM, "");

    /** A way into the program. */
    public enum Face {
        CONSOLE,
        DEMO,
        CLI,
        SYSTEM
    }

    public Actor {
        user = oneLine(user);
        reason = oneLine(reason);
    }

    public Actor(Face face, String user) {
        this(face, user, "");
    }

    /** The same, for this reason. */
    public Actor because(String why) {
        return new Actor(face, user, why);
    }

    private static String oneLine(String text) {
        var line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > LONGEST_REASON
                ? line.substring(0, LONGEST_REASON).strip()
                : line;
    }
}
