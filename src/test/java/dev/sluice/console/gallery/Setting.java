package dev.sluice.console.gallery;

import dev.sluice.console.desktop.EngineCheck;
import dev.sluice.console.shell.Tie;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What a window is opened upon: what runs the models, and whose the runtime is. */
record Setting(EngineCheck engine, Tie tie) {

    private static final long PROCESS = 48_213;

    /** As the fleets of the samples tell it, there is no Docker. */
    static final Setting USUAL = new Setting(new NoDocker(), new Tie.Host());

    static final Setting DOCKER = new Setting(EngineCheck.settled(), new Tie.Host());

    /** Looking for Docker takes its time. */
    static final Setting LOOKING = new Setting(new Looking(), new Tie.Host());

    /** The runtime is a process of its own. */
    static final Setting GUEST =
            new Setting(EngineCheck.settled(), new Tie.Guest(() -> PROCESS, CompletableFuture::new));

    private static final class Looking implements EngineCheck {

        @Override
        public Optional<String> whyNoDocker() {
            return new NoDocker().whyNoDocker();
        }

        @Override
        public CompletionStage<Finding> again() {
            return new CompletableFuture<>();
        }
    }
}
