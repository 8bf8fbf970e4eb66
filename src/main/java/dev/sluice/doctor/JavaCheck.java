package dev.sluice.doctor;

import java.nio.file.Path;
import java.util.List;

/**
 * The Java that this runs on.
 *
 * @param version such as {@code 17.0.9+9}
 * @param vendor who made it
 */
record JavaCheck(Computer computer, String version, String vendor, Path home) implements Check {

    private static final String SUBJECT = "Java";

    @Override
    public List<Finding> look() {
        var which = version + " by " + vendor + ", " + home;
        return List.of(
                computer.exists(home.resolve("bin").resolve("javac"))
                        ? Finding.ok(SUBJECT, which)
                        : Finding.hint(
                                SUBJECT,
                                which + ", which has no compiler",
                                "set JAVA_HOME to a JDK 17 or newer, so that ./sluice can build what was edited"));
    }
}
