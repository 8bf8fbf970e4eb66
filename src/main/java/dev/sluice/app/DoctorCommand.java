package dev.sluice.app;

import dev.sluice.doctor.DockerAnswer;
import dev.sluice.doctor.Examination;
import dev.sluice.doctor.Report;
import dev.sluice.doctor.ThisComputer;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.engine.docker.DockerEngine;
import dev.sluice.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./sluice doctor}: what is there, what is missing, and the fix for each. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what Sluice finds on this computer and what it misses, with the fix for each.",
            "Ends with 1 if something that it needs is missing. It changes nothing."
        })
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--home",
            description = "The state folder. Default: $SLUICE_HOME, or sluice in the XDG state folder.",
            converter = FolderOption.class)
    private Path home = Home.usual(System.getenv());

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var examination = Examination.of(new ThisComputer(System.getenv()), home, DoctorCommand::docker);
        var report = new Report(examination);
        var out = spec.commandLine().getOut();
        if (json) {
            report.printJson(out);
        } else {
            report.print(out);
        }
        return examination.isWell() ? 0 : 1;
    }

    /** With a folder of its own, so that nothing is written where a runtime keeps its state. */
    private static DockerAnswer docker() {
        try {
            var folder = Files.createTempDirectory("sluice-doctor-");
            try {
                return ask(folder);
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            return new DockerAnswer.None("it cannot be asked: " + e.getMessage());
        }
    }

    private static DockerAnswer ask(Path folder) {
        var connection = DockerEngine.connect(folder, System.getenv(), () -> ImageSubstitutions.NONE);
        if (connection instanceof DockerEngine.Connection.Connected connected) {
            try (var engine = connected.engine()) {
                return new DockerAnswer.Answers(engine.info().title());
            }
        }
        return new DockerAnswer.None(((DockerEngine.Connection.Unavailable) connection).reason());
    }
}
