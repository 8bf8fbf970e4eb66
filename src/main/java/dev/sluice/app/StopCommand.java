package dev.sluice.app;

import dev.sluice.control.Fleet;
import dev.sluice.control.http.RemoteControl;
import dev.sluice.home.Home;
import dev.sluice.home.Interim;
import dev.sluice.home.NoteFile;
import dev.sluice.home.RuntimeNote;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./sluice stop}: ends the runtime of the state folder, wherever it was started. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description =
                "Ends the runtime of the state folder: requests in flight are answered, then its models stop. What is"
                        + " deployed comes back with the next start. Asks first if models are up.")
final class StopCommand implements Callable<Integer> {

    /** The router gives its clients 5 s, instances may take 10 s to stop after SIGTERM. */
    private static final int SECONDS_TO_END = 60;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--home",
            description = "The state folder. Default: $SLUICE_HOME, or sluice in the XDG state folder.",
            converter = FolderOption.class)
    private Path home = Home.usual(System.getenv());

    @Option(
            names = {"--yes", "-y"},
            description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws Exception {
        var up = new NoteFile(home).read();
        if (up.isEmpty()) {
            up = new Interim(home, Interim.USUAL_PATIENCE, this::say).await();
        }
        if (up.isEmpty()) {
            say("No runtime is up in " + home + ": there is nothing to stop.");
            return 0;
        }
        try (var runtime = RemoteControl.at(up.get().doorway())) {
            return yes || mayStop(runtime, up.get()) ? stop(runtime, up.get()) : 1;
        }
    }

    private boolean mayStop(RemoteControl runtime, RuntimeNote note) throws InterruptedException {
        var glimpse = Glimpse.of(runtime);
        if (glimpse instanceof Glimpse.Clear clear) {
            var consequence = consequence(clear.fleet());
            return consequence.isEmpty() || isAgreed(consequence);
        } else if (glimpse instanceof Glimpse.Dark dark) {
            throw silent(note, dark);
        }
        return isAgreed("The runtime (process " + note.pid() + ") " + Version.beside(note.version())
                + ": whether deployments are up cannot be seen from here. If any are, clients get no answer once it has"
                + " ended.");
    }

    /** What is lost with the runtime; empty if nothing is. */
    private static String consequence(Fleet fleet) {
        long up = fleet.deploymentsUp();
        long registrations = fleet.registrationsRunning();
        var lost = new ArrayList<String>();
        if (up > 0) {
            lost.add((up == 1 ? "1 deployment is" : up + " deployments are")
                    + " up: clients get no answer once the runtime has ended.");
        }
        if (registrations > 0) {
            lost.add((registrations == 1 ? "1 registration is" : registrations + " registrations are")
                    + " under way: what is copied so far is removed, and nothing is registered.");
        }
        return String.join(" ", lost);
    }

    private boolean isAgreed(String consequence) {
        var answer = new ProcessTerminal().ask(consequence + " Stop it? [y/N] ");
        if (answer.isEmpty()) {
            say(consequence + " Nothing was stopped; say --yes to stop it all the same.");
        }
        return answer.filter(said -> said.strip().toLowerCase(Locale.ROOT).startsWith("y"))
                .isPresent();
    }

    private static IllegalStateException silent(RuntimeNote note, Glimpse.Dark dark) {
        return new IllegalStateException(
                "process " + note.pid() + " does not answer (" + dark.reason() + "); if it stays like that, end it with"
                        + " `kill " + note.pid() + "`, which it takes for an orderly end too",
                dark.why());
    }

    private int stop(RemoteControl runtime, RuntimeNote note) throws InterruptedException, ExecutionException {
        var process = ProcessHandle.of(note.pid());
        try {
            runtime.stop().toCompletableFuture().get(Glimpse.SECONDS_TO_ANSWER, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw silent(note, new Glimpse.Dark(e));
        }
        try {
            if (process.isPresent()) {
                process.get().onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
            }
            say("Stopped: process " + note.pid() + " has ended.");
            return 0;
        } catch (TimeoutException stillThere) {
            say("Process " + note.pid() + " was told to stop and is still there after " + SECONDS_TO_END
                    + " s. Its log is " + home.resolve("sluice.log") + "; `kill -9 " + note.pid()
                    + "` ends it at once, and the next start takes over its models.");
            return 1;
        }
    }

    private void say(String sentence) {
        var err = spec.commandLine().getErr();
        err.println(sentence);
        err.flush();
    }
}
