package dev.sluice.metrics;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes what came of each request to one deployment, from any thread, without a lock; one reader at a time turns what
 * came in since its last call into an {@link Interval}.
 */
public final class DeploymentMeter {

    private final TallyMeter live = new TallyMeter();
    private final TallyMeter mirrored = new TallyMeter();
    private final AtomicLong byTraffic = new AtomicLong();
    private final DelayMeter delays = new DelayMeter();

    /** A request that the split sent here: the model's status (the original one, before 424) and its whole time. */
    public void recordLive(int modelStatus, long nanos) {
        byTraffic.incrementAndGet();
        live.record(modelStatus, nanos);
    }

    /** A request that named this deployment. */
    public void recordPinned(int modelStatus, long nanos) {
        live.record(modelStatus, nanos);
    }

    /** A copy that this deployment got as a shadow. */
    public void recordMirrored(int modelStatus, long nanos) {
        mirrored.record(modelStatus, nanos);
    }

    /** How long requests were held up by a limited bandwidth; it goes on counting, {@link #drain} or not. */
    public DelayMeter delays() {
        return delays;
    }

    public synchronized Interval drain() {
        return new Interval(live.drain(byTraffic.getAndSet(0)), mirrored.drain(0));
    }
}
