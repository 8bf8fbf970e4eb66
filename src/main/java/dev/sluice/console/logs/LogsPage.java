package dev.sluice.console.logs;

import dev.sluice.console.support.Batches;
import dev.sluice.console.support.Page;
import dev.sluice.console.support.PageEntry;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.Watch;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.LogLine;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** What the instances of one deployment write, as they write it. For the UI thread only. */
public final class LogsPage implements Page {

    /** At most ten changes of the list a second, however many lines come. */
    private static final long MILLIS_BETWEEN_BATCHES = 100;

    /** How many lines of each instance are shown from before the page was opened. */
    private static final int TAIL = 500;

    private final Workbench bench;
    private final LogsViewModel model;
    private final InstanceColors colors = new InstanceColors();
    private final Watch watch = new Watch();
    private final Executor paced;
    private final Parent node;
    private @Nullable EndpointName endpoint;
    private boolean open;

    public LogsPage(Workbench bench) {
        this.bench = bench;
        paced = CompletableFuture.delayedExecutor(MILLIS_BETWEEN_BATCHES, TimeUnit.MILLISECONDS, bench.ui());
        model = new LogsViewModel(bench.clipboard());
        node = Views.load("logs", new LogsView(model, colors));
        model.deploymentProperty().addListener((o, before, after) -> follow(after));
    }

    /** The page with its tab. */
    public static PageEntry entry(Workbench bench) {
        return new PageEntry("logs", "logs.tab", new LogsPage(bench));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void open(Selection selection, Fleet fleet) {
        watch.close();
        open = false;
        selection.scope().ifPresent(name -> {
            endpoint = name;
            var chosen = selection instanceof Selection.OfDeployment one
                    ? one.deployment().deployment()
                    : model.deploymentProperty().get();
            model.choose(chosen);
            model.show(name, fleet);
            open = true;
            follow(model.deploymentProperty().get());
        });
    }

    @Override
    public void show(Fleet fleet) {
        if (endpoint != null) {
            model.show(endpoint, fleet);
        }
    }

    @Override
    public void close() {
        open = false;
        watch.close();
    }

    private void follow(@Nullable DeploymentName deployment) {
        if (!open || endpoint == null) {
            return;
        }
        watch.close();
        colors.forgetAll();
        if (deployment != null) {
            var lines = new Batches<LogLine>(paced, LogsViewModel.MOST_LINES, watch.whileOpen(model::append));
            watch.hold(bench.control().followLog(new DeploymentId(endpoint, deployment), TAIL, lines));
        }
    }
}
