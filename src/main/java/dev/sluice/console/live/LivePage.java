package dev.sluice.console.live;

import dev.sluice.console.support.Batches;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Page;
import dev.sluice.console.support.PageEntry;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.Watch;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Charts of latency, requests and errors for each deployment of an endpoint. For the UI thread only. */
public final class LivePage implements Page {

    /** At most four redraws a second; one sample a second comes from each endpoint. */
    private static final long MILLIS_BETWEEN_FRAMES = 250;

    private final Workbench bench;
    private final LiveViewModel model = new LiveViewModel();
    private final Watch watch = new Watch();
    private final Executor paced;
    private final Parent node;
    private @Nullable EndpointName endpoint;

    public LivePage(Workbench bench) {
        this.bench = bench;
        paced = CompletableFuture.delayedExecutor(MILLIS_BETWEEN_FRAMES, TimeUnit.MILLISECONDS, bench.ui());
        node = Views.load(
                "live", new LiveView(model, new ClockText(bench.clock().getZone()), this::color));
    }

    /** The page with its tab. */
    public static PageEntry entry(Workbench bench) {
        return new PageEntry("live", "live.tab", new LivePage(bench));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void open(Selection selection, Fleet fleet) {
        watch.close();
        selection.scope().ifPresent(name -> {
            endpoint = name;
            model.open(name, fleet);
            var samples = new Batches<TrafficSample>(
                    paced,
                    (int) LiveHistory.LONGEST.toSeconds(),
                    watch.whileOpen(batch -> model.measure(batch.values())));
            watch.hold(bench.control().watchTraffic(name, samples));
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
        watch.close();
    }

    private DeploymentColor color(DeploymentName name) {
        if (endpoint == null) {
            throw new IllegalStateException("a deployment without an endpoint");
        }
        return bench.colors().of(new DeploymentId(endpoint, name));
    }
}
