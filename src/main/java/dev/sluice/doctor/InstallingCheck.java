package dev.sluice.doctor;

import java.time.Duration;
import java.util.List;

/** Whether the launcher may install what is missing. */
record InstallingCheck(Computer computer) implements Check {

    private static final String SUBJECT = "Installing";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public List<Finding> look() {
        if (computer.program("apt-get").isEmpty()) {
            return List.of(Finding.hint(
                    SUBJECT,
                    "no apt-get here: ./sluice installs nothing by itself",
                    "install what is missing above with this system's package manager"));
        }
        return List.of(
                isRoot() || isSudoer()
                        ? Finding.ok(SUBJECT, "./sluice may use apt-get for what it misses")
                        : Finding.hint(
                                SUBJECT,
                                "./sluice may not use apt-get: you are not root, and sudo asks for a password",
                                "run the lines with sudo above by hand"));
    }

    private boolean isRoot() {
        return computer.run(PATIENCE, List.of("id", "-u"))
                .filter(said -> said.firstLine().equals("0"))
                .isPresent();
    }

    private boolean isSudoer() {
        return computer.run(PATIENCE, List.of("sudo", "-n", "true"))
                .filter(Computer.Said::isWell)
                .isPresent();
    }
}
