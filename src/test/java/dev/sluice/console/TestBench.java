package dev.sluice.console;

import dev.sluice.app.YamlTexts;
import dev.sluice.console.support.Clipboard;
import dev.sluice.console.support.DeploymentColors;
import dev.sluice.console.support.FilePicker;
import dev.sluice.console.support.NoticeBoard;
import dev.sluice.console.support.PendingQuestion;
import dev.sluice.console.support.Workbench;
import dev.sluice.domain.HandClock;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;

/** A workbench of fakes, on the thread of whoever calls: questions stay open, files come from a queue. */
public final class TestBench implements FilePicker, Clipboard {

    public final FakeControl control = new FakeControl();
    public final PendingQuestion questions = new PendingQuestion();
    public final NoticeBoard notices;
    public final Workbench bench;

    /** What the next choosers answer, in order; none left: the user thinks better of it. */
    public final Queue<Path> toPick = new ArrayDeque<>();

    /** Stands still, unless a test moves it. */
    public final HandClock clock = new HandClock(SampleFleets.NOW);

    public final List<String> copied = new ArrayList<>();

    public TestBench() {
        this(Runnable::run);
    }

    public TestBench(Executor ui) {
        notices = new NoticeBoard(ui);
        bench = new Workbench(
                control,
                ui,
                clock,
                notices,
                questions,
                this,
                this,
                new DeploymentColors(),
                new YamlTexts(),
                Runnable::run);
    }

    /** The same bench, but what waits for files is done by {@code background}. */
    public Workbench with(Executor background) {
        return new Workbench(
                bench.control(),
                bench.ui(),
                bench.clock(),
                bench.notices(),
                bench.dialogs(),
                bench.files(),
                bench.clipboard(),
                bench.colors(),
                bench.jumps(),
                bench.reach(),
                bench.errands(),
                bench.routings(),
                bench.registrations(),
                bench.manifests(),
                background);
    }

    @Override
    public Optional<Path> openFile(String title, List<String> patterns) {
        return Optional.ofNullable(toPick.poll());
    }

    @Override
    public Optional<Path> openFolder(String title) {
        return Optional.ofNullable(toPick.poll());
    }

    @Override
    public Optional<Path> saveFile(String title, String name) {
        return Optional.ofNullable(toPick.poll());
    }

    @Override
    public void put(String text) {
        copied.add(text);
    }
}
