package dev.sluice.router.http;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
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
import io.netty.buffer.PooledByteBufAllocator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One request and its answer through the whole data path, ours and Netty's, without sockets: both sides are kept
 * connections, the key is right, nothing is mirrored.
 */
@State(Scope.Thread)
public class RequestBench {

    private final byte[] request = Samples.request();
    private final byte[] answer = Samples.answer();
    private final Wire wire = new Wire(
            table(),
            PooledByteBufAllocator.DEFAULT,
            System::nanoTime,
            new Guids(() -> ThreadLocalRandom.current().nextLong()));
    private Wire.Instance instance = new Wire.Instance();

    /** The first request makes the connection to the instance. */
    @Setup
    public void connect() {
        wire.clientSends(request, 0, request.length);
        instance = wire.instances().get(wire.instances().size() - 1);
        passed(answered());
    }

    @Benchmark
    public int unmirrored() {
        wire.clientSends(request, 0, request.length);
        return passed(answered());
    }

    private int answered() {
        passed(instance.discardReceived());
        instance.sends(answer, 0, answer.length);
        return wire.discardToClient();
    }

    private static int passed(int bytes) {
        if (bytes == 0) {
            throw new IllegalStateException("nothing came through");
        }
        return bytes;
    }

    private static RouteTable table() {
        var blue = new DeploymentName("blue");
        var place = new Upstream("blue-0", new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), new Gate());
        return RouteTable.of(List.of(EndpointRoute.of(
                new EndpointName("iris"),
                new KeyAccess(new Secret(Samples.KEY), new Secret("another-" + Samples.KEY)),
                List.of(new DeploymentRoute(blue, List.of(place), Stage.ROOMY, new Gate(), new DeploymentMeter())),
                new Wheel(TrafficSplit.NONE.with(blue, Percent.ALL)),
                new MirrorRule(Mirror.off()),
                new MirrorMeter(),
                new EndpointMeter())));
    }
}
