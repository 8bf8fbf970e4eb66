package dev.sluice.app;

import dev.sluice.control.http.Host;
import dev.sluice.home.RuntimeNote.Kind;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./sluice serve}: the runtime by itself. Knows nothing of JavaFX, and runs where there is none. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Runs the endpoints without a window, until Ctrl+C, SIGTERM or `./sluice stop`. `./sluice` opens a"
                        + " window on it, and the command line finds it.")
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RuntimeOptions options = new RuntimeOptions();

    @Override
    public Integer call() throws Exception {
        var stopped = new CountDownLatch(1);
        try (var runtime = RuntimeHost.start(options, Clock.systemUTC())) {
            var doorway = runtime.admit(Kind.SERVE, new Windowless(stopped));
            var fleet = runtime.control().fleet().toCompletableFuture().join();
            var sheet = new RuntimeSheet(options.home, ProcessHandle.current().pid(), doorway.address(), fleet);
            var out = spec.commandLine().getOut();
            out.println("Sluice serves.");
            sheet.places().forEach(out::println);
            out.println("Ctrl+C, SIGTERM or `./sluice stop` ends it.");
            out.flush();
            stopped.await();
        }
        return 0;
    }

    private record Windowless(CountDownLatch stopped) implements Host {

        @Override
        public CompletionStage<Boolean> showWindow(String display) {
            return CompletableFuture.completedFuture(false);
        }

        @Override
        public void stop() {
            stopped.countDown();
        }
    }
}
