package dev.sluice.app;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./sluice}: the console with the runtime in it. */
@Command(
        name = "sluice",
        mixinStandardHelpOptions = true,
        description = "A desktop console for the safe rollout of machine-learning models.")
final class ConsoleCommand implements Callable<Integer> {

    @Mixin
    private RuntimeOptions options = new RuntimeOptions();

    @Override
    public Integer call() throws Exception {
        var toolkit = ConsoleHost.startToolkit();
        try (var runtime = RuntimeHost.start(options, Clock.systemUTC())) {
            new ConsoleHost(runtime, toolkit).showUntilClosed();
        }
        return 0;
    }
}
