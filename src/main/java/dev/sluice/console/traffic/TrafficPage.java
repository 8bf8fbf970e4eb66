package dev.sluice.console.traffic;

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
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** How the live requests of an endpoint are split, and what of them is mirrored. For the UI thread only. */
public final class TrafficPage implements Page {

    /** The history of an endpoint comes at once; no more than this is ever of use. */
    private static final int MOST_SAMPLES = 3_600;

    private final Workbench bench;
    private final TrafficViewModel traffic;
    private final MirrorViewModel mirror;
    private final Watch watch = new Watch();
    private final Parent node;
    private @Nullable EndpointName endpoint;

    public TrafficPage(Workbench bench) {
        this.bench = bench;
        traffic = new TrafficViewModel(bench.control(), bench.ui());
        mirror = new MirrorViewModel(bench.control(), bench.ui());
        node = Views.load("traffic", new TrafficView(traffic, new MirrorView(mirror), this::color));
    }

    /** The page with its tab. */
    public static PageEntry entry(Workbench bench) {
        return new PageEntry("traffic", "traffic.tab", new TrafficPage(bench));
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
            traffic.open(name, fleet);
            mirror.open(name, fleet);
            var samples = new Batches<TrafficSample>(
                    bench.ui(), MOST_SAMPLES, watch.whileOpen(batch -> traffic.measure(batch.values())));
            watch.hold(bench.control().watchTraffic(name, samples));
        });
    }

    @Override
    public void show(Fleet fleet) {
        traffic.show(fleet);
        mirror.show(fleet);
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
