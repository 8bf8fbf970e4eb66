package dev.sluice.console;

import dev.sluice.console.support.Clipboard;
import dev.sluice.console.support.DeploymentColors;
import dev.sluice.console.support.FilePicker;
import dev.sluice.console.support.NoticeBoard;
import dev.sluice.console.support.Workbench;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A workbench for pages under test: what was copied is kept, no window is asked for a file. */
public final class PageBench {

    public final FakeControl control = new FakeControl();
    public final List<String> copied = new ArrayList<>();
    public Optional<Path> picked = Optional.empty();

    public Workbench with(Executor ui) {
        Clipboard clipboard = copied::add;
        return new Workbench(
                control,
                ui,
                Clock.fixed(PageFleet.NOON, ZoneOffset.UTC),
                new NoticeBoard(ui),
                question -> CompletableFuture.completedFuture(true),
                new Picked(),
                clipboard,
                new DeploymentColors());
    }

    private final class Picked implements FilePicker {
        @Override
        public Optional<Path> openFile(String title, List<String> patterns) {
            return picked;
        }

        @Override
        public Optional<Path> openFolder(String title) {
            return picked;
        }
    }
}
