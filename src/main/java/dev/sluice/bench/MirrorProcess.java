package dev.sluice.bench;

import dev.sluice.comparison.AnswerComparer;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.RequestSettings;
import dev.sluice.domain.Secret;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.metrics.EndpointMeter;
import dev.sluice.metrics.MirrorMeter;
import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.EndpointRoute;
import dev.sluice.router.KeyAccess;
import dev.sluice.router.MirrorRule;
import dev.sluice.router.RouteTable;
import dev.sluice.router.Router;
import dev.sluice.router.Wheel;
import dev.sluice.router.http.Guids;
import dev.sluice.router.http.HttpRouter;
import dev.sluice.router.http.RouterSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Sluice's router alone in a process, with the product's settings: all live requests to blue, copies to green while it
 * is told so. Orders are {@code on}, {@code off}, {@code anew} for a new ledger, {@code ledger} and {@code heap}.
 */
public final class MirrorProcess {

    static final int SHARE = 50;

    private static final RequestSettings LIVE = new RequestSettings(Duration.ofSeconds(20), 1000);

    /** Harder than the default of 5 s and one request at a time: more comes to its end in a short run. */
    private static final RequestSettings SHADOW = new RequestSettings(Duration.ofSeconds(1), 1000);

    private static final DeploymentName BLUE = new DeploymentName("blue");
    private static final DeploymentName GREEN = new DeploymentName("green");

    private final Router router;
    private final DeploymentRoute blue;
    private final DeploymentRoute green;
    private final Wheel wheel = new Wheel(TrafficSplit.allTo(BLUE));
    private final EndpointMeter endpointMeter = new EndpointMeter();
    private MirrorMeter meter = new MirrorMeter();

    private MirrorProcess(Router router, int blue, int green) {
        this.router = router;
        this.blue = RouterProcess.route(BLUE, blue, LIVE);
        this.green = RouterProcess.route(GREEN, green, SHADOW);
    }

    /**
     * Serves until standard input ends.
     *
     * @param args the port to listen on, then those of blue and green
     */
    public static void main(String[] args) throws IOException {
        var settings = RouterSettings.DEFAULT.withPort(Integer.parseInt(args[0]));
        var ids = new Guids(() -> ThreadLocalRandom.current().nextLong());
        var reader = Executors.newSingleThreadScheduledExecutor();
        try (var router = new HttpRouter(settings, System::nanoTime, ids, AnswerComparer.onThreadOfItsOwn())) {
            var process = new MirrorProcess(router, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
            process.publish(Mirror.off());
            reader.scheduleAtFixedRate(process::drainMeters, 1, 1, TimeUnit.SECONDS);
            Orders.follow(process::answer);
        } finally {
            reader.shutdownNow();
        }
    }

    private String answer(String order) {
        switch (order) {
            case "on" -> publish(Mirror.to(GREEN, new Percent(SHARE)));
            case "off" -> publish(Mirror.off());
            case "anew" -> meter = new MirrorMeter();
            case "ledger" -> {
                return LedgerLine.of(meter.ledger());
            }
            case "heap" -> {
                return Long.toString(usedHeap());
            }
            default -> throw new IllegalArgumentException("no such order: " + order);
        }
        return order;
    }

    private void publish(Mirror mirror) {
        router.publish(RouteTable.of(List.of(EndpointRoute.of(
                new EndpointName("bench"),
                new KeyAccess(new Secret(Rivals.KEY), new Secret("another-" + Rivals.KEY)),
                List.of(blue, green),
                wheel,
                new MirrorRule(mirror),
                meter,
                endpointMeter))));
    }

    private void drainMeters() {
        blue.meter().drain();
        green.meter().drain();
    }

    /** What is left after a collection. */
    private static long usedHeap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
