package dev.sluice.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The Docker engine: without one, models run as plain processes.
 *
 * @param engine looks for one as a start of the runtime does
 */
record DockerCheck(Computer computer, Supplier<DockerAnswer> engine) implements Check {

    private static final String SUBJECT = "Docker";
    private static final Path SOCKET = Path.of("/var/run/docker.sock");
    private static final String OTHERWISE = " (models run as plain processes)";

    @Override
    public List<Finding> look() {
        var answer = engine.get();
        return List.of(
                answer instanceof DockerAnswer.Answers it
                        ? Finding.ok(SUBJECT, it.title())
                        : Finding.hint(SUBJECT, ((DockerAnswer.None) answer).reason() + OTHERWISE, fix()));
    }

    private String fix() {
        var named = computer.variable("DOCKER_HOST");
        if (named.isPresent()) {
            return "DOCKER_HOST is " + named.get() + ": start the engine there, or unset it";
        }
        if (!computer.exists(SOCKET)) {
            return computer.program("dockerd").isPresent()
                    ? "sudo systemctl start docker (or, without systemd, sudo dockerd)"
                    : Install.of("docker.io");
        }
        return computer.mayWrite(SOCKET)
                ? "sudo systemctl restart docker, and look into its log: sudo journalctl -u docker"
                : "you may not use " + SOCKET + ": sudo usermod -aG docker $USER, then log out and in again";
    }
}
