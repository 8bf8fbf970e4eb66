package dev.sluice.console.activity;

import dev.sluice.console.support.Batches;
import dev.sluice.console.support.Page;
import dev.sluice.console.support.PageEntry;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.TextExport;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.Watch;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.Reason;
import dev.sluice.domain.Activity;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Who has changed what of an endpoint, or of all, and the way back to an earlier routing. For the UI thread only. */
public final class ActivityPage implements Page {

    private static final long MILLIS_BETWEEN_BATCHES = 100;

    private final Workbench bench;
    private final ActivityViewModel model;
    private final ActivityView view;
    private final Watch watch = new Watch();
    private final Executor paced;
    private final Parent node;

    /** Held, since it is told as long as this is. */
    private final Object turns;

    public ActivityPage(Workbench bench) {
        this.bench = bench;
        paced = CompletableFuture.delayedExecutor(MILLIS_BETWEEN_BATCHES, TimeUnit.MILLISECONDS, bench.ui());
        model = new ActivityViewModel(bench);
        view = new ActivityView(model, new TextExport(bench), this::readAgain);
        node = Views.load("activity", view);
        turns = bench.routings().onTurn(view::refreshRestoration);
    }

    /** The page with its tab. */
    public static PageEntry entry(Workbench bench) {
        return PageEntry.ofNothingChosen("activity", "activity.tab", () -> new ActivityPage(bench));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void open(Selection selection, Fleet fleet) {
        selection.scope().ifPresentOrElse(name -> model.open(name, fleet), () -> model.openAll(fleet));
        read();
    }

    private void readAgain() {
        model.beginAgain();
        read();
    }

    private void read() {
        watch.close();
        var entries = new Batches<Activity>(paced, 2 * ActivityViewModel.PAGE, watch.whileOpen(model::append));
        watch.hold(bench.control().watchActivity(ActivityViewModel.PAGE, entries));
        askWhetherThereIsAny();
    }

    /** A watch of an empty journal says nothing at all. */
    private void askWhetherThereIsAny() {
        bench.control()
                .olderActivity(Long.MAX_VALUE, 1)
                .handle(this::looked)
                .thenAcceptAsync(watch.whileOpen(Runnable::run), bench.ui());
    }

    private Runnable looked(@Nullable List<Activity> entries, @Nullable Throwable failure) {
        if (entries == null) {
            return () -> model.couldNotRead(failure == null ? "" : Reason.of(failure));
        }
        return entries.isEmpty() ? model::foundNothing : () -> {};
    }

    @Override
    public void show(Fleet fleet) {
        model.show(fleet);
        view.refreshRestoration();
    }

    @Override
    public void close() {
        watch.close();
    }
}
