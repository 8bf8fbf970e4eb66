package dev.sluice.control;

import dev.sluice.control.http.ControlServer;
import dev.sluice.control.http.DocumentedApi;
import dev.sluice.control.http.Eavesdropper;
import dev.sluice.control.http.Host;
import dev.sluice.control.http.RemoteControl;
import dev.sluice.domain.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A way to speak to a runtime. Whatever {@link RolloutControl} promises holds in each. */
public enum Face {
    /** In the runtime's own process. */
    EMBEDDED {
        @Override
        Open open(RolloutControl runtime) {
            return new Open(runtime, () -> {});
        }
    },
    /** Over HTTP, as another process does; all that is said is as {@code docs/openapi.json} has it. */
    REMOTE {
        @Override
        Open open(RolloutControl runtime) {
            var server = ControlServer.open(runtime, new Secret("knock knock"), 0, WINDOWLESS);
            var between = new Eavesdropper(server.doorway(), DOCUMENTED);
            var remote = RemoteControl.at(between.doorway());
            return new Open(remote, () -> {
                remote.close();
                server.close();
                between.close();
            });
        }
    };

    private static final Host WINDOWLESS = new Host() {
        @Override
        public CompletionStage<Boolean> showWindow(String display) {
            return CompletableFuture.completedFuture(false);
        }

        @Override
        public void stop() {}
    };

    private static final DocumentedApi DOCUMENTED = new DocumentedApi(document());

    private static byte[] document() {
        try {
            return Files.readAllBytes(Path.of("docs/openapi.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    abstract Open open(RolloutControl runtime);

    /** What can be spoken to, and what then has to be closed. */
    record Open(RolloutControl control, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }
}
