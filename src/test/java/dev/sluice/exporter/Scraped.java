package dev.sluice.exporter;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.RequestSettings;
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
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A page of metrics of one endpoint, {@code iris}, whose green is blue's shadow, as a scraper reads it. */
final class Scraped {

    final FixedRouter router = new FixedRouter();
    final LastMinute minute = new LastMinute(router, Clock.systemUTC());
    final EndpointMeter endpoint = new EndpointMeter();
    final MirrorMeter mirror = new MirrorMeter();
    final DeploymentRoute blue = deployment("blue");
    final DeploymentRoute green = deployment("green");
    private final MetricsPage page = new MetricsPage(router, minute);

    Scraped() {
        publish(blue, green);
    }

    Exposition read() {
        return Exposition.of(page.write());
    }

    /** As the console's sampler does once a second. */
    void drain() {
        blue.meter().drain();
        green.meter().drain();
    }

    void publish(DeploymentRoute... deployments) {
        router.publish(RouteTable.of(List.of(EndpointRoute.of(
                new EndpointName("iris"),
                KeyAccess.toNobody(),
                List.of(deployments),
                new Wheel(TrafficSplit.allTo(blue.name())),
                new MirrorRule(Mirror.to(green.name(), new Percent(10))),
                mirror,
                endpoint))));
    }

    static DeploymentRoute deployment(String name) {
        var instance = new Upstream(name, new InetSocketAddress(0), new Gate());
        return new DeploymentRoute(
                new DeploymentName(name),
                List.of(instance),
                new RequestSettings(Duration.ofSeconds(5), 10),
                new Gate(),
                new DeploymentMeter());
    }
}
