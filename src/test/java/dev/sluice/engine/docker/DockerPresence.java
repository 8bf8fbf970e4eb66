package dev.sluice.engine.docker;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Whether tests on Docker can run: with {@code -Dsluice.docker=required} its absence is a failure, else a loud skip. {@code
 * off} skips them where an earlier run of the same checks has had them.
 */
public final class DockerPresence {

    private DockerPresence() {}

    /** To be called before anything else of a test on Docker. */
    public static void failOrSkipWithout() {
        connection().close();
    }

    static DockerConnection connection() {
        var asked = System.getProperty("sluice.docker", "");
        if (asked.equals("off")) {
            return Assumptions.abort("the Docker engine was tested by an earlier run of these checks");
        }
        try {
            return DockerConnection.open(System.getenv());
        } catch (DockerConnection.DockerUnavailable e) {
            if (asked.equals("required")) {
                return Assertions.fail("this run was promised a Docker engine. " + e.getMessage());
            }
            return Assumptions.abort("NOT TESTED: the Docker engine. " + e.getMessage());
        }
    }
}
