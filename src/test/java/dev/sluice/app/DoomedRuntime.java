package dev.sluice.app;

import dev.sluice.demo.Sample;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program of its own that brings the sample up with a mirror, says so, and waits to be killed. */
public final class DoomedRuntime {

    static final String READY = "ready to be killed: ";

    private DoomedRuntime() {}

    public static void main(String[] args) throws Exception {
        var options = new RuntimeOptions();
        options.home = Path.of(args[0]);
        options.engine = RuntimeOptions.EngineChoice.valueOf(args[1]);
        var runtime = RuntimeHost.start(options, Clock.systemUTC());
        var sample = Sample.in(DemoCommand.samples().resolve("diabetes"));
        try (var user = new Walk(runtime.control())) {
            user.bringUp(sample);
            var instances = user.instances(sample.blue().id()).get(0) + " "
                    + user.instances(sample.green().id()).get(0);
            user.accepted(runtime.control()
                    .applyMirror(
                            sample.endpoint().name(),
                            Mirror.to(sample.green().id().deployment(), new Percent(10))));
            System.out.println(READY + instances);
        }
        // Never longer than a test takes: should the test itself be killed, this program ends too.
        new CompletableFuture<Void>()
                .completeOnTimeout(null, 5, TimeUnit.MINUTES)
                .join();
    }
}
