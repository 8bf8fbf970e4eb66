package dev.sluice.app;

import dev.sluice.demo.DemoFailed;
import dev.sluice.demo.Rollout;
import dev.sluice.demo.Sample;
import dev.sluice.demo.Stagehand;
import dev.sluice.demo.Teller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
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
            return windowed() ? inWindow(runtime) : rollout(runtime, terminal(), Duration.ZERO);
        } finally {
            Folders.delete(options.home);
        }
    }

    private boolean windowed() {
        return !terminalOnly && ConsoleHost.displayIsThere(System.getenv());
    }

    private int inWindow(RuntimeHost runtime) throws Exception {
        var console = new ConsoleHost(runtime);
        return console.showWhile(window -> rollout(runtime, Tellers.both(terminal(), window), LOOK_AROUND));
    }

    private Teller terminal() {
        return new TerminalTeller(spec.commandLine().getOut());
    }

    private static int rollout(RuntimeHost runtime, Teller teller, Duration pause) {
        try (var stage = new Stagehand(runtime.control(), runtime.http(), pause)) {
            new Rollout(stage, Sample.in(samples().resolve("diabetes")), teller).run();
            return 0;
        } catch (DemoFailed failure) {
            teller.end(false, "The demo stops here. " + failure.getMessage());
            return 1;
        }
    }

    /** The launcher says where the project is; from an IDE it is the working folder. */
    static Path samples() {
        return Path.of(System.getProperty("sluice.root", "."), "sample-models").toAbsolutePath();
    }
}
