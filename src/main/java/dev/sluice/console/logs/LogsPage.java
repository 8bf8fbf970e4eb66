package dev.sluice.console.logs;

import dev.sluice.console.support.Batches;
import dev.sluice.console.support.Command;
import dev.sluice.console.support.KeyHint;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Page;
import dev.sluice.console.support.PageEntry;
import dev.sluice.console.support.PageSettings;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.TextExport;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.Watch;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.Reason;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** What the instances of an endpoint write, as they write it. For the UI thread only. */
public final class LogsPage implements Page {

    /** At most ten changes of the list a second, however many lines come. */
    private static final long MILLIS_BETWEEN_BATCHES = 100;

    private final Workbench bench;
    private final PageSettings settings;
    private final LogsViewModel model;
    private final LogLook look;
    private final LogsView view;
    private final Watch watch = new Watch();
    private final Executor paced;
    private final Parent node;
    private Optional<EndpointName> endpoint = Optional.empty();
    private Optional<LogFollowing> following = Optional.empty();

    public LogsPage(Workbench bench) {
        this(bench, new PageSettings());
    }

    /** @param settings how lines were looked at last time, and will be next time */
    private LogsPage(Workbench bench, PageSettings settings) {
        this.bench = bench;
        this.settings = settings;
        paced = CompletableFuture.delayedExecutor(MILLIS_BETWEEN_BATCHES, TimeUnit.MILLISECONDS, bench.ui());
        model = new LogsViewModel(bench.clipboard());
        look = new LogLook(bench, () -> endpoint);
        recall();
        var ways = new LogsView.Ways(bench.jumps()::toFirstDeployment, this::beginAnew);
        view = new LogsView(model, look, new TextExport(bench), bench.ui(), ways);
        node = Views.load("logs", view);
        model.sources().chosenProperty().addListener((o, before, after) -> beginAnew());
        model.readingOlderProperty().addListener((o, before, reading) -> {
            if (reading) {
                following.ifPresent(this::readOlder);
            }
        });
    }

    private void recall() {
        var habits = LogHabits.in(settings);
        look.times().set(habits.times());
        look.wrap().set(habits.wrapping());
        model.choose(habits.levels());
        Stream.of(look.times(), look.wrap(), model.levelsProperty())
                .forEach(habit -> habit.addListener((o, before, after) -> keep()));
    }

    private void keep() {
        new LogHabits(
                        look.wrap().get(),
                        model.levelsProperty().get(),
                        look.times().get())
                .keep(settings);
    }

    /** The page with its tab. */
    public static PageEntry entry(Workbench bench) {
        return PageEntry.keeping("logs", "logs.tab", settings -> new LogsPage(bench, settings));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void open(Selection selection, Fleet fleet) {
        close();
        if (!endpoint.equals(selection.scope())) {
            model.clear();
        }
        endpoint = selection.scope();
        endpoint.ifPresent(name -> {
            model.choose(deployment(selection));
            model.show(name, fleet);
            beginFollowing(name);
            bench.jumps().onLogs(this::showLines);
            view.wake();
        });
    }

    private static Optional<DeploymentName> deployment(Selection selection) {
        return selection instanceof Selection.OfDeployment one
                ? Optional.of(one.deployment().deployment())
                : Optional.empty();
    }

    @Override
    public void show(Fleet fleet) {
        endpoint.ifPresent(name -> model.show(name, fleet));
        following.ifPresent(now -> now.follow(model.sources().followed()));
    }

    @Override
    public void close() {
        view.rest();
        bench.jumps().onLogs((deployment, words) -> {});
        following = Optional.empty();
        watch.close();
    }

    @Override
    public List<Command> commands() {
        return view.commands();
    }

    @Override
    public List<KeyHint> keys() {
        return LogsView.keys();
    }

    /** The way here from elsewhere: all of the deployment's lines that have these words, however lines were looked at last. */
    private void showLines(DeploymentId deployment, String words) {
        model.only(Optional.of(deployment.deployment()), words);
    }

    /** Another source was chosen while the page is open, or it is to be tried again. */
    private void beginAnew() {
        if (following.isPresent()) {
            watch.close();
            endpoint.ifPresent(this::beginFollowing);
        }
    }

    private void beginFollowing(EndpointName name) {
        var lines = new Batches<LogEntry>(paced, LogBuffer.MOST_LINES, watch.whileOpen(model::append));
        var begun = new LogFollowing(bench.control(), name, bench.clock(), lines);
        begun.follow(model.sources().followed());
        watch.hold(begun);
        following = Optional.of(begun);
        model.beginReading();
        begun.whetherAnyWasWritten().handle(this::looked).thenAcceptAsync(watch.whileOpen(Runnable::run), bench.ui());
    }

    private void readOlder(LogFollowing now) {
        now.readBack(model.wantedOfEach(), bench.background())
                .handle(this::readBack)
                .thenAcceptAsync(watch.whileOpen(model.whileReadingOlder()), bench.ui());
    }

    private Runnable readBack(@Nullable List<LogEntry> lines, @Nullable Throwable failure) {
        if (lines == null) {
            return () -> {
                model.couldNotReadOlder();
                bench.notices()
                        .failed(
                                Messages.of("logs.older.not-read"),
                                failure == null ? new IllegalStateException() : failure);
            };
        }
        return () -> model.haveReadOlder(lines);
    }

    private Runnable looked(@Nullable Boolean any, @Nullable Throwable failure) {
        if (failure != null) {
            return () -> model.couldNotRead(Reason.of(failure));
        }
        return Boolean.TRUE.equals(any) ? () -> {} : model::foundNothing;
    }
}
