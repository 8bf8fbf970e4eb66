package dev.sluice.bench;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.RequestSettings;
import dev.sluice.domain.Secret;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.metrics.DeploymentMeter;
import dev.sluice.metrics.EndpointMeter;
import dev.sluice.metrics.MirrorMeter;
import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.EndpointRoute;
import dev.sluice.router.Gate;
import dev.sluice.router.KeyAccess;
import dev.sluice.router.MirrorRule;
import dev.sluice.router.RouteTable;
import dev.sluice.router.Upstream;
import dev.sluice.router.Wheel;
import dev.sluice.router.http.Guids;
import dev.sluice.router.http.HttpRouter;
import dev.sluice.router.http.RouterSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Sluice's router alone in a process, as it stands in the product: access by key, the exact split, meters that a reader
 * drains each second. One event loop, since its rivals have one thread.
 */
public final class RouterProcess {

    private static final RequestSettings ROOMY = new RequestSettings(Duration.ofSeconds(20), 1000);

    private RouterProcess() {}

    /**
     * Serves until standard input ends, so that it cannot outlive whoever started it.
     *
     * @param args the port to listen on, then those of blue and green
     */
    public static void main(String[] args) throws IOException {
        var blue = route(new DeploymentName("blue"), Integer.parseInt(args[1]), ROOMY);
        var green = route(new DeploymentName("green"), Integer.parseInt(args[2]), ROOMY);
        var settings =
                RouterSettings.DEFAULT.withPort(Integer.parseInt(args[0])).withEventLoops(1);
        var ids = new Guids(() -> ThreadLocalRandom.current().nextLong());
        var reader = Executors.newSingleThreadScheduledExecutor();
        try (var router = new HttpRouter(settings, System::nanoTime, ids)) {
            router.publish(RouteTable.of(List.of(EndpointRoute.of(
                    new EndpointName("bench"),
                    new KeyAccess(new Secret(Rivals.KEY), new Secret("another-" + Rivals.KEY)),
                    List.of(blue, green),
                    new Wheel(split()),
                    new MirrorRule(Mirror.off()),
                    new MirrorMeter(),
                    new EndpointMeter()))));
            reader.scheduleAtFixedRate(
                    () -> {
                        blue.meter().drain();
                        green.meter().drain();
                    },
                    1,
                    1,
                    TimeUnit.SECONDS);
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } finally {
            reader.shutdownNow();
        }
    }

    /** A deployment with one instance. */
    static DeploymentRoute route(DeploymentName name, int port, RequestSettings requests) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var instance = new Upstream(name.text(), address, new Gate());
        return new DeploymentRoute(name, List.of(instance), requests, new Gate(), new DeploymentMeter());
    }

    private static TrafficSplit split() {
        return TrafficSplit.NONE
                .with(new DeploymentName("blue"), new Percent(Rivals.BLUE_SHARE))
                .with(new DeploymentName("green"), new Percent(100 - Rivals.BLUE_SHARE));
    }
}
