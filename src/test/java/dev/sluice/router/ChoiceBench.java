package dev.sluice.router;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.RequestSettings;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.metrics.DeploymentMeter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to choose who answers a request. */
@State(Scope.Benchmark)
public class ChoiceBench {

    private static final DeploymentName BLUE = new DeploymentName("blue");
    private static final DeploymentName GREEN = new DeploymentName("green");

    private final Wheel wheel =
            new Wheel(TrafficSplit.NONE.with(BLUE, new Percent(90)).with(GREEN, new Percent(10)));
    private final MirrorRule off = new MirrorRule(Mirror.off());
    private final MirrorRule tenth = new MirrorRule(Mirror.to(GREEN, new Percent(10)));
    private final DeploymentRoute route = new DeploymentRoute(
            BLUE,
            List.of(instance("blue-0"), instance("blue-1")),
            new RequestSettings(Duration.ofSeconds(20), 64),
            new Gate(),
            new DeploymentMeter());
    private int turn;

    @Benchmark
    public Optional<DeploymentName> wheel() {
        return wheel.next();
    }

    @Benchmark
    public boolean mirrorOff() {
        return off.samplesNext();
    }

    @Benchmark
    public boolean mirrorTenPercent() {
        return tenth.samplesNext();
    }

    @Benchmark
    public void placeOfTwo() {
        route.takePlace(turn++ & 1).ifPresent(route::giveBack);
    }

    @Benchmark
    public long unlimitedBandwidth() {
        return Bandwidth.UNLIMITED.reserve(1024, 0);
    }

    private static Upstream instance(String name) {
        return new Upstream(name, new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), new Gate());
    }
}
