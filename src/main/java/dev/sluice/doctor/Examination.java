package dev.sluice.doctor;

import dev.sluice.doctor.Finding.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** All that was looked at, in the order in which it is told. */
public record Examination(List<Finding> findings) {

    public Examination {
        findings = List.copyOf(findings);
    }

    /**
     * Looks at everything. Takes some seconds, most of them other programs'.
     *
     * @param home the state folder
     * @param docker looks for a Docker engine as a start of the runtime does
     */
    public static Examination of(Computer computer, Path home, Supplier<DockerAnswer> docker) {
        var state = new StateFolder(computer, home);
        var checks = List.of(
                new JavaCheck(
                        computer,
                        System.getProperty("java.vm.version"),
                        System.getProperty("java.vendor"),
                        Path.of(System.getProperty("java.home")),
                        System.getProperty("sluice.window.jdk", "")),
                new MavenCheck(computer),
                new PythonCheck(computer, pythonFacts()),
                new DockerCheck(computer, docker),
                new RuntimeCheck(computer, state),
                new PortsCheck(computer, state),
                new RoomCheck(computer, home),
                new WindowCheck(computer),
                new InstallingCheck(computer));
        return new Examination(
                checks.stream().flatMap(check -> check.look().stream()).toList());
    }

    static String pythonFacts() {
        try (InputStream script = Examination.class.getResourceAsStream("/doctor/python_facts.py")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True if nothing is missing that Sluice needs. */
    public boolean isWell() {
        return findings.stream().noneMatch(finding -> finding.verdict() == Verdict.MISSING);
    }
}
