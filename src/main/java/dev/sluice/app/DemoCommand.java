package dev.sluice.app;

import dev.sluice.console.shell.Tie;
import dev.sluice.console.support.Selection;
import dev.sluice.demo.DemoFailed;
import dev.sluice.demo.Rollout;
import dev.sluice.demo.Sample;
import dev.sluice.demo.Stagehand;
import dev.sluice.demo.Teller;
import dev.sluice.domain.Actor.Face;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./sluice demo}: a whole rollout by itself; exit code 0 only if each of its steps held. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Walks a whole safe rollout on the sample models: in the window if there is a display, else told in"
                        + " the terminal. Uses a state folder of its own, which it deletes at the end.")
final class DemoCommand implements Callable<Integer> {

    private static final Duration LOOK_AROUND = Duration.ofSeconds(4);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RuntimeOptions options = new RuntimeOptions();

    @Option(names = "--no-window", description = "Tell it in the terminal even if there is a display.")
    private boolean terminalOnly;

    @Override
    public Integer call() throws Exception {
        options.home = Files.createTempDirectory("sluice-demo-");
        try (var runtime = RuntimeHost.start(options, Clock.systemUTC())) {
            // Ctrl+C ends the program without coming back to the end of this method.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(runtime), "demo-shutdown"));
            return windowed() ? inWindow(runtime) : rollout(runtime, sample(), terminal(), Duration.ZERO, cancel -> {});
        } finally {
            Folders.delete(options.home);
        }
    }

    private void discard(RuntimeHost runtime) {
        runtime.close();
        try {
            Folders.delete(options.home);
        } catch (IOException e) {
            // The program's log is in that folder: there is nowhere left to tell it but here.
            spec.commandLine().getErr().println("sluice: " + options.home + " could not be deleted: " + e);
        }
    }

    private boolean windowed() {
        return !terminalOnly && ConsoleHost.displayIsThere(System.getenv());
    }

    private int inWindow(RuntimeHost runtime) {
        var console = new ConsoleHost(Footing.own(runtime, new Tie.Companion()), ConsoleHost.startToolkit());
        var sample = sample();
        return console.showWhile(
                new Selection.OfEndpoint(sample.endpoint().name()),
                window -> rollout(runtime, sample, Tellers.both(terminal(), window), LOOK_AROUND, console::whenClosed));
    }

    private Teller terminal() {
        return new TerminalTeller(spec.commandLine().getOut());
    }

    /** @param orCancel is given what ends the demo early */
    private static int rollout(
            RuntimeHost runtime, Sample sample, Teller teller, Duration pause, Consumer<Runnable> orCancel) {
        var control = runtime.control().by(Actors.of(Face.DEMO)).besideWhatRuns();
        try (var stage = new Stagehand(control, runtime.http(), pause)) {
            orCancel.accept(stage::cancel);
            new Rollout(stage, sample, teller).run();
            return 0;
        } catch (DemoFailed failure) {
            teller.end(false, "The demo stops here. " + failure.getMessage());
            return 1;
        }
    }

    private static Sample sample() {
        return Sample.in(samples().resolve("diabetes"));
    }

    /** The launcher says where the project is; from an IDE it is the working folder. */
    static Path samples() {
        return Path.of(System.getProperty("sluice.root", "."), "sample-models").toAbsolutePath();
    }
}
