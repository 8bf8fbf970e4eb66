package dev.sluice.console.gallery;

import dev.sluice.console.TestBench;
import dev.sluice.console.desktop.EngineCheck;
import dev.sluice.console.invoke.InvokePage;
import dev.sluice.console.invoke.RequestBook;
import dev.sluice.console.shell.Tie;
import dev.sluice.console.support.PageEntry;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a window is opened upon: what runs the models, whose the runtime is, and where test requests are kept.
 *
 * @param invoke makes the page that keeps them
 */
record Setting(EngineCheck engine, Tie tie, Function<TestBench, PageEntry> invoke) {

    private static final long PROCESS = 48_213;

    /** As the fleets of the samples tell it, there is no Docker. */
    static final Setting USUAL = of(new NoDocker(), new Tie.Host());

    static final Setting DOCKER = of(EngineCheck.settled(), new Tie.Host());

    /** Looking for Docker takes its time. */
    static final Setting LOOKING = of(new Looking(), new Tie.Host());

    /** The runtime is a process of its own. */
    static final Setting GUEST = of(EngineCheck.settled(), new Tie.Guest(() -> PROCESS, CompletableFuture::new));

    private static Setting of(EngineCheck engine, Tie tie) {
        return new Setting(engine, tie, desk -> InvokePage.entry(desk.bench));
    }

    /** Test requests are kept in this folder. */
    Setting keepingRequestsIn(Supplier<Path> folder) {
        return new Setting(
                engine,
                tie,
                desk -> InvokePage.entry(
                        desk.bench,
                        Runnable::run,
                        RequestBook.in(folder.get(), desk.clock, Runnable::run, desk.bench.ui(), desk.notices)));
    }

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
