package dev.sluice.collect;

import dev.sluice.domain.DataCollection;
import dev.sluice.metrics.CollectionMeter;
import dev.sluice.metrics.CollectionMeter.Loss;
import dev.sluice.router.Collector;
import dev.sluice.router.Passage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Takes what a deployment's requests bring, as long as there is room, and has it written on the collector's thread. */
final class FileCollector implements Collector {

    /** What a record takes beside its bodies: also of those without any, no endless number may wait. */
    private static final int EACH = 1 << 10;

    private final DataCollection wanted;
    private final CollectionMeter meter;
    private final Keeper keeper;
    private final Room room;
    private final Executor thread;
    private final Sampling sampling;
    private final Scope scope;

    FileCollector(DataCollection wanted, CollectionMeter meter, Keeper keeper, Room room, Executor thread) {
        this.wanted = wanted;
        this.meter = meter;
        this.keeper = keeper;
        this.room = room;
        this.thread = thread;
        this.sampling = new Sampling(wanted.samplingRate());
        this.scope = new Scope(
                wanted.keeps(DataCollection.REQUESTS), wanted.keeps(DataCollection.ANSWERS), wanted.headers());
    }

    /** Whether it is the one for that wish, so that its place in the sampling is kept. */
    boolean isFor(DataCollection wish, CollectionMeter counting) {
        return wanted.equals(wish) && meter == counting;
    }

    @Override
    public boolean samplesNext() {
        return sampling.samplesNext();
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public boolean takeRoom(int bytes) {
        return room.take(bytes);
    }

    @Override
    public void giveBackRoom(int bytes) {
        room.giveBack(bytes);
    }

    @Override
    public void take(Passage passage, int taken) {
        if (!room.take(EACH)) {
            room.giveBack(taken);
            lose();
            return;
        }
        try {
            thread.execute(() -> keep(passage, taken + EACH));
        } catch (RejectedExecutionException ending) {
            room.giveBack(taken + EACH);
            lose();
        }
    }

    @Override
    public void lose() {
        if (scope.requests()) {
            meter.lost(DataCollection.REQUESTS, Loss.QUEUE_FULL);
        }
        if (scope.answers()) {
            meter.lost(DataCollection.ANSWERS, Loss.QUEUE_FULL);
        }
    }

    private void keep(Passage passage, int taken) {
        try {
            keeper.keep(passage, wanted.rolling(), meter);
        } finally {
            room.giveBack(taken);
        }
    }
}
