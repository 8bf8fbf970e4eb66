package dev.sluice.metrics;

import java.util.Map;

/**
 * Takes what came of each request to one deployment, from any thread, without a lock. One reader at a time turns what
 * came in since its last call into an {@link Interval}; others may look at the totals, and take nothing from it.
 */
public final class DeploymentMeter {

    private final StatusCounts byTraffic = new StatusCounts();
    private final StatusCounts pinned = new StatusCounts();
    private final StatusCounts copies = new StatusCounts();
    private final TallyMeter live = new TallyMeter();
    private final TallyMeter mirrored = new TallyMeter();
    private final DelayMeter delays = new DelayMeter();
    private final WorkMeter work = new WorkMeter();
    private final CollectionMeter collection = new CollectionMeter();
    private long drainedByTraffic;

    /**
     * A request that the split sent here, and its whole time.
     *
     * @param status what the client was told
     * @param modelStatus the original one, before 424; {@link Statuses#NO_MODEL} if no model answered
     */
    public void recordLive(int status, int modelStatus, long nanos) {
        byTraffic.count(status, modelStatus);
        live.record(telling(status, modelStatus), nanos);
    }

    /** A request that named this deployment. */
    public void recordPinned(int status, int modelStatus, long nanos) {
        pinned.count(status, modelStatus);
        live.record(telling(status, modelStatus), nanos);
    }

    /** A copy that this deployment got as a shadow. */
    public void recordMirrored(int status, int modelStatus, long nanos) {
        copies.count(status, modelStatus);
        mirrored.record(telling(status, modelStatus), nanos);
    }

    /** A request, of whatever kind and however it ended, has held a place at an instance for so long. */
    public void worked(long nanos) {
        work.worked(nanos);
    }

    /** How long requests were held up by a limited bandwidth; it goes on counting, {@link #drain} or not. */
    public DelayMeter delays() {
        return delays;
    }

    /** What is kept of requests and answers; it goes on counting, {@link #drain} or not. */
    public CollectionMeter collection() {
        return collection;
    }

    public synchronized Interval drain() {
        long traffic = byTraffic.total();
        var interval = new Interval(live.drain(traffic - drainedByTraffic), mirrored.drain(0), work.drain());
        drainedByTraffic = traffic;
        return interval;
    }

    /** All that has ever come; nothing of it is lost to {@link #drain}. */
    public synchronized DeploymentTotals totals() {
        var requests = Map.of(
                RequestKind.TRAFFIC, byTraffic.all(),
                RequestKind.PINNED, pinned.all(),
                RequestKind.MIRRORED, copies.all());
        return new DeploymentTotals(requests, live.durations(), mirrored.durations(), collection.totals());
    }

    /** The status that tells how the deployment did: the model's, or what the router had to say in its place. */
    private static int telling(int status, int modelStatus) {
        return modelStatus == Statuses.NO_MODEL ? status : modelStatus;
    }
}
