package dev.sluice.doctor;

import java.nio.file.Path;
import java.util.List;

/**
 * The Java that this runs on.
 *
 * @param version such as {@code 17.0.9+9}
 * @param vendor who made it
 * @param ofWindows the JDK that the launcher opens windows with; empty if that is this one
 */
record JavaCheck(Computer computer, String version, String vendor, Path home, String ofWindows) implements Check {

    private static final String SUBJECT = "Java";

    @Override
    public List<Finding> look() {
        var which = version + " by " + vendor + ", " + home
                + (ofWindows.isEmpty() ? "" : "; a window is opened by " + ofWindows);
        return List.of(
                computer.exists(home.resolve("bin").resolve("javac"))
                        ? Finding.ok(SUBJECT, which)
                        : Finding.hint(
                                SUBJECT,
                                which + "; there is no compiler in " + home,
                                "set JAVA_HOME to a JDK 17 or newer, so that ./sluice can build what was edited"));
    }
}
