package dev.sluice.doctor;

/** Whether a Docker engine can be used. */
public sealed interface DockerAnswer {

    /** @param title such as {@code Docker 20.10.24} */
    record Answers(String title) implements DockerAnswer {}

    /** @param reason why not, in a sentence */
    record None(String reason) implements DockerAnswer {}
}
