package dev.sluice.doctor;

import java.time.Duration;
import java.util.List;

/** Maven, with which the launcher builds. */
record MavenCheck(Computer computer) implements Check {

    private static final String SUBJECT = "Maven";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public List<Finding> look() {
        return List.of(computer.program("mvn")
                .map(program -> List.of(program.toString(), "-v"))
                .map(this::version)
                .orElseGet(() -> Finding.hint(
                        SUBJECT, "not on the PATH; it is needed to build what was edited", Install.of("maven"))));
    }

    private Finding version(List<String> command) {
        var said = computer.run(PATIENCE, command);
        return said.filter(Computer.Said::isWell)
                .map(answer -> Finding.ok(SUBJECT, plain(answer.firstLine()) + ", " + command.get(0)))
                .orElseGet(() -> Finding.hint(
                        SUBJECT,
                        command.get(0) + " does not run: "
                                + said.map(Computer.Said::firstLine).orElse("no answer"),
                        "run '" + command.get(0) + " -v', and mend what it complains of"));
    }

    /** Maven prints in colours whether or not anybody sees them. */
    private static String plain(String line) {
        return line.replaceAll("\u001b\\[[0-9;]*m", "");
    }
}
