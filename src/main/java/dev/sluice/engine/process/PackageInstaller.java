package dev.sluice.engine.process;

import dev.sluice.domain.Problem;
import dev.sluice.engine.EngineException;
import dev.sluice.engine.conda.AskedPackage;
import dev.sluice.engine.conda.CondaRequest;
import dev.sluice.engine.conda.InstallComplaint;
import dev.sluice.engine.conda.PipLine;
import dev.sluice.engine.process.Errand.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes a virtual environment in a folder and has pip install into it what a conda file asks for. */
final class PackageInstaller {

    private static final Duration TO_MAKE_ONE = Duration.ofMinutes(2);

    /** Room for the largest wheels there are on a slow line. */
    private static final Duration TO_INSTALL = Duration.ofMinutes(30);

    /** From 22.3 on pip installs for another interpreter than the one that runs it. */
    private static final Pattern FOR_OTHERS = Pattern.compile("(2[3-9]|[3-9]\\d|\\d{3,}|22\\.[3-9]).*");

    private static final String PATH_IN_PROBLEMS = "environment.conda_file";

    private final InstalledPackages hosts;
    private final Errand errand;
    private final Consumer<String> progress;

    /** Which packages the code sees in it. */
    enum Sight {
        /** Those of the conda file, as in the cloud. */
        ITS_OWN,
        /** Those that this computer's Python has besides, which need not be installed then. */
        THE_HOSTS_TOO
    }

    /** @param hosts what this computer's Python has */
    PackageInstaller(InstalledPackages hosts, Errand errand, Consumer<String> progress) {
        this.hosts = hosts;
        this.errand = errand;
        this.progress = progress;
    }

    /**
     * @param folder empty; what is in it after a failure is of no use
     * @throws EngineException naming the package that could not be installed, and why
     */
    void install(CondaRequest request, Path folder, Sight sight) throws IOException {
        var requirements = Files.write(folder.resolve("requirements.txt"), requirements(request));
        var pip = pipFor(folder, sight);
        var command = Stream.of(
                        pip.stream(),
                        Stream.of("install", "--progress-bar", "off", "--requirement", requirements.toString()))
                .flatMap(part -> part)
                .toList();
        var ended = errand.run(command, folder, TO_INSTALL, progress);
        if (!ended.isWell()) {
            throw notInstalled(ended);
        }
    }

    /** A conda package of which pip has no way to say the version is asked for in any; the check afterwards tells. */
    private static List<String> requirements(CondaRequest request) {
        var conda = request.libraries().stream()
                .filter(asked -> !AskedPackage.isForeign(asked))
                .map(asked -> asked.asPip().orElseGet(asked::distribution));
        return Stream.concat(conda, request.pip().stream().map(PipLine::text)).toList();
    }

    /** Makes the environment; gives the command that is pip for it. */
    private List<String> pipFor(Path folder, Sight sight) throws IOException {
        var python = VirtualEnvironments.pythonOf(folder).toString();
        if (FOR_OTHERS.matcher(hosts.versions().getOrDefault("pip", "")).matches()) {
            make(folder, sight, "--without-pip");
            return List.of(hosts.interpreter().path(), "-m", "pip", "--python", python);
        }
        make(folder, sight);
        return List.of(python, "-m", "pip");
    }

    private void make(Path folder, Sight sight, String... options) throws IOException {
        var command = new ArrayList<>(List.of(hosts.interpreter().path(), "-m", "venv"));
        if (sight == Sight.THE_HOSTS_TOO) {
            command.add("--system-site-packages");
        }
        command.addAll(List.of(options));
        command.add(folder.toString());
        var ended = errand.run(command, folder, TO_MAKE_ONE, progress);
        if (!ended.isWell()) {
            throw new EngineException(Problem.of(
                    Problem.Code.IMAGE_BUILD_FAILURE,
                    PATH_IN_PROBLEMS,
                    hosts.interpreter() + " cannot make a virtual environment: " + lastOf(ended),
                    "install its modules venv and pip (on Debian: apt install python3-venv python3-pip)"));
        }
    }

    private static EngineException notInstalled(Ended pip) {
        var complaint = InstallComplaint.of(pip.lines());
        return new EngineException(Problem.of(
                Problem.Code.IMAGE_BUILD_FAILURE,
                PATH_IN_PROBLEMS,
                "pip cannot install the packages of the conda file: "
                        + complaint.map(InstallComplaint::what).orElseGet(() -> lastOf(pip)),
                complaint.map(InstallComplaint::remedy).orElse("see pip's own lines in the job's log")));
    }

    private static String lastOf(Ended ended) {
        return ended.lines().isEmpty()
                ? "exit code " + ended.exitCode()
                : ended.lines().get(ended.lines().size() - 1);
    }
}
