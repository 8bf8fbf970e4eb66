package dev.sluice.engine.process;

import dev.sluice.domain.PackageDifference;
import dev.sluice.domain.Problem;
import dev.sluice.engine.EngineException;
import dev.sluice.engine.PreparedEnvironment;
import dev.sluice.engine.conda.CondaRequest;
import dev.sluice.engine.conda.PackageCheck;
import dev.sluice.engine.process.HostPython.Interpreter;
import dev.sluice.engine.process.PackageInstaller.Sight;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The way from a conda file to the Python that its code runs in. Blocks; stopped by its errand. */
final class CondaPreparation {

    private final PythonChoice choice;
    private final VirtualEnvironments environments;
    private final CondaRequest request;
    private final PackageCheck check;
    private final Errand errand;
    private final Consumer<String> progress;

    CondaPreparation(
            PythonChoice choice,
            VirtualEnvironments environments,
            CondaRequest request,
            Errand errand,
            Consumer<String> progress) {
        this.choice = choice;
        this.environments = environments;
        this.request = request;
        this.check = PackageCheck.of(request);
        this.errand = errand;
        this.progress = progress;
    }

    /** @throws EngineException if a virtual environment must be made and cannot */
    PreparedEnvironment under(Interpreter host) throws IOException {
        var fingerprint = VirtualEnvironments.fingerprint(request, host);
        var made = environments.find(fingerprint).filter(python -> choice != PythonChoice.HOST);
        if (made.isPresent()) {
            progress.accept("nothing to install: the identical environment is there as environments/" + fingerprint);
            return virtual(made.get(), host);
        }
        var installed = InstalledPackages.of(host, check, errand);
        var differences = installed.differencesFrom(check);
        boolean isWanted = choice == PythonChoice.VENV
                || choice == PythonChoice.AUTO && differences.stream().anyMatch(PackageCheck::isMendable);
        if (!isWanted) {
            return told(host.path(), "runs under " + host, differences);
        }
        try {
            return virtual(make(fingerprint, installed), host);
        } catch (EngineException notMade) {
            if (choice == PythonChoice.VENV) {
                throw notMade;
            }
            var why = notMade.problem().message();
            return told(host.path(), "runs under " + host + ", because " + why, differences);
        }
    }

    private Path make(String fingerprint, InstalledPackages hosts) {
        progress.accept(
                "making a virtual environment, because " + hosts.interpreter() + " has not all packages as asked");
        try {
            return makeAsGoodAsMayBe(fingerprint, hosts);
        } catch (IOException e) {
            throw new EngineException(
                    Problem.of(
                            Problem.Code.IMAGE_BUILD_FAILURE,
                            "environment.conda_file",
                            "no virtual environment could be made: " + e.getMessage(),
                            "see that the state folder can be written to and that the disk has room"),
                    e);
        }
    }

    /** With its own packages alone, as in the cloud; if that cannot be, with those of this computer that will do. */
    private Path makeAsGoodAsMayBe(String fingerprint, InstalledPackages hosts) throws IOException {
        var installer = new PackageInstaller(hosts, errand, progress);
        try {
            return environments.make(fingerprint, folder -> installer.install(request, folder, Sight.ITS_OWN));
        } catch (EngineException notMade) {
            if (hosts.differencesFrom(check).size() >= check.packages().size()) {
                throw notMade; // this computer has nothing that would help
            }
            progress.accept(notMade.problem().message() + "; trying with those that this computer has");
            return environments.make(fingerprint, folder -> installer.install(request, folder, Sight.THE_HOSTS_TOO));
        }
    }

    private PreparedEnvironment virtual(Path python, Interpreter host) throws IOException {
        var interpreter = new Interpreter(python.toString(), host.version());
        var differences = InstalledPackages.of(interpreter, check, errand).differencesFrom(check);
        return told(
                interpreter.path(),
                "runs in a virtual environment of Python " + host.version() + " with the packages of the conda file",
                differences);
    }

    private PreparedEnvironment told(String python, String note, List<PackageDifference> differences) {
        var whole = note
                + (differences.isEmpty() ? ", which has all that the conda file asks for" : "")
                + (request.variables().isEmpty() ? "" : "; the conda file's variables are not set");
        progress.accept(whole);
        differences.forEach(difference -> progress.accept("not as the conda file asks: " + difference));
        return new PreparedEnvironment(python, whole, differences);
    }
}
