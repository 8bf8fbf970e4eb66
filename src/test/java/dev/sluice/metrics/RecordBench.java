package dev.sluice.metrics;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** What it costs to record what came of a request, on one event loop and on two at once. */
@State(Scope.Benchmark)
public class RecordBench {

    private static final long LATENCY = TimeUnit.MILLISECONDS.toNanos(2);

    private final DeploymentMeter meter = new DeploymentMeter();
    private final EndpointMeter bytes = new EndpointMeter();

    @Benchmark
    public void answer() {
        meter.recordLive(200, 200, LATENCY);
    }

    @Benchmark
    @Threads(2)
    public void answerOnTwoThreads() {
        meter.recordLive(200, 200, LATENCY);
    }

    @Benchmark
    public void bytes() {
        bytes.passed(EndpointMeter.Flow.REQUEST, 1024);
    }
}
