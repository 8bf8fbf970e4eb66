package dev.sluice.engine.docker;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Whether tests on Docker can run: with {@code -Dsluice.docker=required} its absence is a failure, else a loud skip. */
public final class DockerPresence {

    private DockerPresence() {}

    /** To be called before anything else of a test on Docker. */
    public static void failOrSkipWithout() {
        connection().close();
    }

    static DockerConnection connection() {
        try {
            return DockerConnection.open(System.getenv());
        } catch (DockerConnection.DockerUnavailable e) {
            if ("required".equals(System.getProperty("sluice.docker"))) {
                return Assertions.fail("this run was promised a Docker engine. " + e.getMessage());
            }
            return Assumptions.abort("NOT TESTED: the Docker engine. " + e.getMessage());
        }
    }
}
