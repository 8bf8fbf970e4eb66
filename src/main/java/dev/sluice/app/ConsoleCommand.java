package dev.sluice.app;

import dev.sluice.console.shell.Tie;
import dev.sluice.control.http.RemoteControl;
import dev.sluice.home.Home;
import dev.sluice.home.Interim;
import dev.sluice.home.RuntimeNote;
import dev.sluice.home.RuntimeNote.Kind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./sluice}: the console, on the runtime that is up, else with one in it. */
@Command(
        name = "sluice",
        mixinStandardHelpOptions = true,
        description = "A desktop console for the safe rollout of machine-learning models.")
final class ConsoleCommand implements Callable<Integer> {

    /** Longer than a window's own process waits for it. */
    private static final int SECONDS_TO_SHOW = 15;

    /** None if nothing was typed: then there was nothing to read. */
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private RuntimeOptions options = new RuntimeOptions();

    @Override
    public Integer call() throws Exception {
        var outcome = new Interim(options.home, Interim.USUAL_PATIENCE, Streams.err()::println)
                .outcome()
                .orElseThrow(() -> new Taken(options.home));
        if (outcome instanceof Interim.Outcome.Opened opened) {
            embed(opened.home());
        } else if (outcome instanceof Interim.Outcome.Up up) {
            join(up.note());
        }
        return 0;
    }

    private void embed(Home home) throws Exception {
        var toolkit = ConsoleHost.startToolkit();
        try (var runtime = RuntimeHost.start(home, options, Clock.systemUTC())) {
            // Not earlier: it has a logger, and where the log goes is known now.
            var display = new DisplayLoss();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(runtime, display), "end-without-display"));
            var windows = new Windows(
                    () -> new ConsoleHost(Footing.own(runtime, new Tie.Host()), toolkit),
                    asked -> asked.equals(ownDisplay(System.getenv())) && !display.hasHappened(),
                    ConsoleCommand::outliveTerminal,
                    ConsoleCommand::exit);
            toolkit.thenRunAsync(
                    display::outlive,
                    task -> Threads.named("display").newThread(task).start());
            runtime.admit(Kind.CONSOLE, windows);
            windows.show();
        }
        ConsoleHost.endToolkit();
    }

    /** The runtime is closed once, by whoever comes first; the second only waits until it is. */
    private static void end(RuntimeHost runtime, DisplayLoss display) {
        runtime.close();
        display.endWithoutDisplay();
    }

    /** The runtime of another process: its own window if it can be shown here, else one of ours. */
    private void join(RuntimeNote note) throws InterruptedException {
        tellWhatHasNoEffect(note);
        Logging.into(options.home, "console");
        var background = Executors.newCachedThreadPool(Threads.named("attachment"));
        var attachment = new Attachment(options.home, note, background);
        try (var runtime = RemoteControl.at(attachment::doorway)) {
            if (note.kind() == Kind.CONSOLE && comesBack(runtime, note)) {
                Streams.out()
                        .println("Sluice is open already, in process " + note.pid() + ": its window is in front now.");
                return;
            }
            mustBeUnderstood(runtime, note);
            var toolkit = ConsoleHost.startToolkit();
            var footing = Footing.of(note, runtime, options.home, Clock.systemUTC(), attachment.tie());
            new ConsoleHost(footing, toolkit).show().awaitClosed();
            ConsoleHost.endToolkit();
        } finally {
            background.shutdownNow();
        }
    }

    /** A window would wait for a picture for ever. */
    private static void mustBeUnderstood(RemoteControl runtime, RuntimeNote note) throws InterruptedException {
        if (Glimpse.of(runtime) instanceof Glimpse.Blurred) {
            throw new IllegalStateException("the runtime that is up (process " + note.pid() + ") "
                    + Version.beside(note.version())
                    + ": a window of this version cannot show it. `./sluice stop` ends it; then start again");
        }
    }

    private void tellWhatHasNoEffect(RuntimeNote note) {
        var typed = spec == null
                ? List.<String>of()
                : RuntimeOptions.forAStart(spec.commandLine().getParseResult());
        if (!typed.isEmpty()) {
            Streams.err()
                    .println(
                            "No effect: " + String.join(", ", typed) + ". The runtime that is up (process " + note.pid()
                                    + ") goes on as it was started. `./sluice stop` ends it; then start again with them.");
        }
    }

    private boolean comesBack(RemoteControl runtime, RuntimeNote note) throws InterruptedException {
        try {
            return runtime.showWindow(ownDisplay(System.getenv()))
                    .toCompletableFuture()
                    .get(SECONDS_TO_SHOW, TimeUnit.SECONDS);
        } catch (ExecutionException hasJustGone) {
            // The window that is opened instead tells what is the matter.
            return false;
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "Sluice is open already, in process " + note.pid() + ", which does not answer within "
                            + SECONDS_TO_SHOW + " s; its log is " + options.home.resolve("sluice.log")
                            + ". If it stays like that, end it with `kill " + note.pid() + "` and start again",
                    e);
        }
    }

    private static String ownDisplay(Map<String, String> environment) {
        return environment.getOrDefault("DISPLAY", "");
    }

    private static void outliveTerminal() {
        TerminalLoss.outlive(Streams.out());
    }

    private static void exit() {
        new Thread(() -> System.exit(0), "exit").start();
    }
}
